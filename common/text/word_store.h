#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/analyzer.h"

namespace broadsheet {

/// One word of a remembered surface form; offsets and positions count from its start.
struct SurfaceWord {
    const Word* word = nullptr;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint16_t position = 0;
    std::uint16_t span = 1;
};

/// What a surface form was analysed to.
struct Surface {
    const SurfaceWord* words = nullptr;
    std::uint16_t word_count = 0;
    std::uint16_t positions = 0;  ///< how many positions it takes
};

/// Words and the surface forms they were made from: an open-addressing table from the printed bytes
/// to the finished analysis. Looking up allocates nothing.
class WordStore {
public:
    WordStore();

    /// The word with these terms, made on first use.
    const Word* word(std::string_view term, std::string_view stem);

    /// A remembered form, or null. `flavour` tells apart what is analysed differently though its
    /// bytes are the same (language, style).
    [[nodiscard]] const Surface* find(std::string_view form, std::uint16_t flavour) const {
        const std::uint32_t hash = hash_of(form, flavour);
        for (std::size_t i = hash & mask_;; i = (i + 1) & mask_) {
            const Slot& slot = slots_[i];
            if (slot.form == nullptr) return nullptr;
            if (slot.hash == hash && slot.flavour == flavour &&
                std::string_view(slot.form, slot.length) == form) {
                return &slot.surface;
            }
        }
    }

    /// Remembers a form that find() does not know. The result stays until the next remember().
    const Surface* remember(
        std::string_view form, std::uint16_t flavour, const std::vector<SurfaceWord>& words
    );

    [[nodiscard]] std::size_t memory_bytes() const;

    [[nodiscard]] std::size_t word_count() const { return words_.size(); }

    void clear();

private:
    struct Slot {
        const char* form = nullptr;  // null: free
        Surface surface;
        std::uint32_t hash = 0;
        std::uint16_t length = 0;
        std::uint16_t flavour = 0;
    };

    static std::uint32_t hash_of(std::string_view form, std::uint16_t flavour);
    void* allocate(std::size_t size_bytes);
    void grow();
    void insert(const Slot& slot);

    std::vector<Slot> slots_;
    std::size_t mask_ = 0;
    std::size_t used_ = 0;
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t block_left_ = 0;
    char* block_next_ = nullptr;
    std::deque<Word> words_;
    std::unordered_map<std::string, const Word*> by_terms_;
    std::size_t word_bytes_ = 0;
};

}  // namespace broadsheet
