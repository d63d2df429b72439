#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/text/character_class.h"

namespace broadsheet {

/// Initials printed apart: "J. K." and "j k" are one word, as "J.K." and "JK" are, and "z. B." is.
/// Given a run of one letter at [begin, end), returns where the last of the initials that follow it
/// ends, or 0 when it stands alone. There are at most four; without points they are consonants, so
/// that "a" and "I" stay words.
std::size_t initials_end(
    std::string_view text, std::size_t begin, std::size_t end, CharacterClasses& classes
);

/// The term of initials found by initials_end().
std::string initials_term(std::string_view printed, CharacterClasses& classes);

}  // namespace broadsheet
