#include "common/text/turkish_letters.h"

#include <cstddef>

namespace broadsheet {

namespace {

enum class Harmony { unknown, back, front };

// The two vowels that lose nothing by folding.
Harmony harmony_of(char letter) {
    if (letter == 'a') return Harmony::back;
    return letter == 'e' ? Harmony::front : Harmony::unknown;
}

bool is_vowel(char letter) {
    return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

// The harmony of the first vowel that shows any.
Harmony first_harmony(std::string_view word) {
    for (const char letter : word) {
        const Harmony harmony = harmony_of(letter);
        if (harmony != Harmony::unknown) return harmony;
    }
    return Harmony::unknown;
}

std::string_view spelling(char letter, Harmony harmony) {
    switch (letter) {
        case 'i':
            return harmony == Harmony::back ? "ı" : "i";
        case 'o':
            return harmony == Harmony::front ? "ö" : "o";
        default:
            return harmony == Harmony::front ? "ü" : "u";
    }
}

}  // namespace

std::string with_turkish_letters(std::string_view folded) {
    std::string word;
    Harmony harmony = first_harmony(folded);
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const char letter = folded[i];
        const bool between_vowels =
            i > 0 && i + 1 < folded.size() && is_vowel(folded[i - 1]) && is_vowel(folded[i + 1]);
        if (harmony_of(letter) != Harmony::unknown) harmony = harmony_of(letter);
        if (is_vowel(letter) && harmony_of(letter) == Harmony::unknown) {
            word += spelling(letter, harmony);
        } else if (letter == 'g' && between_vowels) {
            word += "ğ";
        } else {
            word += letter;
        }
    }
    return word;
}

}  // namespace broadsheet
