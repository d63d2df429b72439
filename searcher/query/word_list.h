#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace broadsheet {

/// Words in sorted order with the number of articles that have each, packed in memory.
class WordList {
public:
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

    friend class WordListReader;

    static WordList merged(const WordList& a, const WordList& b);
    void add(std::string_view word, Xapian::doccount articles);

    std::string bytes_;
    std::vector<Entry> entries_;
};

/// Makes one list of the words of all text of some segments, a piece at a time, so that nobody
/// waits for all of it.
class WordListReader {
public:
    explicit WordListReader(const std::vector<Xapian::Database>& segments) : segments_(segments) {}

    /// Reads on, about so many entries; returns whether that was the last of them.
    bool read(std::size_t entries);

    /// Entries read so far that were not merged into others.
    [[nodiscard]] std::size_t size() const;

    /// All that was read.
    WordList take();

private:
    void begin_segment();
    void merge_last();

    std::vector<Xapian::Database> segments_;
    std::size_t segment_ = 0;  ///< the one being read
    bool begun_ = false;
    Xapian::TermIterator term_;
    std::vector<WordList> lists_;  ///< the last one of the segment being read
};

/// Terms of fields begin with a capital, words never do (common/fields.cc).
inline bool belongs_to_a_field(std::string_view term) {
    return !term.empty() && term.front() >= 'A' && term.front() <= 'Z';
}

}  // namespace broadsheet
