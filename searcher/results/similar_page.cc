#include "searcher/results/similar_page.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/fields.h"
#include "searcher/results/stored_articles.h"

namespace broadsheet {

namespace {

// More than are wanted, because some may be copies.
constexpr std::size_t kSpare = 20;

}  // namespace

SimilarPage similar_page(
    const Xapian::Database& index,
    const Xapian::Query& query,
    std::size_t words,
    std::size_t offset,
    std::size_t limit,
    bool leave_out_copies,
    NearCopies& known
) {
    SimilarPage page;
    const std::size_t wanted = offset + limit;
    std::size_t asked = wanted + (leave_out_copies ? kSpare : 0);
    std::size_t looked_at = 0;
    std::size_t counted = 0;
    bool left_out = false;
    while (true) {
        const RankedPage ranked = rank(index, query, {.limit = asked, .words = words});
        page.total = ranked.total;
        page.total_is_exact = ranked.total_is_exact && !left_out;
        for (; looked_at < ranked.articles.size() && counted < wanted; ++looked_at) {
            SimilarArticle found{.ranked = ranked.articles[looked_at]};
            found.article = stored_article(index, found.ranked.document);
            found.near_copy = known.has_copy_of(found.article);
            if (found.near_copy && leave_out_copies) {
                left_out = true;
                page.total_is_exact = false;
                continue;
            }
            if (!found.near_copy) known.keep(found.article);
            if (++counted > offset) page.articles.push_back(std::move(found));
        }
        if (counted >= wanted || ranked.articles.size() < asked) return page;
        asked *= 4;
    }
}

Xapian::Query published_before(const Date& date) {
    constexpr auto kSlot = static_cast<Xapian::valueno>(Slot::published);
    const std::string begin = date_slot_value(date);
    return {
        Xapian::Query::OP_AND_NOT,
        Xapian::Query(Xapian::Query::OP_VALUE_RANGE, kSlot, "0", begin),
        Xapian::Query(Xapian::Query::OP_VALUE_GE, kSlot, begin)};
}

}  // namespace broadsheet
