#pragma once

#include <string_view>

namespace broadsheet::bench {

/// How well one text covers another, counted in words.
struct Overlap {
    double precision = 0;  ///< share of the found words that were expected
    double recall = 0;     ///< share of the expected words that were found
    double f1 = 0;         ///< their harmonic mean
};

/// Compares two texts as bags of words: runs of letters and digits in small letters, Chinese,
/// Japanese and Thai by character. Two texts without any word are equal.
Overlap compare_words(std::string_view found, std::string_view expected);

}  // namespace broadsheet::bench
