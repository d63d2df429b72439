#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// What the digits behind "^" say, such as 2 or 2.5, within the bounds of weights.
std::optional<double> typed_weight(std::string_view digits);

/// Takes what a text says of its weight off its end: coup^2. Of several the last one counts; 1 when
/// there is none.
double take_weight(std::string& text);

}  // namespace broadsheet
