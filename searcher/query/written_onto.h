#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/vocabulary.h"

namespace broadsheet {

/// Arabic and Hebrew write "and", "in", "to" onto the word behind them, Hebrew its article as well:
/// بمصر is "in Egypt", וּבירושלים "and in Jerusalem". These are the stems of the index that are
/// `stem` with or without such letters, so that either finds the other; the stem itself is not
/// among them. Empty in other languages.
///
/// A word may as well begin with these letters by itself: لجنة is a committee, not "to Paradise".
/// The index tells: a word is in more articles without "in" than with it.
std::vector<std::string> written_onto(
    std::string_view stem, std::string_view language, const Vocabulary& vocabulary
);

/// Whether there may be any: it costs some dozen look-ups.
bool may_have_written_onto(std::string_view stem, std::string_view language);

}  // namespace broadsheet
