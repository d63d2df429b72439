#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/character_class.h"
#include "common/text/language_rules.h"

namespace broadsheet {

/// How a piece of a run becomes a term.
enum class PieceKind : std::uint8_t {
    word,    ///< its text is to be folded and stemmed
    joined,  ///< the same for the parts of a compound written together
    term,    ///< its text is the term: acronyms, numbers
};

/// One word found in a run. Offsets are bytes from the start of the run.
struct RunPiece {
    std::string text;
    PieceKind kind = PieceKind::word;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint16_t position = 0;
    std::uint16_t span = 1;
};

/// How a run was printed.
enum class RunStyle : std::uint8_t {
    plain,
    tag,      ///< behind # or @: CamelCase is cut into words
    shouted,  ///< in capitals among capitals: US may be the acronym or the word
};

/// Cuts a run (run_scanner.h) into words by the rules for news text in README.md. `pieces` is
/// replaced; they are in order of position.
void parse_run(
    std::string_view run,
    RunStyle style,
    const LanguageRules& rules,
    CharacterClasses& classes,
    std::vector<RunPiece>& pieces
);

}  // namespace broadsheet
