#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet {

/// How many letters must be added, dropped, replaced or swapped with a neighbour to make one word
/// of the other (optimal string alignment, Damerau 1964), by code points of UTF-8. Distances over
/// `max` are given as max + 1, which saves their time.
std::uint32_t edit_distance(std::string_view a, std::string_view b, std::uint32_t max);

}  // namespace broadsheet
