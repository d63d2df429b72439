#pragma once

#include <string_view>

namespace broadsheet::html {

/// True for a paragraph that asks a visitor's leave to set cookies or talks about privacy settings:
/// it says so twice at least, in one of the larger languages of the press. News about cookies does
/// too; whoever asks must know what the article is about.
bool is_consent_text(std::string_view text);

}  // namespace broadsheet::html
