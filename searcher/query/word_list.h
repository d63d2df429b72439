#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace broadsheet {

/// Words in sorted order with the number of articles that have each, packed in memory.
class WordList {
public:
    /// The words of all text of some segments, or nothing when a segment, or all together, have
    /// more than `max`.
    static std::optional<WordList> read(
        const std::vector<Xapian::Database>& segments, std::size_t max
    );

    [[nodiscard]] std::size_t size() const { return entries_.size(); }

    [[nodiscard]] std::string_view word(std::size_t i) const {
        return std::string_view(bytes_).substr(entries_[i].begin, entries_[i].length);
    }

    [[nodiscard]] Xapian::doccount articles(std::size_t i) const { return entries_[i].articles; }

    /// The first word from number `from` on that is not before `word`.
    [[nodiscard]] std::size_t find(std::string_view word, std::size_t from = 0) const;

private:
    struct Entry {
        std::uint32_t begin = 0;
        std::uint32_t length = 0;
        Xapian::doccount articles = 0;
    };

    static std::optional<WordList> read_segment(const Xapian::Database& segment, std::size_t max);
    static WordList merged(const WordList& a, const WordList& b);
    void add(std::string_view word, Xapian::doccount articles);

    std::string bytes_;
    std::vector<Entry> entries_;
};

/// Terms of fields begin with a capital, words never do (common/fields.cc).
inline bool belongs_to_a_field(std::string_view term) {
    return !term.empty() && term.front() >= 'A' && term.front() <= 'Z';
}

}  // namespace broadsheet
