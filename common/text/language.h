#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// The ISO 639 code ("en", "de", "zh") of the language most of the text is written in, as CLD2 sees
/// it in the first few kilobytes, or empty when it is not sure or there is too little text. Chinese
/// is "zh" in either script. Safe to call from several threads.
std::string detect_language(std::string_view text);

/// The code by which this program knows a language given as an ISO 639-1 or 639-2 code, a BCP 47
/// tag or an English name, whatever the letter case ("en-GB", "eng", "English" -> "en"); empty when
/// it means nothing to us.
std::string language_code(std::string_view text);

}  // namespace broadsheet
