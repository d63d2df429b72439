#pragma once

#include <array>
#include <string>
#include <string_view>

#include "broadsheet/results.h"

namespace broadsheet {

/// The header of the table formats.
inline constexpr std::array<std::string_view, 10> kTableColumns = {
    "rank",
    "score",
    "id",
    "published",
    "source",
    "section",
    "headline",
    "byline",
    "url",
    "snippet"};

/// The cells of one hit, in the order of the header, each harmless and on one line.
std::array<std::string, kTableColumns.size()> table_cells(const Hit& hit);

/// The same for a whole article: its text takes the place of the snippet; no rank and no score.
std::array<std::string, kTableColumns.size()> table_cells(const Article& article);

}  // namespace broadsheet
