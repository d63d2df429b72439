#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// True for the name of an element of HTML, in any letter case.
bool is_html_tag(std::string_view name);

/// True for text with tags of HTML in it.
bool looks_like_html(std::string_view text);

/// Paragraphs of a body that may be plain text or HTML; entities are replaced in both.
std::vector<std::string> body_paragraphs(std::string_view text);

/// A short text, such as a headline, that may have tags or entities in it, on one line without
/// them.
std::string plain_of_html(std::string_view text);

}  // namespace broadsheet
