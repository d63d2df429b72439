#pragma once

#include <optional>
#include <string_view>

#include "broadsheet/article.h"

namespace broadsheet {

/// The line as a caption when it ends with a credit ("... said. Jane Doe/Getty Images",
/// "... (AP Photo/Jane Doe)", "... © Jane Doe") or says that it is one ("Photo: Jane Doe"); nothing
/// for other lines.
std::optional<Caption> caption_of(std::string_view line);

}  // namespace broadsheet
