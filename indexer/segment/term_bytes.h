#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "common/fields.h"

namespace broadsheet {

/// Whether a term fits into a segment: it is not empty and takes at most kTermBytesMax bytes as a
/// key, where a zero byte takes two.
inline bool is_storable_term(std::string_view term) {
    if (term.empty() || term.size() > kTermBytesMax) return false;
    const auto zero_bytes = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
    return term.size() + zero_bytes <= kTermBytesMax;
}

}  // namespace broadsheet
