#include "searcher/ranking/ranked_page.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <utility>

#include "common/fields.h"
#include "searcher/ranking/checked_page.h"
#include "searcher/ranking/date_key.h"
#include "searcher/ranking/hopeful_page.h"
#include "searcher/ranking/match_order.h"
#include "searcher/ranking/text_key.h"
#include "searcher/ranking/weight.h"

namespace broadsheet {

namespace {

constexpr auto kIdSlot = static_cast<Xapian::valueno>(Slot::id);

/// Totals up to here are exact anyway: so few matches are walked in no time.
constexpr Xapian::doccount kAlwaysCounted = 500;

// Where the best articles are known well enough, the engine passes over those that cannot come
// among them: an OR turns into an AND_MAYBE, and that into an AND. On the second turn libxapian 1.4
// also passes over the article that one side waits at (AndMaybePostList::next). This is whether it
// may come to that in what is scored.
bool may_lose_matches(const Xapian::Query& query) {
    using Xapian::Query;
    std::size_t scored = query.get_num_subqueries();
    switch (query.get_type()) {
        case Query::OP_OR:
        case Query::OP_AND_MAYBE:
            return true;
        case Query::OP_AND:
        case Query::OP_SCALE_WEIGHT:
            break;
        case Query::OP_FILTER:
        case Query::OP_AND_NOT:
            scored = 1;
            break;
        default:  // what is looked at whole
            return false;
    }
    for (std::size_t i = 0; i < scored; ++i) {
        if (may_lose_matches(query.get_subquery(i))) return true;
    }
    return false;
}

// Then every match is looked at.
Xapian::doccount at_least(
    const Xapian::Database& index, const Xapian::Query& query, const PageRequest& request
) {
    const bool every = request.exact_total || may_lose_matches(query);
    return every ? index.get_doccount() : kAlwaysCounted;
}

void take_total(RankedPage& page, const Xapian::MSet& matches) {
    page.total = matches.get_matches_estimated();
    page.total_is_exact = matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
}

void append(RankedPage& page, const Xapian::MSetIterator& match) {
    page.articles.push_back(ranked(match));
}

RankedPage page_in_order(
    Xapian::Enquire& enquire, Xapian::doccount first, Xapian::doccount size, Xapian::doccount check
) {
    RankedPage page;
    const Xapian::MSet matches = enquire.get_mset(first, size, check);
    for (auto match = matches.begin(); match != matches.end(); ++match)
        append(page, match);
    take_total(page, matches);
    return page;
}

// Matches with equal scores come in the order of segments. So that a page does not depend on it,
// the run of equal scores at its end is fetched whole and each run put in order of article id.
RankedPage page_by_score(
    Xapian::Enquire& enquire,
    Xapian::doccount first,
    Xapian::doccount last,
    Xapian::doccount articles,
    Xapian::doccount check
) {
    Xapian::doccount asked = std::min(articles, last + 1);
    Xapian::MSet matches = enquire.get_mset(0, asked, check);
    while (last > 0 && matches.size() == asked && asked < articles &&
           MatchOrder(matches, true).run_end(last - 1) == matches.size()) {
        asked = asked > articles / 4 ? articles : asked * 4;
        matches = enquire.get_mset(0, asked, check);
    }
    RankedPage page;
    take_total(page, matches);
    last = std::min(last, matches.size());
    MatchOrder order(matches, true);
    for (Xapian::doccount place = first; place < last; ++place)
        append(page, order.at(place));
    return page;
}

// Where everything is wanted, everything is checked anyway.
bool hopes_first(const Xapian::Database& index, const PageRequest& request, Xapian::doccount last) {
    return !request.hopeful.empty() && !request.exact_total && last < index.get_doccount() &&
           ArticleScope::can_limit(index);
}

// What an order sorts by; nothing for relevance.
std::unique_ptr<Xapian::KeyMaker> sort_key(SortBy order) {
    switch (order) {
        case SortBy::newest:
            return std::make_unique<DateKey>(DateKey::Order::newest_first);
        case SortBy::oldest:
            return std::make_unique<DateKey>(DateKey::Order::oldest_first);
        case SortBy::source:
            return std::make_unique<TextKey>(&Article::source);
        case SortBy::headline:
            return std::make_unique<TextKey>(&Article::headline);
        case SortBy::relevance:
            break;
    }
    return nullptr;
}

}  // namespace

RankedArticle ranked(const Xapian::MSetIterator& match) {
    constexpr double kDigits = 1e6;  // those behind depend on the order of summation
    return {.document = *match, .score = std::round(match.get_weight() * kDigits) / kDigits};
}

RankedPage rank(
    const Xapian::Database& index, const Xapian::Query& query, const PageRequest& request
) {
    const Xapian::doccount articles = index.get_doccount();
    const auto first =
        static_cast<Xapian::doccount>(std::min<std::size_t>(request.offset, articles));
    const auto size =
        static_cast<Xapian::doccount>(std::min<std::size_t>(request.limit, articles - first));
    const bool hopes = hopes_first(index, request, first + size);
    const Xapian::Query& asked = hopes ? request.hopeful : query;
    const Xapian::doccount check = at_least(index, asked, request);

    Xapian::Enquire enquire(index);
    enquire.set_query(asked);
    const auto weight = make_weight(request.words, request.settings);
    enquire.set_weighting_scheme(*weight);
    const auto key = sort_key(request.sort);
    if (key) {
        enquire.set_sort_by_key(key.get(), false);
    } else if (!request.scored) {
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_sort_by_value(kIdSlot, false);
    }
    const bool by_score = !key && request.scored;
    if (hopes) {
        return hopeful_page(
            index,
            enquire,
            {.exact = query,
             .scope = request.scope,
             .by_score = by_score,
             .first = first,
             .last = first + size,
             .counted = check}
        );
    }
    if (!request.checks.empty()) {
        return checked_page(
            index,
            enquire,
            {.checks = request.checks,
             .by_score = by_score,
             .exact_total = request.exact_total,
             .first = first,
             .last = first + size,
             .counted = check}
        );
    }
    if (!by_score) return page_in_order(enquire, first, size, check);
    return page_by_score(enquire, first, first + size, articles, check);
}

std::size_t count_matches(const Xapian::Database& index, const Xapian::Query& query) {
    Xapian::Enquire enquire(index);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, 0, index.get_doccount()).get_matches_estimated();
}

}  // namespace broadsheet
