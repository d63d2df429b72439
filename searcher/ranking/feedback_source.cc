#include "searcher/ranking/feedback_source.h"

#include <algorithm>

namespace broadsheet {

FeedbackSource* FeedbackSource::clone() const {
    return new FeedbackSource(sum_);  // the engine takes it
}

void FeedbackSource::init(const Xapian::Database& segment) {
    const std::vector<float>& lengths = sum_->statistics->lengths(segment);
    // What BM25 adds to the frequency of a term: a part of it grows with the length.
    const auto fixed = static_cast<float>(sum_->bm25.k1 * (1 - sum_->bm25.b));
    const auto by_length = static_cast<float>(sum_->bm25.k1 * sum_->bm25.b / sum_->mean_length);
    scores_.assign(lengths.size(), 0);
    for (const auto& [term, weight] : sum_->terms) {
        const auto factor = static_cast<float>(weight);
        const auto end = segment.postlist_end(term);
        for (auto posting = segment.postlist_begin(term); posting != end; ++posting) {
            const Xapian::docid document = *posting;
            const auto times = static_cast<float>(posting.get_wdf());
            scores_[document] += factor * times / (times + fixed + by_length * lengths[document]);
        }
    }
    float greatest = 0;
    found_ = 0;
    for (const float score : scores_) {
        found_ += static_cast<Xapian::doccount>(score > 0);
        greatest = std::max(greatest, score);
    }
    set_maxweight(greatest);
    at_ = 0;
}

void FeedbackSource::settle(double least) {
    while (at_ < scores_.size() && (scores_[at_] <= 0 || double{scores_[at_]} < least))
        ++at_;
}

void FeedbackSource::next(double least) {
    ++at_;
    settle(least);
}

void FeedbackSource::skip_to(Xapian::docid document, double least) {
    at_ = std::max(at_, document);
    settle(least);
}

}  // namespace broadsheet
