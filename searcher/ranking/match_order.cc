#include "searcher/ranking/match_order.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "common/fields.h"

namespace broadsheet {

bool same_score(double a, double b) {
    constexpr double kRelativeError = 1e-9;  // far above that of a sum of some hundred doubles
    return std::abs(a - b) <= kRelativeError * std::max(std::abs(a), std::abs(b));
}

Xapian::doccount MatchOrder::run_begin(Xapian::doccount match) const {
    while (by_score_ && match > 0 &&
           same_score(matches_[match - 1].get_weight(), matches_[match].get_weight()))
        --match;
    return match;
}

Xapian::doccount MatchOrder::run_end(Xapian::doccount match) const {
    while (by_score_ && match + 1 < matches_.size() &&
           same_score(matches_[match + 1].get_weight(), matches_[match].get_weight()))
        ++match;
    return match + 1;
}

void MatchOrder::add_run(Xapian::doccount begin, Xapian::doccount end) {
    if (end - begin == 1) {
        order_.push_back(begin);
        return;
    }
    std::vector<std::pair<std::string, Xapian::doccount>> run;
    for (Xapian::doccount i = begin; i < end; ++i) {
        constexpr auto kIdSlot = static_cast<Xapian::valueno>(Slot::id);
        run.emplace_back(matches_[i].get_document().get_value(kIdSlot), i);
    }
    std::sort(run.begin(), run.end());
    for (const auto& [id, match] : run)
        order_.push_back(match);
}

Xapian::MSetIterator MatchOrder::at(Xapian::doccount place) {
    if (order_.empty()) first_ = run_begin(place);
    for (auto next = static_cast<Xapian::doccount>(first_ + order_.size()); next <= place;) {
        const Xapian::doccount end = run_end(next);
        add_run(next, end);
        next = end;
    }
    return matches_[order_[place - first_]];
}

}  // namespace broadsheet
