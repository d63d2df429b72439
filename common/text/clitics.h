#pragma once

#include "common/text/language_rules.h"
#include "common/text/run_characters.h"

namespace broadsheet {

/// The word without the end of "Kotova's", "they're", and of Ankara'nın in languages that do that.
CharacterRange without_contraction(
    const RunCharacters& run, CharacterRange word, const LanguageRules& rules
);

/// The word without the article of "l'Élysée", "dell'Aquila".
CharacterRange without_elision(const RunCharacters& run, CharacterRange word);

}  // namespace broadsheet
