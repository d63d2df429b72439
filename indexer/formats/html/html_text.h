#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// The text of a fragment of HTML, or of a page that is known to be all text, as it stands in JSON,
/// mail and feeds: one string a paragraph (block element, or lines between two <br>), blanks
/// collapsed, entities decoded, none empty. Programs, styles, controls and embedded objects are
/// left out, nothing else. Text without any markup becomes one paragraph. Ill-formed UTF-8 is
/// repaired. Never throws for what the text contains; safe to call from several threads.
std::vector<std::string> html_to_paragraphs(std::string_view html);

}  // namespace broadsheet
