#pragma once

#include <vector>

#include <xapian.h>

namespace broadsheet {

/// Whether two scores differ by no more than the order of summation may make.
bool same_score(double a, double b);

/// Ranked matches in an order that does not depend on how articles are spread over segments: those
/// of equal score by article id. Ids are read as far as places are asked for.
class MatchOrder {
public:
    /// The matches come by score; where they do not, they stay as they come.
    MatchOrder(const Xapian::MSet& matches, bool by_score)
        : matches_(matches), by_score_(by_score) {}

    /// The match at a place, below matches.size(). Places that lie in runs of equal score before
    /// the one of the first place asked for are never put in order.
    Xapian::MSetIterator at(Xapian::doccount place);

    /// One past the run of equal scores that a match, by its number in the set, is in.
    [[nodiscard]] Xapian::doccount run_end(Xapian::doccount match) const;

private:
    [[nodiscard]] Xapian::doccount run_begin(Xapian::doccount match) const;
    void add_run(Xapian::doccount begin, Xapian::doccount end);

    const Xapian::MSet& matches_;
    bool by_score_;
    Xapian::doccount first_ = 0;           ///< place of the first one in order_
    std::vector<Xapian::doccount> order_;  ///< matches by their number in the set
};

}  // namespace broadsheet
