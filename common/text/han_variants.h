#pragma once

namespace broadsheet {

/// The simplified form of a Chinese character, so that either script finds the other; itself when
/// it has none. The table is made from ICU's on first use. Safe to call from several threads.
char32_t simplified_han(char32_t character);

}  // namespace broadsheet
