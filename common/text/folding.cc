#include "common/text/folding.h"

#include <algorithm>
#include <iterator>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "common/text/han_variants.h"
#include "common/text/letter_variants.h"

namespace broadsheet {

namespace {

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    return *get(status);  // built into ICU's library: it cannot be missing
}

icu::UnicodeString normalized(const icu::Normalizer2& form, const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString result = form.normalize(text, status);
    return U_SUCCESS(status) ? result : text;
}

const icu::Normalizer2& case_folding() {
    static const icu::Normalizer2& form = normalizer([](UErrorCode& status) {
        return icu::Normalizer2::getNFKCCasefoldInstance(status);
    });
    return form;
}

const icu::Normalizer2& decomposition() {
    static const icu::Normalizer2& form =
        normalizer([](UErrorCode& status) { return icu::Normalizer2::getNFDInstance(status); });
    return form;
}

icu::UnicodeString from_utf8(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))
    );
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80;
    });
}

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (auto& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return lower;
}

struct MarkRange {
    UChar32 first;
    UChar32 last;
};

// Marks that people leave out when they type: accents on Latin, Greek and Cyrillic letters, vowel
// points of Arabic and Hebrew, Indic nuktas. The vowel signs of Indic and Thai stay: without them
// it is another word.
constexpr MarkRange kDroppedMarks[] = {
    {0x0300, 0x036F}, {0x0483, 0x0487}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2},
    {0x05C4, 0x05C5}, {0x05C7, 0x05C7}, {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670},
    {0x06D6, 0x06DC}, {0x06DF, 0x06E8}, {0x06EA, 0x06ED}, {0x0711, 0x0711}, {0x0730, 0x074A},
    {0x08D3, 0x08FF}, {0x093C, 0x093C}, {0x09BC, 0x09BC}, {0x0A3C, 0x0A3C}, {0x0ABC, 0x0ABC},
    {0x0B3C, 0x0B3C}, {0x135D, 0x135F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},
};

bool is_dropped_mark(UChar32 character) {
    return std::any_of(std::begin(kDroppedMarks), std::end(kDroppedMarks), [&](const auto& range) {
        return character >= range.first && character <= range.last;
    });
}

// Letters that lose their accents by decomposition. Cyrillic and Arabic are not among them: й and
// и, ї and і are different letters; what does fold there is in letter_variants.h.
bool loses_accents(UChar32 character) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(character, &status);
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK;
}

void append_base(icu::UnicodeString& out, UChar32 character) {
    icu::UnicodeString parts;
    if (!loses_accents(character) || decomposition().getDecomposition(character, parts) == 0) {
        parts = icu::UnicodeString(character);
    }
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        const UChar32 part = parts.char32At(i);
        const std::int32_t digit = part >= 0x80 ? u_charDigitValue(part) : -1;
        if (is_dropped_mark(part)) continue;
        if (digit >= 0 && u_charType(part) == U_DECIMAL_DIGIT_NUMBER) {
            out.append(static_cast<char16_t>(u'0' + digit));
        } else if (const char* variant = letter_variant(static_cast<char32_t>(part))) {
            out.append(icu::UnicodeString::fromUTF8(variant));
        } else {
            out.append(static_cast<UChar32>(simplified_han(static_cast<char32_t>(part))));
        }
    }
}

std::string fold_once(const icu::UnicodeString& text) {
    const icu::UnicodeString folded_case = normalized(case_folding(), text);
    icu::UnicodeString folded;
    for (std::int32_t i = 0; i < folded_case.length(); i = folded_case.moveIndex32(i, 1)) {
        append_base(folded, folded_case.char32At(i));
    }
    std::string result;
    folded.toUTF8String(result);
    return result;
}

// Letters some languages write as two where the accent cannot be typed.
const char* umlaut_spelling(UChar32 character) {
    switch (character) {
        case U'ä':
            return "ae";
        case U'ö':
        case U'ø':
            return "oe";
        case U'ü':
            return "ue";
        case U'å':
            return "aa";
        default:
            return nullptr;
    }
}

}  // namespace

std::string fold(std::string_view text) {
    if (is_ascii(text)) return ascii_lower(text);
    std::string folded = fold_once(from_utf8(text));
    // A dropped mark can let two others meet that compose; a second pass settles that.
    return is_ascii(folded) ? folded : fold_once(from_utf8(folded));
}

std::string fold_umlauts(std::string_view text) {
    if (is_ascii(text)) return {};
    const icu::UnicodeString folded_case = normalized(case_folding(), from_utf8(text));
    icu::UnicodeString spelled;
    bool found = false;
    for (std::int32_t i = 0; i < folded_case.length(); i = folded_case.moveIndex32(i, 1)) {
        const UChar32 character = folded_case.char32At(i);
        if (const char* spelling = umlaut_spelling(character)) {
            spelled.append(icu::UnicodeString(spelling, -1, US_INV));
            found = true;
        } else {
            spelled.append(character);
        }
    }
    if (!found) return {};
    return fold_once(spelled);
}

}  // namespace broadsheet
