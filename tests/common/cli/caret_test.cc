#include "common/cli/caret.h"

#include <string>

#include <gtest/gtest.h>

namespace broadsheet::cli {
namespace {

TEST(Caret, StandsUnderThePlace) {
    EXPECT_EQ(caret_lines("oil titel:coup", 4, 5), "  oil titel:coup\n      ^^^^^\n");
}

TEST(Caret, CountsColumnsAndNotBytes) {
    EXPECT_EQ(caret_lines("\u00E9\u5927 x", 6, 1), "  \u00E9\u5927 x\n      ^\n");
}

TEST(Caret, ShowsALittleOfALongText) {
    const std::string text = std::string(1000, 'a') + " x " + std::string(1000, 'b');
    const std::string lines = caret_lines(text, 1001, 1);
    EXPECT_LT(lines.size(), 200U);
    EXPECT_NE(lines.find(" x "), std::string::npos);
    EXPECT_EQ(lines.find("  …aaa"), 0U);
    EXPECT_NE(lines.find("bbb…\n"), std::string::npos);
    EXPECT_EQ(lines.substr(lines.find('\n')), "\n" + std::string(2 + 1 + 30, ' ') + "^\n");
}

TEST(Caret, TakesAnyPlaceAndAnyText) {
    EXPECT_EQ(caret_lines("a", 7, 9), "  a\n   ^\n");
    EXPECT_EQ(caret_lines("a\nb", 2, 1), "  a b\n    ^\n");
}

}  // namespace
}  // namespace broadsheet::cli
