#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include <xapian.h>

#include "broadsheet/explanation.h"

namespace broadsheet {

/// Takes the score of hits apart. What the parts of a query give to an article adds up to its
/// score, since every formula here is a sum over terms.
class ScoreParts {
public:
    /// Makes the formula that the hits were ranked by.
    using MakeWeight = std::function<std::unique_ptr<Xapian::Weight>()>;

    /// `documents`: the hits.
    ScoreParts(
        const Xapian::Database& index,
        const Xapian::Query& query,
        std::vector<Xapian::docid> documents,
        MakeWeight make_weight
    );

    [[nodiscard]] const std::vector<ScorePart>& parts() const { return parts_; }

    /// What each part gives to a hit, the most first; parts that give nothing are left out.
    [[nodiscard]] std::vector<Contribution> of(Xapian::docid document) const;

private:
    using Scores = std::map<Xapian::docid, double>;

    /// `beside`: it only adds to what something else found.
    void take_apart(const Xapian::Query& query, double factor, bool beside);
    void add(const Xapian::Query& query, double factor, bool beside);
    [[nodiscard]] Scores scores(const Xapian::Query& query) const;

    Xapian::Database index_;
    std::vector<Xapian::docid> documents_;
    MakeWeight make_weight_;
    Xapian::Query hits_;
    std::vector<ScorePart> parts_;
    std::vector<Scores> scores_;
};

}  // namespace broadsheet
