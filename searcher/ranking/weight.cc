#include "searcher/ranking/weight.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

namespace {

// BM25 as in Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: Okapi at TREC-3 (1994). k2 (a
// term of document length alone) is out of use; repetitions in the query are in the words' weights
// (word_weight.h).
constexpr double kK2 = 0;
constexpr double kK3 = 1;
constexpr double kShortestNormalised = 0;  // length counts in short articles as in long ones
constexpr double kDelta = 0.5;      // for frequencies saturated as news wants; its paper has 1
constexpr double kLengthScale = 2;  // c of the DFR models' normalisation 2

}  // namespace

double wordiness(std::size_t words) {
    constexpr double kFew = 3;
    constexpr double kMany = 12;
    return std::clamp((static_cast<double>(words) - kFew) / (kMany - kFew), 0.0, 1.0);
}

// A long article may hold some words of a long query by chance, so length is held against it more
// (Zhai, Lafferty: A study of smoothing methods for language models, SIGIR 2001, on short and long
// queries).
Bm25Settings bm25_settings(std::size_t words, const RankingSettings& settings) {
    const double share = wordiness(words);
    const auto between = [share](double few, double many) { return few + share * (many - few); };
    return {
        .k1 = between(settings.few_words.k1, settings.many_words.k1),
        .b = between(settings.few_words.b, settings.many_words.b)};
}

std::unique_ptr<Xapian::Weight> make_weight(std::size_t words, const RankingSettings& settings) {
    const auto [k1, b] = bm25_settings(words, settings);
    switch (settings.model) {
        case Model::bm25plus:
            return std::make_unique<Xapian::BM25PlusWeight>(
                k1, kK2, kK3, b, kShortestNormalised, kDelta
            );
        case Model::dph:
            return std::make_unique<Xapian::DPHWeight>();
        case Model::inl2:
            return std::make_unique<Xapian::InL2Weight>(kLengthScale);
        case Model::pl2:
            return std::make_unique<Xapian::PL2Weight>(kLengthScale);
        case Model::bm25:
            break;
    }
    return std::make_unique<Xapian::BM25Weight>(k1, kK2, kK3, b, kShortestNormalised);
}

// As in Xapian::BM25Weight: of a term in more than a third of the articles, the odds are kept above
// 1 so that having it never counts against an article.
double inverse_frequency(double articles, double found_in) {
    constexpr double kOddsMin = 2;
    const double odds = (articles - found_in + 0.5) / (found_in + 0.5);
    return std::log(odds < kOddsMin ? odds / 2 + 1 : odds);
}

}  // namespace broadsheet
