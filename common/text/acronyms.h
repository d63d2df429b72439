#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// The term of an acronym whose letters, folded and without points, are `letters`. It is the
/// letters themselves ("nato"), except where they spell a common word: then the points stay
/// ("u.s" for US, U.S., USA, U.S.A.), so that the acronym is never taken for the word.
std::string acronym_term(std::string_view letters);

/// True when `letters`, printed in capitals without points, mean the acronym and not the word (US,
/// UN, EU, WHO).
bool is_acronym_in_capitals(std::string_view letters);

/// True when `letters` mean the acronym already with one capital (Usa in Italian newspapers).
bool is_acronym_when_capitalised(std::string_view letters, std::string_view language);

/// For a word typed in lower case: the term of the acronym it may have meant (`us` -> "u.s"), or
/// empty. A query offers it beside the word, so that `us officials` finds U.S. officials.
std::string_view acronym_reading(std::string_view term);

}  // namespace broadsheet
