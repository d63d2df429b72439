#pragma once

#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/ranking/index_statistics.h"
#include "searcher/ranking/ranked_page.h"
#include "searcher/ranking/settings.h"

namespace broadsheet {

/// An article that says what is meant, and how much of a say it has; below 0: what is not meant.
struct FeedbackArticle {
    Xapian::docid document = 0;
    double share = 0;
};

/// What stands before a stem in its term: no field has this prefix.
inline constexpr char kStemPrefix = 'Z';

/// A stem that tells what is meant, without its prefix.
struct FeedbackTerm {
    std::string stem;
    double weight = 0;  ///< below 0 for what is not meant; of the terms of articles, without sign,
                        ///< they add up to 1
    Xapian::doccount found_in = 0;  ///< articles of the index

    friend bool operator==(const FeedbackTerm&, const FeedbackTerm&) = default;
};

/// The first articles of an answer as feedback: the better they answer the greater their share;
/// the shares add up to 1.
std::vector<FeedbackArticle> first_articles(
    const std::vector<RankedArticle>& answer, const FeedbackSettings& settings
);

/// The stems that tell the articles from the rest of the index, the weightiest first, without those
/// of the query itself. They depend on the articles only, not on how these are spread over
/// segments.
std::vector<FeedbackTerm> feedback_terms(
    const Xapian::Database& index,
    const std::vector<FeedbackArticle>& articles,
    const std::set<std::string>& typed_stems,
    const FeedbackSettings& settings,
    IndexStatistics& statistics
);

/// How many words the terms weigh as, beside so many typed ones.
double feedback_weight(double words, const FeedbackSettings& settings);

/// Offers the articles that have any of the terms, which weigh together as `weight` words.
std::unique_ptr<Xapian::PostingSource> feedback_source(
    const Xapian::Database& index,
    const std::vector<FeedbackTerm>& terms,
    double weight,
    const FeedbackSettings& settings,
    std::shared_ptr<IndexStatistics> statistics
);

/// The same as a query; empty without terms.
Xapian::Query feedback_query(
    const Xapian::Database& index,
    const std::vector<FeedbackTerm>& terms,
    double weight,
    const FeedbackSettings& settings,
    std::shared_ptr<IndexStatistics> statistics
);

/// The typed query and the terms as one: what has them counts in proportion to `original_weight`.
/// `words` is the number of words the typed query weighs as. An open query also finds articles that
/// have only the terms; of another it is only the order that changes.
Xapian::Query widened(
    const Xapian::Database& index,
    const Xapian::Query& typed,
    double words,
    bool open,
    const std::vector<FeedbackTerm>& terms,
    const FeedbackSettings& settings,
    std::shared_ptr<IndexStatistics> statistics
);

}  // namespace broadsheet
