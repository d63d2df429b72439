#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::html {

/// True for what pages say of the people who wrote the article: "Jane Doe is a reporter for the
/// Evening Echo." `authors` are the names in its byline; a note about anybody else is text.
bool is_author_note(std::string_view text, const std::vector<std::string>& authors);

}  // namespace broadsheet::html
