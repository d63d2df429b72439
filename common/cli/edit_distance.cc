#include "common/cli/edit_distance.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string>

#include "common/edit_distance.h"

namespace broadsheet::cli {

namespace {

// Nobody types longer names; a hostile one must not cost its square.
constexpr std::size_t kNameBytesMax = 64;

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

}  // namespace

std::optional<std::string_view> nearest(
    std::string_view typed, std::span<const std::string_view> candidates
) {
    if (typed.size() > kNameBytesMax) return std::nullopt;
    const std::string wanted = lower(typed);
    std::optional<std::string_view> best;
    auto best_distance = static_cast<std::uint32_t>(std::max<std::size_t>(1, typed.size() / 3) + 1);
    for (const std::string_view candidate : candidates) {
        const std::uint32_t distance = edit_distance(wanted, lower(candidate), best_distance);
        if (distance >= best_distance || distance >= candidate.size()) continue;
        best = candidate;
        best_distance = distance;
    }
    return best;
}

}  // namespace broadsheet::cli
