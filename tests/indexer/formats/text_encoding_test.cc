#include "indexer/formats/text_encoding.h"

#include <gtest/gtest.h>

#include "common/utf8.h"

namespace broadsheet {
namespace {

std::string decoded(std::string_view bytes, std::string_view declared = {}) {
    return std::string(decode_text(bytes, declared).view());
}

TEST(TextEncoding, TakesMarksOff) {
    EXPECT_EQ(
        decoded("\xEF\xBB\xBF"
                "fog"),
        "fog"
    );
    EXPECT_EQ(
        decoded(std::string(
            "\xFF\xFE"
            "f\0o\0g\0",
            8
        )),
        "fog"
    );
    EXPECT_EQ(decoded(std::string("\xFE\xFF\0f\0o\0g", 8)), "fog");
    EXPECT_EQ(decoded(std::string("\xFF\xFE\0\0f\0\0\0", 8)), "f");
}

TEST(TextEncoding, SeesWideTextWithoutMark) {
    EXPECT_EQ(decoded(std::string("f\0o\0g\0 \0b\0a\0n\0k\0", 16)), "fog bank");
    EXPECT_EQ(decoded(std::string("\0f\0o\0g\0 \0b\0a\0n\0k", 16)), "fog bank");
}

TEST(TextEncoding, PrefersUtf8ToWhatIsDeclared) {
    EXPECT_EQ(decoded("café", "iso-8859-1"), "café");
}

TEST(TextEncoding, BelievesADeclarationThatFits) {
    EXPECT_EQ(decoded("\xCF\xEE\xE3\xEE\xE4\xE0", "windows-1251"), "Погода");
    EXPECT_EQ(decoded("caf\xE9", "latin1"), "café");
    EXPECT_EQ(decoded("\xB5\xD8\xC1\xF8", "EUC-JP"), decoded("\xB5\xD8\xC1\xF8", "euc-jp"));
}

TEST(TextEncoding, DetectsWhatIsNotDeclared) {
    const std::string koi8 =
        "\xF0\xCF\xC7\xCF\xC4\xC1 \xD7 \xCD\xCF\xD2\xC5 \xD5\xC8\xD5\xC4\xDB\xC9\xCC\xC1\xD3\xD8, "
        "\xD3\xCF\xCF\xC2\xDD\xC9\xCC \xCB\xC1\xD0\xC9\xD4\xC1\xCE \xD0\xCF\xD2\xD4\xC1.";
    EXPECT_TRUE(decoded(koi8).starts_with("Погода в море")) << decoded(koi8);
}

TEST(TextEncoding, DetectsAlphabetsSwitchedByEscapes) {
    EXPECT_EQ(
        decoded("\x1B$B5$>]D#$O\x1B(B fog \x1B$B5$>]D#$O5$>]D#$O\x1B(B"),
        "気象庁は fog 気象庁は気象庁は"
    );
    EXPECT_EQ(decoded("\x1B[1mbold\x1B[0m café"), "\x1B[1mbold\x1B[0m café");
}

TEST(TextEncoding, FallsBackToWindows1252) {
    EXPECT_EQ(
        decoded("The keeper\x92s caf\xE9 is closed for the whole of the winter season, they said"),
        "The keeper’s café is closed for the whole of the winter season, they said"
    );
}

TEST(TextEncoding, ReadsStrayBytesInUtf8AsWindows1252) {
    std::string text;
    for (int i = 0; i < 20; ++i)
        text += "é ";
    EXPECT_EQ(decoded(text + "\xFC"), text + "ü");
}

TEST(TextEncoding, IgnoresEncodingsThatDoNotExist) {
    EXPECT_EQ(decoded("caf\xE9 cr\xE8me", "x-no-such-thing"), "café crème");
}

TEST(TextEncoding, AlwaysGivesUtf8) {
    std::string bytes;
    for (int i = 0; i < 1000; ++i)
        bytes.push_back(static_cast<char>(i * 37 % 251));
    for (const std::string_view name :
         {"", "utf-8", "shift_jis", "gb18030", "iso-2022-jp", "utf-16", "utf-7"})
        EXPECT_TRUE(is_utf8(decoded(bytes, name))) << name;
}

TEST(BinaryData, IsToldFromText) {
    EXPECT_TRUE(is_binary(""));
    EXPECT_TRUE(is_binary("%PDF-1.4 something"));
    EXPECT_TRUE(is_binary(std::string("ab\0\0\0\0\0\x01\x02\x03", 10)));
    EXPECT_FALSE(is_binary("fog\r\n\tbank"));
    EXPECT_FALSE(is_binary(std::string(
        "\xFF\xFE"
        "f\0o\0g\0",
        8
    )));
}

TEST(TextEncoding, TakesQuotesAndDashesForWindows1252) {
    EXPECT_EQ(choose_encoding("He said \x93Rain\x94 \x96 and it rained."), "windows-1252");
    EXPECT_EQ(
        decode_text("He said \x93Rain\x94 \x96 and it rained.").view(),
        "He said “Rain” – and it rained."
    );
}

TEST(TextEncoding, KnowsTheApostropheOfTheMacintosh) {
    EXPECT_EQ(decode_text("The mayor\xD5s boat \xD0 it sank").view(), "The mayor’s boat – it sank");
    EXPECT_NE(choose_encoding("\xD5unapuu ja \xD5un"), "macintosh");
}

TEST(TextEncoding, TakesTheEncodingByWhichWordsAreWords) {
    EXPECT_EQ(
        decode_text("Lundi, apr\x8Fs onze heures de d\x8E"
                    "bats, le conseil a approuv\x8E la "
                    "cr\x8E"
                    "ation d\xD5une ligne, a d\x8E"
                    "clar\x8E la mairie.")
            .view(),
        "Lundi, après onze heures de débats, le conseil a approuvé la création d’une ligne, a "
        "déclaré la mairie."
    );
    EXPECT_EQ(
        decode_text("id,title,author\n1,\xC9lection \xE0 Brenh\xF6lm,Zo\xEB\n2,fa\xE7"
                    "ade\n")
            .view(),
        "id,title,author\n1,Élection à Brenhölm,Zoë\n2,façade\n"
    );
}

TEST(TextEncoding, KnowsKanaAlone) {
    EXPECT_EQ(choose_encoding("<p>\xA5\xED\xA5\xB0\xA5\xA4\xA5\xF3</p>"), "EUC-JP");
}

TEST(DoubleEncoding, IsUndoneWhereItIsCertain) {
    EXPECT_EQ(
        decode_text("Le cafÃ© de lâ€™Ã©glise, dit Â« ZoÃ© Â», 5 â‚¬").view(),
        "Le café de l’église, dit « Zoé », 5 €"
    );
    EXPECT_EQ(decode_text("Ã\xC2\x96nk\xC3\x83\xC2\xB3 gyaloglÃ³").view(), "Önkó gyalogló");
}

TEST(DoubleEncoding, StaysWhereItMayBeText) {
    for (const char* text :
         {"JOÃO e SÃO PAULO, PÃO",
          "voilà « ça », là » et Âge",
          "The sign â€ stood once: â€™",
          "Ärger in Âland",
          "cafÃ© once"}) {
        EXPECT_EQ(decode_text(text).view(), text);
    }
}

}  // namespace
}  // namespace broadsheet
