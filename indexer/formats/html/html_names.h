#pragma once

#include <optional>
#include <string_view>

#include "indexer/formats/html/html_tree.h"

namespace broadsheet::html {

/// The element of that name, in small letters; `other` for one the extraction does not know.
Tag tag_of_name(std::string_view name);

/// The attribute of that name, in small letters; nothing for one that is not kept.
std::optional<Attribute> attribute_of_name(std::string_view name);

}  // namespace broadsheet::html
