#pragma once

#include <string>
#include <string_view>

#include "broadsheet/suggestions.h"

namespace broadsheet {

/// A completed word a line with the number of articles behind a tab, then a headline a line.
std::string completions_as_text(const Completions& completions);

/// One JSON document, as in searcher/OUTPUT.md.
std::string completions_as_json(std::string_view beginning, const Completions& completions);

}  // namespace broadsheet
