#include "searcher/ranking/weight.h"

#include <algorithm>

namespace broadsheet {

namespace {

// BM25 as in Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: Okapi at TREC-3 (1994). k2 (a
// term of document length alone) is out of use; k3 saturates repetitions in the query.
constexpr double kK2 = 0;
constexpr double kK3 = 1;
constexpr double kShortestNormalised = 0;  // length counts in short articles as in long ones

struct Parameters {
    double k1;
    double b;
};

constexpr Parameters kFewWords = {.k1 = 1.2, .b = 0.35};
constexpr Parameters kManyWords = {.k1 = 1.8, .b = 0.65};
constexpr double kFew = 3;
constexpr double kMany = 12;

// A long article may hold some words of a long query by chance, so length is held against it more
// (Zhai, Lafferty: A study of smoothing methods for language models, SIGIR 2001, on short and long
// queries).
Parameters parameters(std::size_t words) {
    const double share = std::clamp((static_cast<double>(words) - kFew) / (kMany - kFew), 0.0, 1.0);
    return {
        .k1 = kFewWords.k1 + share * (kManyWords.k1 - kFewWords.k1),
        .b = kFewWords.b + share * (kManyWords.b - kFewWords.b)};
}

}  // namespace

std::unique_ptr<Xapian::Weight> default_weight(std::size_t words) {
    const auto [k1, b] = parameters(words);
    return std::make_unique<Xapian::BM25Weight>(k1, kK2, kK3, b, kShortestNormalised);
}

}  // namespace broadsheet
