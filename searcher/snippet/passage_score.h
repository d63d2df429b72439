#pragma once

#include <cstdint>
#include <vector>

#include "searcher/snippet/target_matcher.h"

namespace broadsheet {

/// How well a passage answers, from its matches in reading order. All parts are shares of the
/// query's whole weight, so that what is said here holds for every query:
/// - coverage: the share of each target that occurs; the rest can only decide among passages that
///   are about equal in it;
/// - closeness: up to a quarter of a target's share when it stands next to the match before it;
/// - repetition: a little for each further match, never more than a fifth of the greatest share;
/// - earliness: up to a tenth of the greatest share, fading from paragraph to paragraph.
class PassageScore {
public:
    explicit PassageScore(const TargetMatcher& targets);

    /// Starts a passage that begins in this paragraph.
    void begin(std::uint32_t paragraph);

    void add(const Match& match, std::uint32_t paragraph);

    [[nodiscard]] double value() const;

    /// The part of the query's whole weight that is this target's.
    [[nodiscard]] double share(std::uint32_t target) const { return shares_[target]; }

private:
    std::vector<double> shares_;
    double greatest_share_ = 0;
    std::vector<std::uint32_t> seen_in_;  // number of the passage in which a target was last seen
    std::uint32_t passage_ = 0;
    double covered_ = 0;
    double closeness_ = 0;
    double repetition_ = 0;
    double earliness_ = 0;
    const Match* before_ = nullptr;
    std::uint32_t paragraph_before_ = 0;
};

}  // namespace broadsheet
