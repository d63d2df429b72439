#include "common/text/run_characters.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "common/utf8.h"

namespace broadsheet {

RunCharacters::RunCharacters(std::string_view run, CharacterClasses& classes) {
    all_.reserve(run.size());  // at most kRunBytesMax
    for (std::uint32_t i = 0; i < run.size();) {
        const CodePoint point = decode_utf8(run, i);
        const std::uint32_t end = i + point.length;
        all_.push_back({point.value, classes.of(point.value), i, end});
        i = end;
    }
}

bool RunCharacters::has(CharacterRange part, CharacterClass kind) const {
    return std::any_of(at(part.first), at(part.last), [&](const Character& character) {
        return character.kind == kind;
    });
}

CharacterRange RunCharacters::trimmed(CharacterRange part) const {
    while (part.size() > 0 && !is_word_character(all_[part.first].kind))
        ++part.first;
    while (part.size() > 0 && !is_word_character(all_[part.last - 1].kind))
        --part.last;
    return part;
}

std::string RunCharacters::letters(CharacterRange part) const {
    std::string text;
    for (std::size_t i = part.first; i < part.last; ++i) {
        if (is_word_character(all_[i].kind)) append_utf8(text, all_[i].value);
    }
    return text;
}

bool is_upper(char32_t letter) {
    return u_isupper(static_cast<UChar32>(letter)) != 0;
}

}  // namespace broadsheet
