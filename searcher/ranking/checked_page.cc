#include "searcher/ranking/checked_page.h"

#include <algorithm>
#include <cmath>

#include "common/stored_article.h"
#include "searcher/ranking/match_order.h"

namespace broadsheet {

namespace {

/// So few candidates are all read: their total is exact.
constexpr Xapian::doccount kAllRead = 200;

/// Of those behind the page so many are read for the total.
constexpr Xapian::doccount kSampled = 60;

/// The candidates in order, read as far as the page needs.
class CheckedPage {
public:
    CheckedPage(
        const Xapian::Database& index, const Xapian::MSet& candidates, const CheckedReading& reading
    )
        : index_(index),
          candidates_(candidates),
          reading_(reading),
          order_(candidates, reading.by_score) {}

    void fill() {
        const bool all = reading_.exact_total || candidates_.size() <= kAllRead;
        while (read_ < candidates_.size() && (all || passed_ < reading_.last)) {
            const Xapian::MSetIterator candidate = order_.at(read_++);
            if (!passes(*candidate)) continue;
            if (passed_ >= reading_.first && passed_ < reading_.last)
                page_.articles.push_back(ranked(candidate));
            ++passed_;
        }
    }

    [[nodiscard]] bool is_filled() const { return passed_ >= reading_.last; }

    /// With the total: what passed, and of `unread` candidates as many as of a sample.
    RankedPage take(Xapian::doccount unread) {
        page_.total_is_exact = unread == 0;
        page_.total = passed_;
        if (unread > 0)
            page_.total += static_cast<std::size_t>(std::lround(share_of_sample() * unread));
        return std::move(page_);
    }

    [[nodiscard]] Xapian::doccount read() const { return read_; }

private:
    [[nodiscard]] bool passes(Xapian::docid document) const {
        const Article article = parse_article_json(index_.get_document(document).get_data());
        return std::ranges::all_of(reading_.checks, [&](const auto& check) {
            return check->holds(article);
        });
    }

    // The best candidates pass more often than the others: the sample is of all that are left.
    [[nodiscard]] double share_of_sample() const {
        const Xapian::doccount left = candidates_.size() - read_;
        if (left == 0) return static_cast<double>(passed_) / std::max<double>(read_, 1);
        const Xapian::doccount step = std::max<Xapian::doccount>(left / kSampled, 1);
        Xapian::doccount sampled = 0;
        Xapian::doccount passed = 0;
        for (Xapian::doccount i = read_; i < candidates_.size(); i += step) {
            ++sampled;
            if (passes(*candidates_[i])) ++passed;
        }
        return static_cast<double>(passed) / sampled;
    }

    const Xapian::Database& index_;
    const Xapian::MSet& candidates_;
    const CheckedReading& reading_;
    MatchOrder order_;
    RankedPage page_;
    Xapian::doccount read_ = 0;
    Xapian::doccount passed_ = 0;
};

}  // namespace

RankedPage checked_page(
    const Xapian::Database& index, Xapian::Enquire& enquire, const CheckedReading& reading
) {
    constexpr Xapian::doccount kFirstAsked = 20'000;
    const Xapian::doccount articles = index.get_doccount();
    Xapian::doccount asked =
        reading.exact_total ? articles : std::min(articles, std::max(kFirstAsked, reading.last));
    while (true) {
        const Xapian::MSet candidates = enquire.get_mset(0, asked, reading.counted);
        CheckedPage page(index, candidates, reading);
        page.fill();
        const bool are_all = candidates.size() < asked || asked == articles;
        if (page.is_filled() || are_all) {
            const Xapian::doccount found =
                are_all ? candidates.size()
                        : std::max(candidates.size(), candidates.get_matches_estimated());
            return page.take(found - page.read());
        }
        asked = asked > articles / 4 ? articles : asked * 4;
    }
}

}  // namespace broadsheet
