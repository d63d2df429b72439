#include "searcher/ranking/feedback_source.h"

#include <algorithm>

namespace broadsheet {

namespace {

// What BM25 adds to the frequency of a term in each document of the segment, for its length.
std::vector<float> saturations(const Xapian::Database& segment, const TermSum& sum) {
    std::vector<float> out(segment.get_lastdocid() + 1, 0);
    const double fixed = sum.bm25.k1 * (1 - sum.bm25.b);
    const double by_length = sum.bm25.k1 * sum.bm25.b / sum.mean_length;
    if (sum.bm25.b == 0) {
        std::fill(out.begin(), out.end(), static_cast<float>(fixed));
        return out;
    }
    const auto end = segment.postlist_end(std::string());
    for (auto document = segment.postlist_begin(std::string()); document != end; ++document)
        out[*document] = static_cast<float>(fixed + by_length * document.get_doclength());
    return out;
}

}  // namespace

FeedbackSource* FeedbackSource::clone() const {
    return new FeedbackSource(sum_);  // the engine takes it
}

void FeedbackSource::init(const Xapian::Database& segment) {
    const std::vector<float> saturation = saturations(segment, *sum_);
    scores_.assign(saturation.size(), 0);
    for (const auto& [term, weight] : sum_->terms) {
        const auto factor = static_cast<float>(weight);
        const auto end = segment.postlist_end(term);
        for (auto posting = segment.postlist_begin(term); posting != end; ++posting) {
            const Xapian::docid document = *posting;
            const auto times = static_cast<float>(posting.get_wdf());
            scores_[document] += factor * times / (times + saturation[document]);
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
