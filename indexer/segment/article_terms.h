#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/analyzer.h"

namespace broadsheet {

/// A word and its number. There are hundreds of thousands of words, at places in no order, and the
/// number is all that most occurrences are asked for.
class NumberedWord {
public:
    NumberedWord() = default;

    NumberedWord(const Word* word) : NumberedWord(word, word->number) {}  // NOLINT: it is the word

    NumberedWord(const Word* word, std::uint32_t number) : word_(word), number_(number) {}

    const Word& operator*() const { return *word_; }

    const Word* operator->() const { return word_; }

    [[nodiscard]] std::uint32_t number() const { return number_; }

private:
    const Word* word_ = nullptr;
    std::uint32_t number_ = 0;
};

/// One occurrence of a word in an article.
struct Occurrence {
    NumberedWord word;
    std::uint32_t position = 0;  ///< runs on through the article (article_texts.h), from 1
    std::uint8_t field = 0;  ///< number of the text field, index into ArticleTerms::field_prefixes;
                             ///< 0: none
    std::uint8_t weight = 1;  ///< within-document frequency the unprefixed stem gets for it
};

/// Everything a segment stores of one article. Reused from article to article, so that its memory
/// is.
///
/// What a builder makes of an occurrence of `word` at `position` in `field`:
///   term          `word.term`                 wdf +1, with the position
///   stem          "Z" + `word.stem`           wdf + weight, no position   (only where there is a
///   stem) in a field    prefix + `word.term`        wdf +1, with the position
///                 "Z" + prefix + `word.stem`  wdf +1, no position
/// Exact terms are added as they are, with wdf 0 and no position. The document length is the sum of
/// all wdfs, as Xapian counts it. Terms that cannot be stored (over kTermBytesMax) are left out.
struct ArticleTerms {
    std::vector<Occurrence> occurrences;   ///< in order of position
    std::vector<std::string> exact_terms;  ///< with their prefix: Q..., K..., D...
    std::vector<std::pair<std::uint32_t, std::string>> values;  ///< slot and value, by rising slot
    std::string data;                                           ///< the stored article

    /// Prefixes of the text fields by Occurrence::field; the first is empty.
    static const std::vector<std::string_view>& field_prefixes();

    void clear();
};

}  // namespace broadsheet
