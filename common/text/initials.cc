#include "common/text/initials.h"

#include "common/text/acronyms.h"
#include "common/text/folding.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

constexpr int kInitialsMax = 4;

struct Initial {
    std::size_t end = 0;  // behind the letter, and its point where it has one; 0: none here
    bool has_point = false;
};

bool is_consonant(char32_t letter) {
    return letter < 0x80 &&
           std::string_view("bcdfghjklmnpqrstvwxz").find(static_cast<char>(letter | 0x20U)) !=
               std::string_view::npos;
}

// One letter that no other letter, digit or joining sign touches.
Initial initial_at(std::string_view text, std::size_t offset, CharacterClasses& classes) {
    if (offset >= text.size()) return {};
    const CodePoint point = decode_utf8(text, offset);
    if (!point.valid || classes.of(point.value) != CharacterClass::letter) return {};
    const std::size_t behind = offset + point.length;
    const bool has_point = behind < text.size() && text[behind] == '.';
    if (!has_point && !is_consonant(point.value)) return {};
    const std::size_t end = behind + (has_point ? 1 : 0);
    if (end == text.size()) return {end, has_point};
    const CodePoint next = decode_utf8(text, end);
    const CharacterClass kind = next.valid ? classes.of(next.value) : CharacterClass::separator;
    const bool stands_alone = kind == CharacterClass::separator || kind == CharacterClass::comma ||
                              kind == CharacterClass::quote || kind == CharacterClass::blank;
    if (!stands_alone || (!has_point && (text[end] == '+' || text[end] == '#'))) return {};
    return {end, has_point};
}

// Bytes of the blank at `offset`, no-break ones included; 0 when there is none.
std::size_t blank_length(std::string_view text, std::size_t offset) {
    const std::string_view rest = text.substr(offset);
    if (rest.starts_with(' ')) return 1;
    if (rest.starts_with("\u00A0")) return 2;
    return rest.starts_with("\u202F") ? 3 : 0;
}

}  // namespace

std::size_t initials_end(
    std::string_view text, std::size_t begin, std::size_t end, CharacterClasses& classes
) {
    if (begin + decode_utf8(text, begin).length != end) return 0;
    const Initial first = initial_at(text, begin, classes);
    Initial last = first;
    int count = 1;
    while (last.end != 0 && count <= kInitialsMax) {
        const std::size_t blank = blank_length(text, last.end);
        if (blank == 0) break;
        const Initial next = initial_at(text, last.end + blank, classes);
        if (next.end == 0 || next.has_point != first.has_point) break;
        last = next;
        ++count;
    }
    return count >= 2 && count <= kInitialsMax ? last.end : 0;
}

std::string initials_term(std::string_view printed, CharacterClasses& classes) {
    std::string letters;
    for (std::size_t i = 0; i < printed.size();) {
        const CodePoint point = decode_utf8(printed, i);
        if (classes.of(point.value) == CharacterClass::letter) append_utf8(letters, point.value);
        i += point.length;
    }
    return acronym_term(fold(letters));
}

}  // namespace broadsheet
