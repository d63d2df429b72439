#include "searcher/ranking/hopeful_page.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "searcher/ranking/match_order.h"

namespace broadsheet {

namespace {

/// So few candidates are all checked: their total is exact.
constexpr Xapian::doccount kAllChecked = 200;

/// So many are checked at first, and so many times as many when they were not enough.
constexpr Xapian::doccount kCheckedFirst = 40;
constexpr Xapian::doccount kTimesMore = 3;

/// Of the others so many are checked for the total.
constexpr Xapian::doccount kSampled = 60;

/// The candidates in their order, and what the exact query says of the first of them.
class HopefulPage {
public:
    HopefulPage(
        const Xapian::Database& index, const Xapian::MSet& candidates, const HopefulReading& reading
    )
        : index_(index), candidates_(candidates), reading_(reading) {}

    // False where the candidates do not suffice, and there are more of them.
    bool fill(Xapian::Enquire& enquire, bool are_all) {
        checked_ = candidates_.size() <= kAllChecked ? candidates_.size()
                                                     : std::max(kCheckedFirst, 2 * reading_.last);
        while (true) {
            checked_ = std::min(checked_, candidates_.size());
            matches_ = exact_matches(enquire, first_candidates());
            const bool is_last = checked_ == candidates_.size();
            if ((is_last && are_all) || is_settled()) return true;
            if (is_last) return false;
            checked_ = std::max(checked_, checked_ * kTimesMore);
        }
    }

    RankedPage take(Xapian::Enquire& enquire, Xapian::doccount candidates_in_all) {
        RankedPage page;
        MatchOrder order(matches_, reading_.by_score);
        const Xapian::doccount last = std::min(reading_.last, matches_.size());
        for (Xapian::doccount place = reading_.first; place < last; ++place)
            page.articles.push_back(ranked(order.at(place)));
        const Xapian::doccount unchecked = candidates_in_all - checked_;
        page.total = matches_.size();
        page.total_is_exact = unchecked == 0;
        if (unchecked > 0) {
            const double share = share_of_sample(enquire);
            page.total += static_cast<std::size_t>(std::lround(share * unchecked));
        }
        return page;
    }

private:
    [[nodiscard]] std::vector<Xapian::docid> first_candidates() const {
        std::vector<Xapian::docid> first;
        for (Xapian::doccount i = 0; i < checked_; ++i)
            first.push_back(*candidates_[i]);
        return first;
    }

    Xapian::MSet exact_matches(
        Xapian::Enquire& enquire, const std::vector<Xapian::docid>& documents
    ) const {
        reading_.scope->limit(index_, documents);
        const auto size = static_cast<Xapian::doccount>(documents.size());
        enquire.set_query({Xapian::Query::OP_FILTER, reading_.exact, within(reading_.scope)});
        return enquire.get_mset(0, size, size);
    }

    // Whether no candidate that was not checked can come on the page, or tie with its last.
    [[nodiscard]] bool is_settled() const {
        if (matches_.size() < reading_.last) return false;
        if (!reading_.by_score || reading_.last == 0) return true;
        const double lowest = matches_[reading_.last - 1].get_weight();
        const double hope = candidates_[std::min(checked_, candidates_.size() - 1)].get_weight();
        return lowest > hope && !same_score(lowest, hope);
    }

    [[nodiscard]] double share_of_sample(Xapian::Enquire& enquire) const {
        std::vector<Xapian::docid> sample;
        const Xapian::doccount left = candidates_.size() - checked_;
        const Xapian::doccount step = std::max<Xapian::doccount>(left / kSampled, 1);
        for (Xapian::doccount i = checked_; i < candidates_.size(); i += step)
            sample.push_back(*candidates_[i]);
        if (sample.empty())
            return static_cast<double>(matches_.size()) / std::max<double>(checked_, 1);
        return static_cast<double>(exact_matches(enquire, sample).size()) /
               static_cast<double>(sample.size());
    }

    const Xapian::Database& index_;
    const Xapian::MSet& candidates_;
    const HopefulReading& reading_;
    Xapian::MSet matches_ = {};  ///< of the exact query among the first candidates
    Xapian::doccount checked_ = 0;
};

}  // namespace

RankedPage hopeful_page(
    const Xapian::Database& index, Xapian::Enquire& enquire, const HopefulReading& reading
) {
    constexpr Xapian::doccount kFirstAsked = 20'000;
    const Xapian::Query hopeful = enquire.get_query();
    const Xapian::doccount articles = index.get_doccount();
    Xapian::doccount asked = std::min(articles, std::max(kFirstAsked, reading.last));
    while (true) {
        enquire.set_query(hopeful);
        const Xapian::MSet candidates = enquire.get_mset(0, asked, reading.counted);
        const bool are_all = candidates.size() < asked || asked == articles;
        HopefulPage page(index, candidates, reading);
        if (page.fill(enquire, are_all)) {
            const Xapian::doccount found =
                are_all ? candidates.size()
                        : std::max(candidates.size(), candidates.get_matches_estimated());
            RankedPage taken = page.take(enquire, found);
            reading.scope->lift();
            return taken;
        }
        asked = asked > articles / 4 ? articles : asked * 4;
    }
}

}  // namespace broadsheet
