#pragma once

#include <string_view>

namespace broadsheet {

/// True when `term` (Word::term: folded, without accents) is one of the commonest function words of
/// the language (ISO 639 code). They are indexed and found in phrases like all others, but have
/// no stem (README.md), and ranking and snippets give them less say. False in languages without a
/// list. Safe to call from several threads.
bool is_stop_word(std::string_view term, std::string_view language);

}  // namespace broadsheet
