#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/field_names.h"
#include "indexer/formats/profiles/profile.h"

namespace broadsheet {

/// The words of the language that profiles are written in.

/// The fields of an article as users know them from searches and from JSON output.
std::span<const std::string_view> field_names();

/// The field of that name ("authors" is "byline", "captions" is "caption"), or nothing.
std::optional<FieldRole> find_field_role(std::string_view name);

/// "json", "csv" or "xml".
std::string_view kind_name(ProfileKind kind);

/// The text without quotes around it.
std::string_view unquoted(std::string_view text);

/// The number of a column, from 1; nothing for what is none.
std::optional<std::size_t> column_number(std::string_view text);

/// Adds the parts between commas, blanks apart.
void add_comma_list(std::vector<std::string>& list, std::string_view text);

/// What to write instead of a word that is none of these: the nearest, or all of them.
std::string did_you_mean(std::string_view typed, std::span<const std::string_view> names);

}  // namespace broadsheet
