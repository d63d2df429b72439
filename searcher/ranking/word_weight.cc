#include "searcher/ranking/word_weight.h"

#include <cmath>

namespace broadsheet {

namespace {

// Who repeats a word means it more, but not by as much: the query's half of BM25 (Robertson and
// others: Okapi at TREC-3, 1994).
double repeated(std::size_t times, double k3) {
    const auto count = static_cast<double>(times);
    return count * (k3 + 1) / (count + k3);
}

}  // namespace

double word_weight(const WordUse& use, std::size_t words, const EvidenceSettings& settings) {
    const double wordy = wordiness(words);
    const double asking = use.asking ? 1 - wordy * (1 - settings.asking) : 1;
    return repeated(use.times, settings.repeats) * asking *
           std::pow(use.rarity, wordy * settings.rarity);
}

}  // namespace broadsheet
