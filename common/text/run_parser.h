#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/character_class.h"
#include "common/text/language_rules.h"
#include "common/text/run_pieces.h"

namespace broadsheet {

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
