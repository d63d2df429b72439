#include "searcher/ranking/row_source.h"

#include <algorithm>
#include <utility>

#include "searcher/ranking/term_union.h"

namespace broadsheet {

namespace {

/// Sums of bounds may be off in their last digits; equal scores must not be lost.
constexpr double kRounding = 1 - 1e-9;

}  // namespace

RowSource::RowSource(
    const Xapian::Database& index,
    const WordRow& row,
    const std::shared_ptr<const WordScoring>& scoring
) {
    for (const ScoredWord& word : row.words)
        add(std::make_unique<WordSource>(index, word, scoring));
    for (const ScoredPair& pair : row.pairs)
        pairs_.emplace_back(index, pair, scoring);
}

void RowSource::add(std::unique_ptr<Xapian::PostingSource> part) {
    parts_.push_back({.source = std::move(part)});
}

RowSource* RowSource::clone() const {
    auto* copy = new RowSource;  // the engine takes it
    for (const Part& part : parts_)
        copy->add(std::unique_ptr<Xapian::PostingSource>(part.source->clone()));
    for (const NeighbourScore& pair : pairs_)
        copy->pairs_.push_back(pair.clone());
    return copy;
}

void RowSource::init(const Xapian::Database& segment) {
    for (Part& part : parts_) {
        part.source->init(segment);
        part.at = 0;
        part.most = part.source->get_maxweight();
    }
    std::ranges::stable_sort(parts_, {}, &Part::most);
    double most = 0;
    for (Part& part : parts_)
        part.most_so_far = most += part.most;
    pairs_most_ = 0;
    possible_.assign(pairs_.size(), 0);
    for (NeighbourScore& pair : pairs_) {
        pair.init(segment);
        pairs_most_ += pair.most();
    }
    set_maxweight(most + pairs_most_);
    estimate_matches(segment.get_doccount());
    first_leader_ = 0;
    at_ = 0;
}

void RowSource::estimate_matches(Xapian::doccount articles) {
    std::vector<Xapian::doccount> estimated;
    std::size_t sum = 0;
    found_min_ = 0;
    for (const Part& part : parts_) {
        estimated.push_back(part.source->get_termfreq_est());
        sum += part.source->get_termfreq_max();
        found_min_ = std::max(found_min_, part.source->get_termfreq_min());
    }
    found_max_ = static_cast<Xapian::doccount>(std::min<std::size_t>(sum, articles));
    found_estimated_ =
        std::clamp(estimated_union(std::move(estimated), articles), found_min_, found_max_);
}

void RowSource::Part::skip_to(Xapian::docid document) {
    if (at >= document) return;
    source->skip_to(document, 0);
    at = source->at_end() ? kEnd : source->get_docid();
}

void RowSource::next(double least) {
    find(at_ + 1, least);
}

void RowSource::skip_to(Xapian::docid document, double least) {
    if (document > at_) find(document, least);
}

void RowSource::choose_leaders(double enough) {
    const auto too_bad = [&](const Part& part) { return part.most_so_far + pairs_most_ < enough; };
    const auto first = std::ranges::find_if_not(parts_, too_bad);
    first_leader_ = static_cast<std::size_t>(first - parts_.begin());
}

// The first article from there on that is good enough.
void RowSource::find(Xapian::docid from, double least) {
    const double enough = least * kRounding;
    choose_leaders(enough);
    for (;;) {
        at_ = kEnd;
        for (std::size_t i = first_leader_; i < parts_.size(); ++i) {
            parts_[i].skip_to(from);
            at_ = std::min(at_, parts_[i].at);
        }
        if (at_ == kEnd || scores(at_, enough)) return;
        from = at_ + 1;
    }
}

// Looks at no more of an article than is needed to know that it is not.
bool RowSource::scores(Xapian::docid document, double enough) {
    score_ = 0;
    for (std::size_t i = first_leader_; i < parts_.size(); ++i) {
        if (parts_[i].at == document) score_ += parts_[i].source->get_weight();
    }
    for (std::size_t i = first_leader_; i-- > 0;) {
        if (score_ + parts_[i].most_so_far + pairs_most_ < enough) return false;
        parts_[i].skip_to(document);
        if (parts_[i].at == document) score_ += parts_[i].source->get_weight();
    }
    return score_ + pairs_most_ >= enough && adds_pairs(document, enough);
}

// Positions are dear, so first what the pairs could give at most.
bool RowSource::adds_pairs(Xapian::docid document, double enough) {
    double possible = 0;
    for (std::size_t i = 0; i < pairs_.size(); ++i)
        possible += possible_[i] = pairs_[i].possible_at(document);
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        if (score_ + possible < enough) return false;
        if (possible_[i] == 0) continue;
        if (pairs_[i].are_side_by_side(document)) score_ += possible_[i];
        possible -= possible_[i];
    }
    return score_ >= enough;
}

}  // namespace broadsheet
