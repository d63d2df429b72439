#include "common/text/letter_variants.h"

#include <algorithm>
#include <iterator>

namespace broadsheet {

namespace {

struct LetterVariant {
    char32_t letter;
    const char* plain;
};

// Sorted by letter.
constexpr LetterVariant kLetterVariants[] = {
    {0x00DF, "ss"},  // ß
    {0x00E6, "ae"},  // æ
    {0x00F0, "d"},   // ð
    {0x00F8, "o"},   // ø
    {0x00FE, "th"},  // þ
    {0x0111, "d"},   // đ
    {0x0127, "h"},   // ħ
    {0x0131, "i"},   // ı
    {0x0138, "k"},   // ĸ
    {0x0142, "l"},   // ł
    {0x014B, "n"},   // ŋ
    {0x0153, "oe"},  // œ
    {0x0167, "t"},   // ŧ
    {0x0180, "b"},   // ƀ
    {0x0188, "c"},   // ƈ
    {0x0192, "f"},   // ƒ
    {0x0199, "k"},   // ƙ (Hausa)
    {0x019A, "l"},   // ƚ
    {0x01A5, "p"},   // ƥ
    {0x01AD, "t"},   // ƭ
    {0x01B4, "y"},   // ƴ (Hausa, Fula)
    {0x01B6, "z"},   // ƶ
    {0x01DD, "e"},   // ǝ
    {0x01E5, "g"},   // ǥ
    {0x023C, "c"},   // ȼ
    {0x0247, "e"},   // ɇ
    {0x0253, "b"},   // ɓ
    {0x0254, "o"},   // ɔ
    {0x0256, "d"},   // ɖ
    {0x0257, "d"},   // ɗ
    {0x0259, "e"},   // ə
    {0x025B, "e"},   // ɛ
    {0x0260, "g"},   // ɠ
    {0x0263, "g"},   // ɣ
    {0x0268, "i"},   // ɨ
    {0x0269, "i"},   // ɩ
    {0x026F, "m"},   // ɯ
    {0x0272, "n"},   // ɲ
    {0x0275, "o"},   // ɵ
    {0x0289, "u"},   // ʉ
    {0x028B, "v"},   // ʋ
    {0x0292, "z"},   // ʒ
    {0x0450, "е"},   // ѐ
    {0x0451, "е"},   // ё
    {0x045D, "и"},   // ѝ
    {0x0622, "ا"},   // alef with madda
    {0x0623, "ا"},   // alef with hamza above
    {0x0624, "و"},   // waw with hamza
    {0x0625, "ا"},   // alef with hamza below
    {0x0626, "ي"},   // yeh with hamza
    {0x0629, "ه"},   // teh marbuta
    {0x0649, "ي"},   // alef maksura
    {0x0671, "ا"},   // alef wasla
    {0x06A9, "ك"},   // keheh
    {0x06AA, "ك"},   // swash kaf
    {0x06C0, "ه"},   // heh with yeh above
    {0x06C1, "ه"},   // heh goal
    {0x06C2, "ه"},
    {0x06CC, "ي"},  // Farsi yeh
    {0x06CD, "ي"},
    {0x06D5, "ه"},       // ae
    {0x0901, "\u0902"},  // chandrabindu as anusvara
    // Amharic writes these sounds with either letter.
    {0x1203, "ሀ"},
    {0x1210, "ሀ"},
    {0x1211, "ሁ"},
    {0x1212, "ሂ"},
    {0x1213, "ሀ"},
    {0x1214, "ሄ"},
    {0x1215, "ህ"},
    {0x1216, "ሆ"},
    {0x1220, "ሰ"},
    {0x1221, "ሱ"},
    {0x1222, "ሲ"},
    {0x1223, "ሳ"},
    {0x1224, "ሴ"},
    {0x1225, "ስ"},
    {0x1226, "ሶ"},
    {0x1280, "ሀ"},
    {0x1281, "ሁ"},
    {0x1282, "ሂ"},
    {0x1283, "ሀ"},
    {0x1284, "ሄ"},
    {0x1285, "ህ"},
    {0x1286, "ሆ"},
    {0x12A3, "አ"},
    {0x12D0, "አ"},
    {0x12D1, "ኡ"},
    {0x12D2, "ኢ"},
    {0x12D3, "አ"},
    {0x12D4, "ኤ"},
    {0x12D5, "እ"},
    {0x12D6, "ኦ"},
    {0x1340, "ጸ"},
    {0x1341, "ጹ"},
    {0x1342, "ጺ"},
    {0x1343, "ጻ"},
    {0x1344, "ጼ"},
    {0x1345, "ጽ"},
    {0x1346, "ጾ"},
};

}  // namespace

const char* letter_variant(char32_t letter) {
    const auto* row = std::lower_bound(
        std::begin(kLetterVariants),
        std::end(kLetterVariants),
        letter,
        [](const LetterVariant& variant, char32_t wanted) { return variant.letter < wanted; }
    );
    return row != std::end(kLetterVariants) && row->letter == letter ? row->plain : nullptr;
}

}  // namespace broadsheet
