#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/query/word_list.h"

namespace broadsheet {

/// A word of the index.
struct VocabularyWord {
    std::string term;               ///< without the field's prefix
    Xapian::doccount articles = 0;  ///< that have it

    friend bool operator==(const VocabularyWord&, const VocabularyWord&) = default;
};

/// Words of the index that fit a pattern.
struct Expansion {
    std::vector<VocabularyWord> words;  ///< the most frequent first
    bool cut = false;                   ///< more fitted, or not all of the vocabulary was read

    [[nodiscard]] std::vector<std::string> terms() const;
};

/// How many words a pattern may stand for.
inline constexpr std::size_t kExpansionTermsMax = 200;

/// How many entries of the segments' vocabularies are read for a pattern, and of how many that fit
/// the frequency is looked up: that is what bounds the time.
inline constexpr std::size_t kVocabularyReadMax = 1'000'000;
inline constexpr std::size_t kVocabularyFitMax = 100'000;

/// The words of an index. They are read where they lie, each segment having its own in sorted
/// order; once much has been read so, those of all text are kept in memory, unless they are too
/// many. Belongs to one thread.
class Vocabulary {
public:
    explicit Vocabulary(std::vector<Xapian::Database> segments) : segments_(std::move(segments)) {}

    /// Words of a field (its term prefix; empty: all text) that fit `pattern`: `*` any letters, `?`
    /// one.
    Expansion fitting(std::string_view field_prefix, std::string_view pattern);

    /// Words of a field that differ from `term` by at most `distance` (edit_distance.h).
    Expansion near(std::string_view field_prefix, std::string_view term, std::uint32_t distance);

    /// Words of a field that begin with `beginning` and that `wanted` takes.
    Expansion beginning(
        std::string_view field_prefix,
        std::string_view beginning,
        const std::function<bool(std::string_view)>& wanted
    );

    /// How many articles have a term as it is stored, with its prefix.
    [[nodiscard]] Xapian::doccount articles_with(const std::string& stored) const;

private:
    /// What a reader of the vocabulary says of a word: whether it fits, and how many of its bytes
    /// begin only words that do not (0: none are known).
    struct Opinion {
        bool fits = false;
        std::size_t hopeless_bytes = 0;
    };

    using Reader = std::function<Opinion(std::string_view)>;
    class Reading;

    Expansion read(std::string_view field_prefix, std::string_view beginning, const Reader& reader);
    [[nodiscard]] Expansion read_kept(std::string_view beginning, const Reader& reader) const;
    void keep_words();

    std::vector<Xapian::Database> segments_;
    std::optional<WordListReader> keeping_;
    std::optional<WordList> kept_;
    std::size_t entries_read_ = 0;
    bool too_many_ = false;
};

}  // namespace broadsheet
