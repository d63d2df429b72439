#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/ranking/index_statistics.h"
#include "searcher/ranking/settings.h"

namespace broadsheet {

/// A term with the factor its saturated frequency counts by.
struct WeightedTerm {
    std::string term;
    double weight = 0;
};

/// What a FeedbackSource adds up: the terms, and BM25's treatment of frequency and length. The
/// weights and the mean length are those of the whole index, not of a segment.
struct TermSum {
    std::vector<WeightedTerm> terms;
    Bm25Settings bm25 = {};
    double mean_length = 1;
    std::shared_ptr<IndexStatistics> statistics = std::make_shared<IndexStatistics>();
};

/// Offers the articles that have any of many terms, with the sum of their weights. The engine's own
/// OR of so many terms walks a tree for each article; this adds up term by term into one array for
/// each segment, about four times as fast, and knows the greatest sum exactly, so that the engine
/// can pass over whatever cannot reach the page.
class FeedbackSource final : public Xapian::PostingSource {
public:
    explicit FeedbackSource(std::shared_ptr<const TermSum> sum) : sum_(std::move(sum)) {}

    Xapian::doccount get_termfreq_min() const override { return found_; }

    Xapian::doccount get_termfreq_est() const override { return found_; }

    Xapian::doccount get_termfreq_max() const override { return found_; }

    double get_weight() const override { return double{scores_[at_]}; }

    Xapian::docid get_docid() const override { return at_; }

    bool at_end() const override { return at_ >= scores_.size(); }

    void next(double least) override;
    void skip_to(Xapian::docid document, double least) override;
    FeedbackSource* clone() const override;
    void init(const Xapian::Database& segment) override;

private:
    void settle(double least);

    std::shared_ptr<const TermSum> sum_;
    std::vector<float> scores_;  ///< by document of the segment; 0 where it has none of the terms
    Xapian::docid at_ = 0;
    Xapian::doccount found_ = 0;
};

}  // namespace broadsheet
