#include "common/text/plain_english.h"

#include <string>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

constexpr std::string_view kEnglish =
    "The harbour board of Westmoor said on Tuesday that it would rebuild the eastern pier after "
    "the "
    "storm, and that the work should be finished by the end of the year.";

TEST(PlainEnglish, IsSureOfAnOrdinarySentence) {
    EXPECT_TRUE(is_plain_english(kEnglish));
}

TEST(PlainEnglish, TakesCapitalsForLetters) {
    std::string shouted(kEnglish);
    for (char& c : shouted) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    EXPECT_TRUE(is_plain_english(shouted));
}

TEST(PlainEnglish, IsNotSureOfLittleText) {
    EXPECT_FALSE(is_plain_english(""));
    EXPECT_FALSE(is_plain_english("The pier of Westmoor"));
}

TEST(PlainEnglish, IsNotSureOfOtherLanguages) {
    EXPECT_FALSE(
        is_plain_english("Der Hafenrat von Westmoor will den Pier nach dem Sturm neu bauen, und "
                         "das Werk soll bis in "
                         "den Mai fertig werden, sagte der Vorstand am Dienstag in einer Sitzung.")
    );
    EXPECT_FALSE(is_plain_english(
        "Het havenbestuur van Westmoor wil de pier in het oosten na de storm weer opbouwen, en het "
        "werk is in mei klaar, zo was te horen op de zitting."
    ));
    EXPECT_FALSE(is_plain_english(
        "Havnestyret i Westmoor vil bygge opp igjen piren etter stormen, og arbeidet skal for det "
        "meste bli ferdig i mai, sa en av dem som var med."
    ));
}

TEST(PlainEnglish, IsNotSureWhereAnotherLanguageIsQuotedAtLength) {
    const std::string quoted =
        " Le conseil du port a dit que la digue et les quais sont pour les pêcheurs, et que le "
        "port "
        "est dans une situation difficile pour les gens qui vivent de la mer.";
    EXPECT_FALSE(is_plain_english(std::string(kEnglish) + quoted));
}

TEST(PlainEnglish, IsNotSureAmongOtherAlphabets) {
    EXPECT_FALSE(is_plain_english(std::string(kEnglish) + " Гавань Вестмура будет восстановлена"));
}

TEST(PlainEnglish, IsNotSureOfNamesAndNumbers) {
    std::string table;
    for (int row = 0; row < 40; ++row)
        table += "Westmoor Harbour Holdings 12.5 13.1 Eastgate Copper Mines 7.25 the ";
    EXPECT_FALSE(is_plain_english(table));
}

}  // namespace
}  // namespace broadsheet
