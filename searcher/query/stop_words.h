#pragma once

#include <string_view>

namespace broadsheet {

/// Whether a folded word is a function word of the language (ISO 639 code): it says nothing of what
/// an article is about. Ranking passes over such words where others stand beside them; phrases
/// never do.
bool is_stop_word(std::string_view term, std::string_view language);

}  // namespace broadsheet
