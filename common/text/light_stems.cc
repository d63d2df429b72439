#include "common/text/light_stems.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <utility>

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

// Of the other languages the endings of declension, by their grammars, in the manner of Dolamic and
// Savoy ("Indexing and stemming approaches for the Czech language", 2009), Savoy ("Searching
// strategies for the Bulgarian language", 2007), and Ramanathan and Rao ("A lightweight stemmer for
// Hindi", 2003). Letters are folded.
constexpr std::string_view kBulgarian[] = {
    "ищата", "овете", "ата", "ета", "ето", "ите", "ища", "ият", "ове", "ота", "ат", "ен", "ия",
    "та",    "те",    "то",  "ът",  "ят",  "а",   "е",   "и",   "о",   "у",   "ю",  "я",
};
constexpr std::string_view kCroatian[] = {
    "evima", "ovima", "евима", "овима", "ama", "ega", "emu", "eva", "eve", "evi", "ima",
    "oga",   "omu",   "ova",   "ove",   "ovi", "ама", "ева", "еве", "еви", "ега", "ему",
    "има",   "ова",   "ове",   "ови",   "ога", "ому", "am",  "eg",  "em",  "ih",  "im",
    "og",    "oj",    "om",    "ам",    "ег",  "ем",  "им",  "их",  "ог",  "ом",  "ој",
    "a",     "e",     "i",     "o",     "u",   "а",   "е",   "и",   "о",   "у",
};
constexpr std::string_view kCzech[] = {
    "ejsich", "ejsiho", "ejsimi", "ejsimu", "ejsim", "atum", "ejsi", "ach", "ami", "ata",
    "aty",    "ech",    "eho",    "emi",    "emu",   "ete",  "ich",  "iho", "imi", "imu",
    "ove",    "ovi",    "ych",    "ymi",    "am",    "at",   "em",   "im",  "mi",  "ou",
    "um",     "ym",     "a",      "e",      "i",     "o",    "u",    "y",
};
constexpr std::string_view kGreek[] = {
    "ματοσ", "ματων", "ιουσ", "ματα", "εισ", "εων", "εωσ", "ησε", "ιασ", "ιεσ", "ιοι", "ιοσ",
    "ιου",   "ιων",   "ουν",  "ουσ",  "ασ",  "ει",  "εσ",  "ησ",  "ια",  "ιο",  "μα",  "οι",
    "οσ",    "ου",    "ων",   "α",    "ε",   "η",   "ι",   "ο",   "υ",   "ω",
};
constexpr std::string_view kHindi[] = {
    "ियां",
    "ियों",
    "ाएं",
    "ाओं",
    "ुएं",
    "ुओं",
    "ां",
    "ीं",
    "ें",
    "ों",
    "ा",
    "ि",
    "ी",
    "ु",
    "ू",
    "े",
    "ो",
};
constexpr std::string_view kLatvian[] = {
    "ajiem", "ajai", "ajam", "ajas", "ajos", "ais", "iem", "ies", "ums", "ai",
    "aj",    "am",   "as",   "ei",   "em",   "es",  "ie",  "im",  "is",  "os",
    "um",    "us",   "a",    "e",    "i",    "o",   "s",   "u",
};
constexpr std::string_view kPersian[] = {
    "هايشان",
    "هايمان",
    "ترين",
    "هايت",
    "هايش",
    "هايم",
    "هايي",
    "هاي",
    "تر",
    "ها",
};
constexpr std::string_view kPolish[] = {
    "iach", "iami", "iego", "iemu", "iowi", "owie", "ach", "ami", "ego", "emu", "ich", "iej", "iem",
    "imi",  "iom",  "iow",  "owi",  "owy",  "ych",  "ymi", "ej",  "em",  "ia",  "ie",  "ii",  "im",
    "io",   "iu",   "om",   "ow",   "ym",   "a",    "e",   "i",   "o",   "u",   "y",
};
constexpr std::string_view kSlovak[] = {
    "ejsieho", "ejsich", "ejsia", "ejsie", "ejsi", "iach", "iami", "ieho", "iemu", "ovia", "ach",
    "ami",     "eho",    "emu",   "iam",   "ich",  "imi",  "och",  "ove",  "ovi",  "ych",  "ymi",
    "am",      "ej",     "em",    "ia",    "ie",   "ii",   "im",   "iu",   "mi",   "om",   "ou",
    "ov",      "ym",     "a",     "e",     "i",    "o",    "u",    "y",
};
constexpr std::string_view kSlovenian[] = {
    "ama", "ami", "ega", "ema", "emu", "ima", "imi", "oma", "ova", "ove", "ovi", "ah", "am",
    "eh",  "em",  "ev",  "ih",  "im",  "om",  "ov",  "a",   "e",   "i",   "o",   "u",
};
constexpr std::string_view kUkrainian[] = {
    "ього", "ьому", "ами", "еві", "ими", "ові", "ого", "ому", "ьої", "ями", "єві", "іми",
    "ією",  "ам",   "ах",  "ей",  "ем",  "ею",  "ий",  "им",  "их",  "ла",  "ли",  "ло",
    "ом",   "ою",   "ої",  "ти",  "ть",  "ьо",  "ям",  "ях",  "єй",  "єм",  "єю",  "ів",
    "ій",   "ім",   "іх",  "ію",  "ія",  "ії",  "їв",  "їй",  "а",   "в",   "е",   "и",
    "й",    "о",    "у",   "ь",   "ю",   "я",   "є",   "і",
};

// What makes adjectives of names: Novákova, Merkelová. Cut behind the endings above.
constexpr std::string_view kSlavicPossessives[] = {"ov", "ev", "uv", "in"};
constexpr std::string_view kPolishPossessives[] = {"ow"};

/// The endings of a language; of those that fit the longest goes.
struct LightLanguage {
    std::string_view code;
    std::span<const std::string_view> endings;
    std::span<const std::string_view> possessives = {};
    std::size_t letters_left = 3;
};

constexpr LightLanguage kLanguages[] = {
    {"bg", kBulgarian},
    {"bs", kCroatian, kSlavicPossessives},
    {"cs", kCzech, kSlavicPossessives},
    {"el", kGreek},
    {"fa", kPersian, {}, 2},
    {"hi", kHindi, {}, 2},
    {"hr", kCroatian, kSlavicPossessives},
    {"lv", kLatvian},
    {"pl", kPolish, kPolishPossessives},
    {"sk", kSlovak, kSlavicPossessives},
    {"sl", kSlovenian, kSlavicPossessives},
    {"sr", kCroatian, kSlavicPossessives},
    {"uk", kUkrainian},
};

std::size_t letter_count(std::string_view word) {
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80;
    }));
}

bool may_lose(std::string_view word, std::string_view ending, std::size_t letters_left) {
    return word.ends_with(ending) && letter_count(word) >= letter_count(ending) + letters_left;
}

std::string_view without_one(std::string_view word, std::span<const Ending> endings) {
    const auto ending = std::ranges::find_if(endings, [&](const Ending& candidate) {
        return may_lose(word, candidate.text, candidate.letters_left);
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

std::string_view without_longest(
    std::string_view word, std::span<const std::string_view> endings, std::size_t letters_left
) {
    std::size_t longest = 0;
    for (const auto& ending : endings) {
        if (ending.size() > longest && may_lose(word, ending, letters_left))
            longest = ending.size();
    }
    return word.substr(0, word.size() - longest);
}

const LightLanguage* find_language(std::string_view code) {
    const auto* row = std::ranges::find(kLanguages, code, &LightLanguage::code);
    return row == std::end(kLanguages) ? nullptr : row;
}

}  // namespace

bool has_light_stems(std::string_view language) {
    return language == "ar" || find_language(language) != nullptr;
}

std::string light_stem(std::string_view folded, std::string_view language) {
    constexpr std::size_t kPossessorLettersMin = 3;
    if (language == "ar") return std::string(arabic_stem(folded));
    const LightLanguage* rules = find_language(language);
    if (rules == nullptr) return std::string(folded);
    const auto bare = without_longest(folded, rules->endings, rules->letters_left);
    return std::string(without_longest(bare, rules->possessives, kPossessorLettersMin));
}

}  // namespace broadsheet
