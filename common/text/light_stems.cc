#include "common/text/light_stems.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>

#include "common/text/arabic_articles.h"

namespace broadsheet {

namespace {

/// An ending, and how many letters it leaves at least.
struct Ending {
    std::string_view text;
    std::size_t letters_left = 3;
};

// Pronouns, as Chen and Gey cut them ("Building an Arabic stemmer for information retrieval", TREC
// 2002).
constexpr Ending kArabicPronouns[] = {
    {"هما"},
    {"كما"},
    {"هم"},
    {"هن"},
    {"كم"},
    {"كن"},
    {"نا"},
    {"ها"},
};

// Those of the light10 stemmer (Larkey, Ballesteros and Connell, "Light stemming for Arabic
// information retrieval", 2007), with the dual, the ة that a pronoun makes ت (حكومته), the
// accusative (رئيسا) and the commonest ones of verbs.
constexpr Ending kArabicEndings[] = {
    {"تان"},
    {"تين"},
    {"ان"},
    {"ات", 2},
    {"ون"},
    {"ين"},
    {"يه", 2},
    {"ته"},
    {"تي"},
    {"وا"},
    {"ا"},
    {"ه", 2},
    {"ي"},
    {"ت"},
};

std::size_t letter_count(std::string_view word) {
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80;
    }));
}

bool ends_with(std::string_view word, const Ending& ending) {
    return word.ends_with(ending.text) &&
           letter_count(word) >= letter_count(ending.text) + ending.letters_left;
}

std::string_view without_one(std::string_view word, std::span<const Ending> endings) {
    const auto ending = std::ranges::find_if(endings, [&](const Ending& candidate) {
        return ends_with(word, candidate);
    });
    return ending == endings.end() ? word : word.substr(0, word.size() - ending->text.size());
}

// One behind the other: لبنانية is لبناني is لبنان, whose own ending looks like that of a plural.
std::string_view without_all(std::string_view word, std::span<const Ending> endings) {
    constexpr int kEndingsMax = 5;
    for (int i = 0; i < kEndingsMax; ++i)
        word = without_one(word, endings);
    return word;
}

std::string_view arabic_stem(std::string_view folded) {
    const std::string_view word = without_arabic_article(folded);
    return without_all(without_one(word, kArabicPronouns), kArabicEndings);
}

}  // namespace

bool has_light_stems(std::string_view language) {
    return language == "ar";
}

std::string light_stem(std::string_view folded, std::string_view language) {
    return std::string(language == "ar" ? arabic_stem(folded) : folded);
}

}  // namespace broadsheet
