#pragma once

#include <string_view>

namespace broadsheet {

/// True when the beginning of `text` is English beyond doubt: every few words there is a function
/// word that no other language written in these letters has, and hardly a word of theirs. Costs a
/// fraction of what a detector for all languages does. False says nothing.
bool is_plain_english(std::string_view text);

}  // namespace broadsheet
