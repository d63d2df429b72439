#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// Paragraphs of a plain message: quoted lines are paragraphs of their own without their marks;
/// files encoded into the text (uuencode, base64, binhex) and armour are left out.
std::vector<std::string> mail_paragraphs(std::string_view text);

}  // namespace broadsheet
