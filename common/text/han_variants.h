#pragma once

namespace broadsheet {

/// The simplified form of a Chinese character, so that either script finds the other; itself when
/// it has none.
char32_t simplified_han(char32_t character);

}  // namespace broadsheet
