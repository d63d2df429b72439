#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace broadsheet {

/// Words of the index that fit a pattern.
struct Expansion {
    std::vector<std::string> terms;  ///< without the field's prefix, the most frequent first
    bool cut = false;                ///< more fitted, or the vocabulary was not read to its end
};

/// How many words a pattern may stand for.
inline constexpr std::size_t kExpansionTermsMax = 200;

/// How many words of the vocabulary are looked at for a pattern.
inline constexpr std::size_t kExpansionScanMax = 300'000;

/// Words of a field (its term prefix; empty: all text) that fit `pattern`: `*` any letters, `?`
/// one.
Expansion expand_wildcard(
    const Xapian::Database& index, std::string_view field_prefix, std::string_view pattern
);

/// Words of a field that begin like `term` with the same letter and differ from it by at most
/// `distance` (edit_distance.h).
Expansion expand_fuzzy(
    const Xapian::Database& index,
    std::string_view field_prefix,
    std::string_view term,
    std::uint32_t distance
);

}  // namespace broadsheet
