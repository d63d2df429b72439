#include "searcher/ranking/feedback_source.h"

#include <algorithm>

namespace broadsheet {

namespace {

// What BM25 adds to the frequency of a term in each document of the segment, for its length.
std::vector<double> saturations(const Xapian::Database& segment, const TermSum& sum) {
    std::vector<double> out(segment.get_lastdocid() + 1, 0);
    const auto end = segment.postlist_end(std::string());
    for (auto document = segment.postlist_begin(std::string()); document != end; ++document) {
        const double length = document.get_doclength() / sum.mean_length;
        out[*document] = sum.bm25.k1 * (1 - sum.bm25.b + sum.bm25.b * length);
    }
    return out;
}

}  // namespace

FeedbackSource* FeedbackSource::clone() const {
    return new FeedbackSource(sum_);  // the engine takes it
}

void FeedbackSource::init(const Xapian::Database& segment) {
    const std::vector<double> saturation = saturations(segment, *sum_);
    scores_.assign(saturation.size(), 0);
    for (const auto& [term, weight] : sum_->terms) {
        const auto end = segment.postlist_end(term);
        for (auto posting = segment.postlist_begin(term); posting != end; ++posting) {
            const double times = posting.get_wdf();
            scores_[*posting] += weight * times / (times + saturation[*posting]);
        }
    }
    found_ = 0;
    double greatest = 0;
    for (const double score : scores_) {
        if (score > 0) ++found_;
        greatest = std::max(greatest, score);
    }
    set_maxweight(greatest);
    at_ = 0;
}

void FeedbackSource::settle(double least) {
    while (at_ < scores_.size() && (scores_[at_] <= 0 || scores_[at_] < least))
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
