#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/character_class.h"

namespace broadsheet {

/// A character of a run; offsets are bytes from the start of the run.
struct Character {
    char32_t value;
    CharacterClass kind;
    std::uint32_t begin;
    std::uint32_t end;
};

/// Characters of a run by their number.
struct CharacterRange {
    std::size_t first;
    std::size_t last;  ///< one past

    [[nodiscard]] std::size_t size() const { return last - first; }
};

/// The decoded characters of a run (run_scanner.h).
class RunCharacters {
public:
    using Iterator = std::vector<Character>::const_iterator;

    RunCharacters(std::string_view run, CharacterClasses& classes);

    [[nodiscard]] const Character& operator[](std::size_t i) const { return all_[i]; }

    [[nodiscard]] std::size_t size() const { return all_.size(); }

    [[nodiscard]] Iterator begin() const { return all_.begin(); }

    [[nodiscard]] Iterator end() const { return all_.end(); }

    [[nodiscard]] Iterator at(std::size_t i) const {
        return all_.begin() + static_cast<std::ptrdiff_t>(i);
    }

    /// True when one of the characters is of this kind.
    [[nodiscard]] bool has(CharacterRange part, CharacterClass kind) const;

    /// The part without the signs at its ends.
    [[nodiscard]] CharacterRange trimmed(CharacterRange part) const;

    /// The printed letters and digits without the signs among them.
    [[nodiscard]] std::string letters(CharacterRange part) const;

private:
    std::vector<Character> all_;
};

bool is_upper(char32_t letter);

/// Letters, digits and the marks on them.
constexpr bool is_word_character(CharacterClass kind) {
    return kind == CharacterClass::letter || kind == CharacterClass::digit ||
           kind == CharacterClass::mark;
}

}  // namespace broadsheet
