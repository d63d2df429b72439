#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace broadsheet {

/// A query that was probably meant and finds more: a word of it is spelt, split or joined as in the
/// articles.
struct Suggestion {
    std::string text = {};  ///< to be asked as it is
    std::size_t total = 0;  ///< articles it finds, perhaps estimated

    friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

/// A word that goes on as was typed.
struct CompletedWord {
    std::string text = {};     ///< all that was typed, its last word completed; folded as in terms
    std::size_t articles = 0;  ///< that have the completed word, and the words before it if any do

    friend bool operator==(const CompletedWord&, const CompletedWord&) = default;
};

/// An article in whose headline all words stand, the last of them perhaps not typed to its end.
struct CompletedHeadline {
    std::string headline = {};
    std::string id = {};

    friend bool operator==(const CompletedHeadline&, const CompletedHeadline&) = default;
};

/// What a beginning may become.
struct Completions {
    std::vector<CompletedWord> words = {};          ///< the most frequent first
    std::vector<CompletedHeadline> headlines = {};  ///< the best first
};

}  // namespace broadsheet
