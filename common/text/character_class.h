#pragma once

#include <array>
#include <cstdint>
#include <memory>

namespace broadsheet {

/// What a character does to the word it stands in.
enum class CharacterClass : std::uint8_t {
    separator,   ///< ends a word: blanks, most punctuation, symbols, anything not listed below
    letter,      ///< begins or continues a word
    digit,       ///< decimal digit of any script
    mark,        ///< combining mark: continues a word
    ignorable,   ///< soft hyphen, zero-width and bidi characters: as if it were not there
    dense,       ///< letter of a script written without spaces; see dense_script.h
    apostrophe,  ///< any of the signs printed for one
    hyphen,      ///< joins compounds; dashes are separators
    point,       ///< full stop, and the leaders printed for it
    comma,
    connector,  ///< & and _
    quote,      ///< double quotation mark: part of Hebrew acronyms
    blank,      ///< no-break and thin spaces: group the digits of a number, else separate
};

/// Whether a character belongs to a script whose words stand side by side, and to Korean, whose
/// words carry particles.
bool is_written_without_blanks(char32_t character);

/// Classes of all characters. Looked up from Unicode's properties (ICU) on first use of a page of
/// 256 characters, then a table. Belongs to one thread.
class CharacterClasses {
public:
    CharacterClass of(char32_t character) {
        const std::size_t page = character >> 8U;
        if (page >= pages_.size()) return CharacterClass::separator;
        if (!pages_[page]) fill(page);
        return (*pages_[page])[character & 0xFFU];
    }

private:
    using Page = std::array<CharacterClass, 256>;

    void fill(std::size_t page);

    std::array<std::unique_ptr<Page>, 0x1100> pages_;
};

}  // namespace broadsheet
