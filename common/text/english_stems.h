#pragma once

#include <string_view>

namespace broadsheet {

/// The stem of a folded English word, in American spelling, that the stemmer would take for a
/// relative of quite another: important of import, international of internal, Federer of federal.
/// Empty for every other word. Chosen among the words of newswire with one stem, the commonest
/// first.
std::string_view own_english_stem(std::string_view folded);

}  // namespace broadsheet
