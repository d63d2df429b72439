#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/results.h"
#include "common/json_writer.h"

namespace broadsheet {

/// One row of the table of what can be printed of a hit: the names of --fields.
struct HitField {
    std::string_view name;
    void (*write)(JsonWriter&, const Hit&);  ///< its member; nothing when it is not known
    std::string (*cell)(const Hit&);         ///< harmless and on one line; null: has no such form
};

/// Names of all rows, in the order of the table.
inline constexpr std::array<std::string_view, 23> kHitFieldNames = {
    "rank",      "score",      "id",       "headline",         "headline_highlights",
    "deck",      "byline",     "url",      "source",           "section",
    "published", "updated",    "language", "authors",          "dateline",
    "tags",      "places",     "snippet",  "further_snippets", "near_copy",
    "origin",    "paragraphs", "captions"};

/// What JSON has without --fields, in this order.
inline constexpr std::span kUsualMembers = std::span(kHitFieldNames).first<21>();

/// What tables have without --fields.
inline constexpr std::array<std::string_view, 10> kUsualColumns = {
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

/// The row of this name, which must be in the table.
const HitField& hit_field(std::string_view name);

}  // namespace broadsheet
