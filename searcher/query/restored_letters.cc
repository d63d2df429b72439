#include "searcher/query/restored_letters.h"

#include <algorithm>
#include <cstddef>

#include <unicode/uchar.h>

#include "common/utf8.h"

namespace broadsheet {

namespace {

// What a letter may have been before it lost its mark, or 0.
char32_t with_mark(char32_t letter) {
    switch (letter) {
        case U'и':
            return U'й';
        case U'і':
            return U'ї';
        case U'у':
            return U'ў';
        default:
            return 0;
    }
}

// Each doubles the ways; real words have one or two.
constexpr std::size_t kPlacesMax = 4;

// All of them stand behind a vowel or an apostrophe, or begin a word before a vowel.
bool is_vowel(char32_t letter) {
    constexpr std::u32string_view kVowels = U"аеёиоуыэюяіїєәөүұ";
    return kVowels.find(letter) != kVowels.npos;
}

// з'їзд
bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == U'\u2019' || c == U'\u02BC';
}

bool is_letter(char32_t c) {
    return u_isalpha(static_cast<UChar32>(c)) != 0;
}

/// The text by letters, for replacing some of them.
class Letters {
public:
    explicit Letters(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint point = decode_utf8(text, at);
            letters_.push_back(point.value);
            at += point.length;
        }
    }

    [[nodiscard]] std::size_t size() const { return letters_.size(); }

    // What the letter at a place may have been, or 0.
    [[nodiscard]] char32_t marked(std::size_t place) const {
        const char32_t before = place == 0 ? U' ' : lower(place - 1);
        const char32_t letter = lower(place);
        const bool may_begin = letter == U'і' || is_vowel(lower(place + 1));  // їжа, йод
        const bool fits = is_letter(before) ? is_vowel(before) : may_begin;
        return fits || is_apostrophe(before) ? with_mark(letter) : 0;
    }

    void replace(std::size_t place, char32_t letter) { letters_[place] = letter; }

    [[nodiscard]] std::string text() const {
        std::string text;
        for (const char32_t letter : letters_)
            append_utf8(text, letter);
        return text;
    }

private:
    [[nodiscard]] char32_t lower(std::size_t place) const {
        if (place >= letters_.size()) return 0;
        return static_cast<char32_t>(u_tolower(static_cast<UChar32>(letters_[place])));
    }

    std::u32string letters_;
};

// Latin text, which most is, is told at a glance.
bool may_be_cyrillic(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xD0 && byte <= 0xD4;
    });
}

}  // namespace

std::vector<std::string> with_restored_letters(std::string_view text) {
    if (!may_be_cyrillic(text)) return {};
    const Letters letters(text);
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < letters.size() && places.size() < kPlacesMax; ++place) {
        if (letters.marked(place) != 0) places.push_back(place);
    }
    std::vector<std::string> restored;
    for (std::size_t choice = 1; choice < (std::size_t{1} << places.size()); ++choice) {
        Letters other = letters;
        for (std::size_t i = 0; i < places.size(); ++i) {
            if ((choice >> i & 1U) != 0) other.replace(places[i], letters.marked(places[i]));
        }
        restored.push_back(other.text());
    }
    return restored;
}

}  // namespace broadsheet
