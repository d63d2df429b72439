#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// A folded Turkish word with its dots back, as far as vowel harmony tells: within a word back
/// vowels (a ı o u) follow back ones and front vowels (e i ö ü) front ones, so kitaplari was
/// kitapları and gozler gözler. Where nothing tells, i stays i and o, u stay as they are. A g
/// between vowels is ğ.
std::string with_turkish_letters(std::string_view folded);

}  // namespace broadsheet
