#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// One way of writing what looks the same in print: blanks of all kinds and lengths, apostrophes,
/// composed and decomposed accents, without soft hyphens and zero-width characters. Letter case and
/// accents stay.
std::string printed_form(std::string_view text);

}  // namespace broadsheet
