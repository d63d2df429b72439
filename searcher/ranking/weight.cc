#include "searcher/ranking/weight.h"

namespace broadsheet {

namespace {

// BM25 as in Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: Okapi at TREC-3 (1994). k2 (a
// term of document length alone) is out of use; k3 saturates repetitions in the query.
constexpr double kK1 = 1.2;
constexpr double kK2 = 0;
constexpr double kK3 = 1;
constexpr double kB = 0.45;
constexpr double kShortestNormalised = 0;  // length counts in short articles as in long ones

}  // namespace

std::unique_ptr<Xapian::Weight> default_weight() {
    return std::make_unique<Xapian::BM25Weight>(kK1, kK2, kK3, kB, kShortestNormalised);
}

}  // namespace broadsheet
