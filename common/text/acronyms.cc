#include "common/text/acronyms.h"

#include <algorithm>
#include <iterator>

namespace broadsheet {

namespace {

struct Acronym {
    std::string_view letters;  ///< a common word of some language when in lower case
    std::string_view term;
};

// Only acronyms that meet a function word somewhere: us (English), un (French, Spanish), eu
// (Portuguese), who, it, is (English), ai (Italian). USA is the long form of US; `usa` is a verb in
// Italian, Spanish and Portuguese.
constexpr Acronym kAcronyms[] = {
    {"ai", "a.i"},
    {"eu", "e.u"},
    {"is", "i.s"},
    {"it", "i.t"},
    {"un", "u.n"},
    {"us", "u.s"},
    {"usa", "u.s"},
    {"who", "w.h.o"},
};

const Acronym* find_acronym(std::string_view letters) {
    const auto* row =
        std::find_if(std::begin(kAcronyms), std::end(kAcronyms), [&](const Acronym& acronym) {
            return acronym.letters == letters;
        });
    return row == std::end(kAcronyms) ? nullptr : row;
}

}  // namespace

std::string acronym_term(std::string_view letters) {
    const Acronym* acronym = find_acronym(letters);
    return std::string(acronym != nullptr ? acronym->term : letters);
}

bool is_acronym_in_capitals(std::string_view letters) {
    return find_acronym(letters) != nullptr;
}

bool is_acronym_when_capitalised(std::string_view letters, std::string_view language) {
    return language == "it" && letters == "usa";
}

std::string_view acronym_reading(std::string_view term) {
    const Acronym* acronym = find_acronym(term);
    return acronym != nullptr ? acronym->term : std::string_view{};
}

}  // namespace broadsheet
