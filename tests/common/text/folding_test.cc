#include "common/text/folding.h"

#include <string>

#include <gtest/gtest.h>

#include "common/text/letter_variants.h"
#include "common/utf8.h"

namespace broadsheet {
namespace {

TEST(Folding, DropsCaseAndAccents) {
    EXPECT_EQ(fold("Guaidó ÉLYSÉE"), "guaido elysee");
    EXPECT_EQ(fold("ἈΘΗΝΑ"), "αθηνα");
}

TEST(Folding, KeepsLettersThatOnlyLookAccented) {
    EXPECT_EQ(fold("Йошкар Її"), "йошкар її");
    EXPECT_EQ(fold("กำ"), fold("กํา"));
}

TEST(Folding, KeepsPunctuationAndBlanks) {
    EXPECT_EQ(fold("A.B, c!"), "a.b, c!");
}

TEST(Folding, ReplacesIllFormedBytes) {
    EXPECT_EQ(fold("a\xFF"), "a\uFFFD");
}

TEST(Folding, IsSettledAfterOnePassForEveryCharacter) {
    for (char32_t c = 1; c < 0x20000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        std::string text;
        append_utf8(text, c);
        const std::string folded = fold(text);
        EXPECT_EQ(fold(folded), folded) << std::hex << static_cast<unsigned>(c);
        EXPECT_TRUE(is_utf8(folded)) << std::hex << static_cast<unsigned>(c);
    }
}

TEST(Folding, IsSettledAfterOnePassForPairsWithMarks) {
    for (const char32_t mark : {0x301U, 0x306U, 0x308U, 0x323U, 0x93CU, 0x3099U, 0xFF9EU, 0x64BU}) {
        for (char32_t c = 0x41; c < 0x3100; ++c) {
            std::string text;
            append_utf8(text, c);
            append_utf8(text, mark);
            const std::string folded = fold(text);
            EXPECT_EQ(fold(folded), folded) << std::hex << static_cast<unsigned>(c);
        }
    }
}

TEST(Folding, SpellsUmlautsWithTwoLetters) {
    EXPECT_EQ(fold_umlauts("Müller-Bjørn Åse"), "mueller-bjoern aase");
    EXPECT_EQ(fold_umlauts("Guaidó"), "");
    EXPECT_EQ(fold_umlauts("Muller"), "");
}

TEST(LetterVariants, AreFoundForEachRowAndNoOther) {
    EXPECT_STREQ(letter_variant(U'ß'), "ss");
    EXPECT_STREQ(letter_variant(0x1346), "ጾ");
    EXPECT_EQ(letter_variant(U'a'), nullptr);
    EXPECT_EQ(letter_variant(0x10FFFF), nullptr);
}

}  // namespace
}  // namespace broadsheet
