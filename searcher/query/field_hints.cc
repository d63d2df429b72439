#include "searcher/query/field_hints.h"

#include <string>

#include <fmt/format.h>

#include "common/ascii.h"
#include "common/edit_distance.h"
#include "common/fields.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNameBytesMax = 32;
constexpr std::size_t kShortName = 5;

}  // namespace

void note_unknown_field(std::string_view name, std::size_t place, Notes& notes) {
    if (name.size() < 3 || name.size() > kNameBytesMax) return;
    const std::string typed = ascii_lower(name);
    std::string_view nearest;
    std::uint32_t least = typed.size() <= kShortName ? 2 : 3;
    const auto consider = [&](std::string_view candidate) {
        const std::uint32_t distance = edit_distance(typed, candidate, least - 1);
        if (distance < least) {
            least = distance;
            nearest = candidate;
        }
    };
    for (const auto& field : fields()) {
        consider(field.name);
        for (const auto& alias : field.aliases)
            consider(alias);
    }
    if (nearest.empty()) return;
    notes.add(QueryMistake{
        .sentence = fmt::format("There is no field {}:; did you mean {}:?", name, nearest),
        .offset = place,
        .length = name.size(),
        .instead = std::string(nearest)});
}

}  // namespace broadsheet
