#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// Elements of SGML collections, found by their tags as they stand in the text: these collections
/// have no reliable structure for a parser, but their tags are plain.

/// What stands between <name ...> and </name>, or to the end where it is never closed; nothing when
/// there is no such element. Letter case apart.
std::optional<std::string_view> sgml_element(std::string_view text, std::string_view name);

/// The same of all elements of that name, one after the other; one inside another is part of it.
std::vector<std::string_view> sgml_elements(std::string_view text, std::string_view name);

/// Where the tag <name> or <name ...> opens at or after `offset`; npos when nowhere.
std::size_t find_open_tag(std::string_view text, std::string_view name, std::size_t offset = 0);

/// The value of an attribute in a tag, without quotes, or empty.
std::string_view sgml_attribute(std::string_view tag, std::string_view name);

/// The text with all tags removed and entities replaced; a tag becomes a blank,
/// one of those that stand inside words and sentences nothing.
std::string sgml_text(std::string_view markup);

}  // namespace broadsheet
