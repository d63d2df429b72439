#pragma once

#include <string_view>
#include <vector>

#include "indexer/formats/profiles/profile.h"

namespace broadsheet {

/// Reads the right side of a line of [article]: sources with | between them, each a path or a
/// template in double quotes, perhaps with `between "A" and "B"` behind it.
/// @throws Error (invalid_argument) with a sentence without file and line.
std::vector<ValueSource> parse_value_sources(std::string_view text, ProfileKind kind);

/// Calls `visit` with every path in the rule.
template <typename Visit>
void for_each_path(const FieldRule& rule, Visit visit) {
    for (const ValueSource& source : rule.sources) {
        if (!source.path.empty()) visit(source.path);
        for (const TemplatePart& part : source.parts) {
            if (!part.path.empty()) visit(part.path);
        }
    }
}

}  // namespace broadsheet
