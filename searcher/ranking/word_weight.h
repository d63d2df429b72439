#pragma once

#include <cstddef>

#include "searcher/ranking/settings.h"

namespace broadsheet {

/// How a word stands in a query.
struct WordUse {
    std::size_t times = 1;  ///< it was typed
    double rarity = 0;      ///< the logarithm of the index's articles by those that have it
    bool asking = false;    ///< it may only ask for something (asking_words.h)
};

/// How much a word of a query of so many words counts beside what its term weighs.
double word_weight(const WordUse& use, std::size_t words, const EvidenceSettings& settings);

}  // namespace broadsheet
