#include "common/text/character_class.h"

#include <algorithm>
#include <iterator>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace broadsheet {

namespace {

struct SpecialCharacter {
    char32_t character;
    CharacterClass character_class;
};

// Characters whose part in words differs from what their Unicode category says.
constexpr SpecialCharacter kSpecialCharacters[] = {
    {U'\'', CharacterClass::apostrophe},
    {U'`', CharacterClass::apostrophe},
    {0x00B4, CharacterClass::apostrophe},  // acute accent typed for one
    {0x02B9, CharacterClass::apostrophe},  // modifier prime
    {0x02BB, CharacterClass::apostrophe},  // Hawaiian okina
    {0x02BC, CharacterClass::apostrophe},  // modifier apostrophe (Ukrainian, Breton)
    {0x02BE, CharacterClass::apostrophe},  // half rings: hamza and ayn in transliteration
    {0x02BF, CharacterClass::apostrophe},
    {0x2018, CharacterClass::apostrophe},
    {0x2019, CharacterClass::apostrophe},
    {0x201B, CharacterClass::apostrophe},
    {0x2032, CharacterClass::apostrophe},  // prime
    {0xA78C, CharacterClass::apostrophe},  // saltillo
    {0xFF07, CharacterClass::apostrophe},
    {0x05F3, CharacterClass::apostrophe},  // Hebrew geresh
    {U'-', CharacterClass::hyphen},
    {0x2010, CharacterClass::hyphen},
    {0x2011, CharacterClass::hyphen},
    {0x058A, CharacterClass::hyphen},  // Armenian
    {0x05BE, CharacterClass::hyphen},  // Hebrew maqaf
    {0xFE63, CharacterClass::hyphen},
    {0xFF0D, CharacterClass::hyphen},
    {U'.', CharacterClass::point},
    {0xFF0E, CharacterClass::point},
    {U',', CharacterClass::comma},
    {0x066B, CharacterClass::comma},  // Arabic decimal and thousands separators
    {0x066C, CharacterClass::comma},
    {0xFF0C, CharacterClass::comma},
    {U'&', CharacterClass::connector},
    {U'_', CharacterClass::connector},
    {0xFF06, CharacterClass::connector},
    {0xFF3F, CharacterClass::connector},
    {U'"', CharacterClass::quote},
    {0x05F4, CharacterClass::quote},  // Hebrew gershayim
    {0x201D, CharacterClass::quote},
    {0x00A0, CharacterClass::blank},
    {0x2009, CharacterClass::blank},
    {0x202F, CharacterClass::blank},
    {0x00B7, CharacterClass::ignorable},  // Catalan col·legi
    {0x0387, CharacterClass::ignorable},
    {0x2116, CharacterClass::letter},     // № is read as No
    {0x0640, CharacterClass::ignorable},  // Arabic tatweel
    {0x30FC, CharacterClass::dense},      // prolonged sound mark
    {0xFF70, CharacterClass::dense},
    {0x0E33, CharacterClass::mark},  // Thai and Lao am: a vowel of the consonant before
    {0x0EB3, CharacterClass::mark},
    {0xFF9E, CharacterClass::mark},  // half-width voicing marks belong to the kana before
    {0xFF9F, CharacterClass::mark},
};

}  // namespace

bool is_written_without_blanks(char32_t character) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(character), &status)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_HANGUL:
        case USCRIPT_BOPOMOFO:
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR:
            return true;
        default:
            return false;
    }
}

namespace {

// Vowels and finals of Korean syllables in pieces, as some systems write file names and text.
bool continues_korean_syllable(UChar32 character) {
    const int type = u_getIntPropertyValue(character, UCHAR_HANGUL_SYLLABLE_TYPE);
    return type == U_HST_VOWEL_JAMO || type == U_HST_TRAILING_JAMO;
}

CharacterClass class_by_properties(UChar32 character) {
    if (continues_korean_syllable(character)) return CharacterClass::mark;
    if (u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) {
        return CharacterClass::ignorable;
    }
    switch (u_charType(character)) {
        case U_UPPERCASE_LETTER:
        case U_LOWERCASE_LETTER:
        case U_TITLECASE_LETTER:
        case U_MODIFIER_LETTER:
        case U_OTHER_LETTER:
        case U_LETTER_NUMBER:
            return is_written_without_blanks(static_cast<char32_t>(character))
                       ? CharacterClass::dense
                       : CharacterClass::letter;
        case U_DECIMAL_DIGIT_NUMBER:
            return CharacterClass::digit;
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_COMBINING_SPACING_MARK:
            return CharacterClass::mark;
        case U_FORMAT_CHAR:
            return CharacterClass::ignorable;
        default:
            return CharacterClass::separator;
    }
}

CharacterClass classify(char32_t character) {
    const auto* special = std::find_if(
        std::begin(kSpecialCharacters),
        std::end(kSpecialCharacters),
        [&](const auto& row) { return row.character == character; }
    );
    if (special != std::end(kSpecialCharacters)) return special->character_class;
    return class_by_properties(static_cast<UChar32>(character));
}

}  // namespace

void CharacterClasses::fill(std::size_t page) {
    pages_[page] = std::make_unique<Page>();
    for (std::size_t i = 0; i < 256; ++i) {
        (*pages_[page])[i] = classify(static_cast<char32_t>(page * 256 + i));
    }
}

}  // namespace broadsheet
