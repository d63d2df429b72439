#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// A folded Turkish word with the dots of its endings back, as far as vowel harmony tells: back
/// vowels (a ı o u) follow back ones and front vowels (e i ö ü) front ones, so masalari was
/// masaları and gozler gözler. Where nothing tells, i stays i and o, u stay as they are. A g
/// between vowels is ğ. Words of foreign origin may come out wrong (kitap as kıtap); the stemmer
/// looks at the endings, and the stem is folded again.
std::string with_turkish_letters(std::string_view folded);

}  // namespace broadsheet
