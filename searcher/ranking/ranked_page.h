#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include <xapian.h>

#include "broadsheet/query.h"
#include "searcher/query/text_check.h"
#include "searcher/ranking/settings.h"

namespace broadsheet {

/// Which stretch of the ranked matches is wanted.
struct PageRequest {
    SortBy sort = SortBy::relevance;
    std::size_t offset = 0;
    std::size_t limit = 10;
    bool exact_total = false;
    std::size_t words = 1;  ///< how many words the query is looked for with
    bool scored = true;     ///< false: the query only filters; matches come in order of article id
    RankingSettings settings = {};
    /// What the text of a match must pass besides. Of many matches no more are read than the page
    /// needs, and a sample of the others for the total.
    std::vector<std::shared_ptr<TextCheck>> checks = {};
    /// Where parts of the query are checked: hopeful_page.h. Else empty.
    Xapian::Query hopeful = {};
    std::shared_ptr<ArticleScope> scope = nullptr;
};

struct RankedArticle {
    Xapian::docid document = 0;
    double score = 0;
};

struct RankedPage {
    std::vector<RankedArticle> articles;
    std::size_t total = 0;
    bool total_is_exact = false;
};

/// A match with its score, without the digits that depend on the order of summation.
RankedArticle ranked(const Xapian::MSetIterator& match);

/// Ranks the matches of a query. The order depends on the articles only, not on how they are spread
/// over segments: scores use the statistics of all, and articles with the same score come in order
/// of article id. Scores that differ by no more than the order of summation may count as the same.
RankedPage rank(
    const Xapian::Database& index, const Xapian::Query& query, const PageRequest& request
);

/// The number of articles that match, exactly.
std::size_t count_matches(const Xapian::Database& index, const Xapian::Query& query);

}  // namespace broadsheet
