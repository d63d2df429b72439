#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/ranking/ranked_page.h"

namespace broadsheet {

/// How a query is widened by the words of the articles it finds first (README.md says why these).
struct FeedbackSettings {
    std::size_t articles = 20;     ///< of the first answer that are looked at
    std::size_t terms = 60;        ///< at most so many are taken from them
    double original_weight = 0.4;  ///< share of the typed words in the widened query, above 0
};

/// A stem that the first articles have in common, without its prefix.
struct FeedbackTerm {
    std::string stem;
    double weight = 0;  ///< its share; those of all terms add up to 1

    friend bool operator==(const FeedbackTerm&, const FeedbackTerm&) = default;
};

/// The stems that tell the articles of an answer from the rest of the index, the heaviest first.
/// They depend on the articles only, not on how these are spread over segments.
std::vector<FeedbackTerm> feedback_terms(
    const Xapian::Database& index,
    const std::vector<RankedArticle>& articles,
    const FeedbackSettings& settings
);

/// The typed query and the terms as one: what has them counts in proportion to `original_weight`.
/// `words` is the number of words the typed query weighs as. An open query also finds articles that
/// have only the terms; of another it is only the order that changes.
Xapian::Query widened(
    const Xapian::Query& typed,
    double words,
    bool open,
    const std::vector<FeedbackTerm>& terms,
    const FeedbackSettings& settings
);

/// The heaviest of the terms as words a person reads: of each the commonest word of the index that
/// begins so, or the stem where there is none.
std::vector<std::string> words_to_show(
    const Xapian::Database& index, const std::vector<FeedbackTerm>& terms
);

}  // namespace broadsheet
