#include "common/text/clitics.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "common/text/folding.h"

namespace broadsheet {

namespace {

// Articles and pronouns that French, Italian, Catalan and Occitan write onto the next word.
constexpr std::string_view kElisions[] = {
    "all",    "c", "coll", "d",    "dall",   "dell",   "gl", "j",     "jusqu",  "l",
    "lorsqu", "m", "n",    "nell", "presqu", "puisqu", "qu", "quell", "quelqu", "quest",
    "quoiqu", "s", "sant", "senz", "sott",   "sull",   "t",  "un",    "anch",   "bell",
};

// What English leaves of a verb behind an apostrophe; the word before stands for both.
constexpr std::string_view kContractions[] = {"d", "ll", "m", "re", "s", "ve"};

template <std::size_t size>
bool contains(const std::string_view (&table)[size], std::string_view word) {
    return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

}  // namespace

CharacterRange without_contraction(
    const RunCharacters& run, CharacterRange word, const LanguageRules& rules
) {
    std::size_t i = word.last;
    while (i > word.first && run[i - 1].kind != CharacterClass::apostrophe)
        --i;
    if (i <= word.first + 1) return word;
    const CharacterRange head = run.trimmed({word.first, i - 1});
    const std::string ending = fold(run.letters({i, word.last}));
    if (ending == "s" && run[head.last - 1].kind == CharacterClass::digit) return word;
    const bool is_suffix = rules.suffix_after_apostrophe && head.size() >= 2;
    return contains(kContractions, ending) || is_suffix ? head : word;
}

CharacterRange without_elision(const RunCharacters& run, CharacterRange word) {
    const auto sign = std::find_if(run.at(word.first), run.at(word.last), [](const Character& c) {
        return c.kind == CharacterClass::apostrophe;
    });
    if (sign == run.at(word.last)) return word;
    const auto i = static_cast<std::size_t>(sign - run.begin());
    if (!contains(kElisions, fold(run.letters({word.first, i})))) return word;
    return run.trimmed({i + 1, word.last});
}

}  // namespace broadsheet
