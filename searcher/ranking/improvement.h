#pragma once

#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "broadsheet/query.h"
#include "searcher/query/query_builder.h"
#include "searcher/ranking/feedback.h"
#include "searcher/ranking/settings.h"

namespace broadsheet {

/// What ranking is told beside the words of a query.
struct Wishes {
    bool expand = false;
    std::vector<Xapian::docid> liked = {};
    std::vector<Xapian::docid> unliked = {};
    double recency_days = 0;  ///< half-life of an article's freshness; 0: age does not count
    std::string now = {};     ///< what age is counted from, as digits of slot `published`

    [[nodiscard]] bool any() const {
        return expand || !liked.empty() || !unliked.empty() || recency_days > 0;
    }
};

struct ImprovedQuery {
    Xapian::Query query;
    bool scored = false;                   ///< as BuiltQuery::scored
    std::vector<FeedbackTerm> added = {};  ///< the terms that articles gave
};

/// The built query with what the wishes add to it. Where the query has no words that score and some
/// articles are liked, it is their words that are looked for, among what the query lets through.
/// `statistics`: kept by the caller for the next query of the same index.
ImprovedQuery improved(
    const Xapian::Database& index,
    const BuiltQuery& built,
    const Wishes& wishes,
    const RankingSettings& settings,
    const std::shared_ptr<IndexStatistics>& statistics = std::make_shared<IndexStatistics>()
);

}  // namespace broadsheet
