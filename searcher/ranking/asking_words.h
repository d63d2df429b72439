#pragma once

#include <string_view>

namespace broadsheet {

/// True when `term` (Word::term: folded, without accents) is one of the words by which people ask
/// for texts rather than say what the texts are about: "articles dealing with", "I am interested
/// in". They have a list for some languages only, and may mean what they say: in a query of few
/// words they count like others. Safe to call from several threads.
bool is_asking_word(std::string_view term, std::string_view language);

}  // namespace broadsheet
