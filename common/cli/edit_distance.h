#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace broadsheet::cli {

/// The candidate a person most likely meant by `typed`, whatever the letter case, or nothing when
/// none is near enough: at most one slip for every three letters. The first wins among equals.
std::optional<std::string_view> nearest(
    std::string_view typed, std::span<const std::string_view> candidates
);

}  // namespace broadsheet::cli
