#pragma once

#include <cstddef>

#include "broadsheet/query.h"

namespace broadsheet {

/// BM25's saturation of frequency and share of length normalisation.
struct Bm25Settings {
    double k1 = 1.2;
    double b = 0.35;
};

/// What counts in a query beside the stems of its words.
struct EvidenceSettings {
    double typed_form = 0.35;  ///< the form that was typed, of its own weight
    double pair = 0.1;         ///< two neighbours side by side, of theirs
    double repeats = 3;        ///< BM25's k3: how slowly a word typed again and again saturates
    double rarity = 0.2;       ///< in a long query a word counts by this power of its rarity more
    double asking = 0.5;       ///< in a long query, words that ask, such as "articles", by this
};

/// How a query is widened by the words of the articles it finds first.
struct FeedbackSettings {
    std::size_t articles = 10;     ///< of the first answer that are looked at
    std::size_t terms = 80;        ///< at most so many are taken from them
    double original_weight = 0.5;  ///< share of the typed words in the widened query, above 0
    double sharpness = 4;          ///< articles weigh by this power of their score
    double common = 0.1;        ///< terms in a greater share of the index's articles tell nothing
    double country_word = 0.5;  ///< what a relative of a typed country counts, in typed words
    Bm25Settings bm25 = {.k1 = 1.2, .b = 0.3};
};

/// All parameters of ranking; README.md beside this file says where they come from.
struct RankingSettings {
    Model model = Model::bm25;
    Bm25Settings few_words = {.k1 = 0.9, .b = 0.3};
    Bm25Settings many_words = {.k1 = 3, .b = 0.7};
    EvidenceSettings evidence = {};
    FeedbackSettings feedback = {};
};

/// From 0 for a query of a few words, as people type them, to 1 for one of sentences.
double wordiness(std::size_t words);

}  // namespace broadsheet
