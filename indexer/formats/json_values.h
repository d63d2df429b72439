#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

namespace broadsheet {

/// The text of any value that stands for one: texts, numbers, the name in an object; empty for
/// lists, null and truth values.
std::string json_text(simdjson::dom::element value);

/// A value that is a text; empty for all others. Lives as long as the parser.
std::string_view json_string(simdjson::dom::element value);

/// The member of that name, if it is a text.
std::string_view json_member(simdjson::dom::object from, std::string_view key);

/// The names in a list: of texts, or of objects with a name in them. Empty for all other values.
std::vector<std::string> json_items(simdjson::dom::element value);

}  // namespace broadsheet
