#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "broadsheet/article.h"
#include "broadsheet/query.h"
#include "searcher/ranking/ranked_page.h"
#include "searcher/results/near_copies.h"

namespace broadsheet {

/// An article of an answer and whether it is nearly the same as the one asked about or as a better
/// one of the answer.
struct SimilarArticle {
    RankedArticle ranked = {};
    Article article = {};
    bool near_copy = false;
};

struct SimilarPage {
    std::vector<SimilarArticle> articles;
    std::size_t total = 0;
    bool total_is_exact = false;
};

/// The best matches of a likeness query, `limit` of them from `offset` on. `known` holds what was
/// asked about and takes up what is found. With `leave_out_copies` copies neither come nor count.
SimilarPage similar_page(
    const Xapian::Database& index,
    const Xapian::Query& query,
    std::size_t words,
    std::size_t offset,
    std::size_t limit,
    bool leave_out_copies,
    NearCopies& known
);

/// Articles that were published before a date begins; undated ones are out.
Xapian::Query published_before(const Date& date);

}  // namespace broadsheet
