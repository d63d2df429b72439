#include "searcher/query/quotes.h"

#include <string_view>

namespace broadsheet {

namespace {

/// Which marks open and close in print, by https://www.unicode.org/charts/ (General Punctuation,
/// CJK Symbols). Writers mix them, so every double mark closes every double mark.
struct Family {
    QuoteFamily family;
    std::u32string_view openers;
    std::u32string_view closers;
};

constexpr Family kFamilies[] = {
    {QuoteFamily::straight_or_curly,
     U"\"\u201C\u201D\u201E\u201F\u301D\u301E\u301F\uFF02",
     U"\"\u201C\u201D\u201F\u301E\u301F\uFF02"},
    {QuoteFamily::single_curly, U"\u2018\u201A", U"\u2018\u2019"},
    {QuoteFamily::guillemet, U"\u00AB\u00BB", U"\u00AB\u00BB"},
    {QuoteFamily::single_guillemet, U"\u2039\u203A", U"\u2039\u203A"},
    {QuoteFamily::corner, U"\u300C\u300E\u300A\uFF62", U"\u300D\u300F\u300B\uFF63"},
};

}  // namespace

std::optional<QuoteFamily> opens_quote(char32_t c) {
    for (const auto& family : kFamilies) {
        if (family.openers.find(c) != std::u32string_view::npos) return family.family;
    }
    return std::nullopt;
}

bool closes_quote(char32_t opener, char32_t c) {
    for (const auto& family : kFamilies) {
        if (family.openers.find(opener) == std::u32string_view::npos) continue;
        if (family.family == QuoteFamily::corner) return c == opener + 1;
        // « closes with » and » with « or, as in Finnish, with itself.
        if (opener == U'\u00AB' || opener == U'\u2039')
            return c == opener + (opener == U'\u00AB' ? 16 : 1);
        return family.closers.find(c) != std::u32string_view::npos;
    }
    return false;
}

}  // namespace broadsheet
