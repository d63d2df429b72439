#include "common/cli/display_width.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(DisplayWidth, CountsColumnsNotBytes) {
    EXPECT_EQ(display_width("plain"), 5U);
    EXPECT_EQ(display_width("Guaid\u00f3"), 6U);
    EXPECT_EQ(display_width("Guaido\u0301"), 6U);
    EXPECT_EQ(display_width("\u65b0\u805e"), 4U);
    EXPECT_EQ(display_width("\U0001F4F0"), 2U);
    EXPECT_EQ(display_width("\uff21"), 2U);
    EXPECT_EQ(display_width("a\u200bb"), 2U);
    EXPECT_EQ(display_width("\u1112\u1161\u11ab"), 2U);
    EXPECT_EQ(display_width(""), 0U);
}

TEST(Wrap, BreaksAtBlanksAndDropsThem) {
    EXPECT_THAT(wrap("the quick  brown fox", 10), ElementsAre("the quick", "brown fox"));
    EXPECT_THAT(wrap("  one  ", 10), ElementsAre("one"));
    EXPECT_THAT(wrap("", 10), IsEmpty());
    EXPECT_THAT(wrap("   ", 10), IsEmpty());
}

TEST(Wrap, FillsALineToTheLastColumn) {
    EXPECT_THAT(wrap("1234567890 1", 10), ElementsAre("1234567890", "1"));
    EXPECT_THAT(wrap("12345 7890 1", 10), ElementsAre("12345 7890", "1"));
}

TEST(Wrap, BreaksBehindHyphensAndDashes) {
    EXPECT_THAT(wrap("pro-government", 8), ElementsAre("pro-", "governme", "nt"));
    EXPECT_THAT(wrap("a long\u2014dash", 8), ElementsAre("a long\u2014", "dash"));
}

TEST(Wrap, CutsAWordWiderThanALine) {
    EXPECT_THAT(wrap("abcdefghij", 4), ElementsAre("abcd", "efgh", "ij"));
}

TEST(Wrap, BreaksBetweenWideCharacters) {
    EXPECT_THAT(wrap("\u65b0\u805e\u5831\u7d19", 5), ElementsAre("\u65b0\u805e", "\u5831\u7d19"));
}

TEST(Wrap, NeverCutsACharacterFromItsMarks) {
    EXPECT_THAT(wrap("abcdo\u0301ef", 5), ElementsAre("abcdo\u0301", "ef"));
}

TEST(Wrap, KeepsLineEnds) {
    EXPECT_THAT(wrap("one\ntwo three", 20), ElementsAre("one", "two three"));
}

TEST(Wrap, GivesBackEveryCharacterInLinesThatFit) {
    const std::string text =
        "Officials in Port Larch said \u2014 again \u2014 that the b\u00fcrgermeister\u2019s "
        "well-known views on \u65b0\u805e\u7d19 had \"not changed\".";
    for (std::size_t width = 2; width < 120; ++width) {
        std::string joined;
        for (const std::string_view line : wrap(text, width)) {
            EXPECT_LE(display_width(line), width);
            EXPECT_FALSE(line.empty());
            joined += line;
        }
        std::erase(joined, ' ');
        std::string expected = text;
        std::erase(expected, ' ');
        EXPECT_EQ(joined, expected) << width;
    }
}

}  // namespace
}  // namespace broadsheet::cli
