#pragma once

#include <cstddef>
#include <memory>

#include <xapian.h>

#include "searcher/ranking/settings.h"

namespace broadsheet {

/// BM25's parameters for a query of so many words.
Bm25Settings bm25_settings(std::size_t words, const RankingSettings& settings);

/// The ranking formula of a model with its parameters for a query of so many words.
std::unique_ptr<Xapian::Weight> make_weight(std::size_t words, const RankingSettings& settings);

/// BM25's weight of a term that `found_in` of the index's articles have; always above 0.
double inverse_frequency(double articles, double found_in);

}  // namespace broadsheet
