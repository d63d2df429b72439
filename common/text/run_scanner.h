#pragma once

#include <cstddef>
#include <string_view>

#include "common/text/character_class.h"

namespace broadsheet {

/// A run is what stands between blanks and separating punctuation: a word, or what may be one word
/// or several by the rules of run_parser.h (U.S., e-mail, l'Élysée, 4,000). It is cut at this many
/// bytes at the latest, so that no text, however odd, costs more than its length.
inline constexpr std::size_t kRunBytesMax = 512;

/// The end of the run that begins with the letter or digit at `begin`.
std::size_t scan_run(std::string_view text, std::size_t begin, CharacterClasses& classes);

}  // namespace broadsheet
