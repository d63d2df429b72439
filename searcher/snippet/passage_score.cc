#include "searcher/snippet/passage_score.h"

#include <algorithm>

namespace broadsheet {

namespace {

constexpr double kCloseness = 0.25;
constexpr double kClosenessFades = 16;  // bytes between two matches that halve it
constexpr double kRepetition = 0.05;
constexpr double kRepetitionMax = 0.2;
constexpr double kEarliness = 0.1;
constexpr double kEarlinessFades = 4;  // paragraphs that halve it

// Bytes that the end of a paragraph counts for.
constexpr double kParagraphGap = 40;

// A target that occurs in every article has no weight, and is still worth seeing.
constexpr double kLeastWeight = 0.01;

double fading(double distance, double half) {
    return 1 / (1 + distance / half);
}

}  // namespace

PassageScore::PassageScore(const TargetMatcher& targets)
    : shares_(targets.target_count()), seen_in_(targets.target_count(), 0) {
    double sum = 0;
    for (std::uint32_t target = 0; target < shares_.size(); ++target) {
        shares_[target] = std::max(targets.weight(target), kLeastWeight);
        sum += shares_[target];
    }
    for (double& share : shares_) {
        share /= sum;
        greatest_share_ = std::max(greatest_share_, share);
    }
}

void PassageScore::begin(std::uint32_t paragraph) {
    ++passage_;
    covered_ = closeness_ = repetition_ = 0;
    earliness_ = kEarliness * greatest_share_ * fading(paragraph, kEarlinessFades);
    before_ = nullptr;
}

void PassageScore::add(const Match& match, std::uint32_t paragraph) {
    const double share = shares_[match.target];
    if (seen_in_[match.target] == passage_) {
        repetition_ += kRepetition * share;
    } else {
        seen_in_[match.target] = passage_;
        covered_ += share;
        if (before_ != nullptr) {
            const bool same = paragraph == paragraph_before_;
            const double gap = !same                        ? kParagraphGap + match.begin
                               : match.begin > before_->end ? match.begin - before_->end
                                                            : 0;
            closeness_ += kCloseness * share * fading(gap, kClosenessFades);
        }
    }
    before_ = &match;
    paragraph_before_ = paragraph;
}

double PassageScore::value() const {
    return covered_ + closeness_ + std::min(repetition_, kRepetitionMax * greatest_share_) +
           earliness_;
}

}  // namespace broadsheet
