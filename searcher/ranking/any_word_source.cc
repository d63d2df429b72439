#include "searcher/ranking/any_word_source.h"

#include <algorithm>
#include <utility>

#include "searcher/ranking/weight.h"

namespace broadsheet {

AnyWordSource::AnyWordSource(
    const Xapian::Database& index,
    std::shared_ptr<const AnyWord> word,
    std::shared_ptr<const WordScoring> scoring
)
    : word_(std::move(word)),
      scoring_(std::move(scoring)),
      factor_(inverse_frequency(index.get_doccount(), word_->found_in)),
      mean_length_(index.get_avlength()) {}

AnyWordSource* AnyWordSource::clone() const {
    auto* copy = new AnyWordSource;  // the engine takes it
    copy->word_ = word_;
    copy->scoring_ = scoring_;
    copy->factor_ = factor_;
    copy->mean_length_ = mean_length_;
    return copy;
}

void AnyWordSource::init(const Xapian::Database& segment) {
    const std::vector<float>& lengths = scoring_->statistics->lengths(segment);
    std::vector<Xapian::termcount> times(lengths.size(), 0);
    for (const std::string& term : word_->terms) {
        const auto end = segment.postlist_end(term);
        for (auto posting = segment.postlist_begin(term); posting != end; ++posting)
            times[*posting] += posting.get_wdf();
    }
    const auto [k1, b] = scoring_->bm25;
    documents_.clear();
    scores_.clear();
    for (Xapian::docid document = 1; document < times.size(); ++document) {
        if (times[document] == 0) continue;
        const double here = times[document];
        const double length = double{lengths[document]} / mean_length_;
        documents_.push_back(document);
        scores_.push_back(factor_ * (k1 + 1) * here / (here + k1 * (1 - b + b * length)));
    }
    set_maxweight(scores_.empty() ? 0 : std::ranges::max(scores_));
    at_ = 0;
    begun_ = false;
}

void AnyWordSource::next(double) {
    if (begun_) ++at_;
    begun_ = true;
}

void AnyWordSource::skip_to(Xapian::docid document, double) {
    begun_ = true;
    const auto from = documents_.begin() + static_cast<std::ptrdiff_t>(at_);
    at_ = static_cast<std::size_t>(
        std::lower_bound(from, documents_.end(), document) - documents_.begin()
    );
}

}  // namespace broadsheet
