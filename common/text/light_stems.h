#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// Whether words of this language (ISO 639 code) are stemmed by light_stem(): Snowball has no
/// stemmer for it, or, for Arabic, one that sees the letters before a word as its own.
bool has_light_stems(std::string_view language);

/// A folded word without the endings of its case, number, gender or owner, and what article is
/// written onto it. What derives one word from another stays: "light" in the words of Larkey and
/// Savoy, who found that it serves searchers as well as more does. The word itself in a language
/// without such endings.
std::string light_stem(std::string_view folded, std::string_view language);

}  // namespace broadsheet
