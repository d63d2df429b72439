#include "common/text/language_rules.h"

#include <algorithm>
#include <iterator>

namespace broadsheet {

namespace {

constexpr LanguageRules kUnknown = {.code = "", .apostrophe_between_parts = true};

// In the languages with `never` the letters are everyday vowels that nobody writes as two.
constexpr LanguageRules kRules[] = {
    {"ar"},
    {"ca"},
    {"da"},
    {"en"},
    {"es"},
    {"eu"},
    {"fr"},
    {"ga"},
    {"hy"},
    {"id"},
    {"it"},
    {"lt"},
    {"nb"},
    {"ne"},
    {"nl"},
    {"nn"},
    {"no"},
    {"pt"},
    {"ro"},
    {"ru"},
    {"sv"},
    {"ta"},
    {"az", UmlautSpelling::never, true},
    {"de", UmlautSpelling::always, false},
    {"et", UmlautSpelling::never, false},
    {"fi", UmlautSpelling::never, true},
    {"hu", UmlautSpelling::never, false},
    {"pl", UmlautSpelling::capitalised, true},
    {"tr", UmlautSpelling::never, true},
    {.code = "bg", .apostrophe_between_parts = true},
    {.code = "bs", .apostrophe_between_parts = true},
    {.code = "cs", .apostrophe_between_parts = true},
    {.code = "el", .apostrophe_between_parts = true},
    {.code = "fa", .apostrophe_between_parts = true},
    {.code = "hi", .apostrophe_between_parts = true},
    {.code = "hr", .apostrophe_between_parts = true},
    {.code = "lv", .apostrophe_between_parts = true},
    {.code = "sk", .apostrophe_between_parts = true},
    {.code = "sl", .apostrophe_between_parts = true},
    {.code = "sr", .apostrophe_between_parts = true},
    {.code = "uk", .apostrophe_between_parts = true},
};

}  // namespace

const LanguageRules& language_rules(std::string_view code) {
    const auto* row = std::find_if(std::begin(kRules), std::end(kRules), [&](const auto& rules) {
        return rules.code == code;
    });
    return row == std::end(kRules) ? kUnknown : *row;
}

}  // namespace broadsheet
