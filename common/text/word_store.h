#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/large_pages.h"
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
    static constexpr std::uint32_t kSeveral = 0xffffffff;

    const SurfaceWord* words = nullptr;
    std::uint32_t number = kSeveral;  ///< of its word, where it is one word from end to end
    std::uint16_t word_count = 0;
    std::uint16_t positions = 0;  ///< how many positions it takes
};

/// What a form is looked up by. `flavour` tells apart what is analysed differently though its bytes
/// are the same (language, style).
struct FormKey {
    std::uint64_t bytes = 0;  ///< all of a form of up to eight bytes, the beginning of a longer one
    std::uint32_t hash = 0;
    std::uint16_t flavour = 0;
};

/// Words and the surface forms they were made from: an open-addressing table from the printed bytes
/// to the finished analysis. Looking up allocates nothing.
class WordStore {
public:
    WordStore();

    /// The word with these terms, made on first use.
    const Word* word(std::string_view term, std::string_view stem);

    /// The word with this number, below word_count().
    [[nodiscard]] const Word* at(std::uint32_t number) const {
        return &words_[number / kWordsInBlock][number % kWordsInBlock];
    }

    /// Asks the processor to fetch what word() will read first.
    void fetch_word_soon(std::string_view term) const {
        __builtin_prefetch(&word_slots_[word_hash(term) & (word_slots_.size() - 1)]);
    }

    static FormKey key_of(std::string_view form, std::uint16_t flavour) {
        return key_of(form, first_bytes(form), flavour);
    }

    /// The same when the form's first_bytes() are at hand.
    static FormKey key_of(std::string_view form, std::uint64_t first_bytes, std::uint16_t flavour);

    /// Up to eight bytes as a number, the first one lowest.
    static std::uint64_t first_bytes(std::string_view form);

    /// Asks the processor to fetch what find() will read of a form.
    void fetch_soon(const FormKey& key) const { __builtin_prefetch(&slots_[key.hash & mask_]); }

    /// When that has come: asks for the bytes of a form, which find() compares where they are more
    /// than eight.
    void fetch_form_soon(const FormKey& key) const {
        __builtin_prefetch(slots_[key.hash & mask_].surface.words);
    }

    /// A remembered form, or null.
    [[nodiscard]] const Surface* find(std::string_view form, const FormKey& key) const {
        for (std::size_t i = key.hash & mask_;; i = (i + 1) & mask_) {
            const Slot& slot = slots_[i];
            if (slot.surface.words == nullptr) return nullptr;
            if (slot.hash == key.hash && slot.bytes == key.bytes && slot.length == form.size() &&
                slot.flavour == key.flavour && (form.size() <= 8 || slot.form() == form)) {
                return &slot.surface;
            }
        }
    }

    /// Remembers a form that find() does not know. The result stays until the next remember().
    const Surface* remember(
        std::string_view form, const FormKey& key, const std::vector<SurfaceWord>& words
    );

    [[nodiscard]] std::size_t memory_bytes() const;

    [[nodiscard]] std::size_t word_count() const { return word_count_; }

    void clear();

private:
    // Two to a line of the cache. The words are followed by the bytes of the form.
    struct alignas(32) Slot {
        std::uint64_t bytes = 0;
        Surface surface;  // words null: free
        std::uint32_t hash = 0;
        std::uint16_t length = 0;
        std::uint16_t flavour = 0;

        [[nodiscard]] std::string_view form() const {
            return {reinterpret_cast<const char*>(surface.words + surface.word_count), length};
        }
    };

    static constexpr std::size_t kWordsInBlock = 1024;

    // A word by its term: in few languages, so that few share one.
    struct WordSlot {
        std::uint32_t hash = 0;
        std::uint32_t number_plus_one = 0;  // 0: free
    };

    static std::uint32_t word_hash(std::string_view term) { return key_of(term, 0).hash; }

    void* allocate(std::size_t size_bytes);
    void grow();
    void insert(const Slot& slot);
    void grow_words();
    void insert_word(WordSlot slot);

    LargeVector<Slot> slots_;
    std::size_t mask_ = 0;
    std::size_t used_ = 0;
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t block_left_ = 0;
    char* block_next_ = nullptr;
    std::vector<std::vector<Word>> words_;  // in blocks that stay where they are
    std::size_t word_count_ = 0;
    std::vector<WordSlot> word_slots_;
    std::size_t word_bytes_ = 0;
};

}  // namespace broadsheet
