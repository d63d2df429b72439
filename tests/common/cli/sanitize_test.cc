#include "common/cli/sanitize.h"

#include <gtest/gtest.h>

#include "common/utf8.h"

namespace broadsheet::cli {
namespace {

TEST(SafeForTerminal, LeavesOrdinaryTextAlone) {
    for (const char* text :
         {"",
          "Plain text.",
          "Guaid\u00f3\u2019s \u201cvictory\u201d \u2014 so far",
          "\u4e2d\u6587",
          "\u0627\u0644\u0633\u0644\u0627\u0645",
          "e\u0301t\u00e9",
          "\u26bd\ufe0f"})
        EXPECT_EQ(safe_for_terminal(text), text);
}

TEST(SafeForTerminal, ShowsControlCharactersInsteadOfSendingThem) {
    EXPECT_EQ(safe_for_terminal("a\x1b[31mred"), "a\uFFFD[31mred");
    EXPECT_EQ(safe_for_terminal("bell\x07 del\x7f"), "bell\uFFFD del\uFFFD");
    EXPECT_EQ(safe_for_terminal("csi\u009b31m"), "csi\uFFFD31m");
    EXPECT_EQ(safe_for_terminal(std::string_view("nul\0!", 5)), "nul\uFFFD!");
}

TEST(SafeForTerminal, MakesEveryLineEndASpace) {
    EXPECT_EQ(safe_for_terminal("a\tb\nc\rd\u0085e\u2028f\u2029g"), "a b c d e f g");
}

TEST(SafeForTerminal, DropsWhatReordersOrHidesText) {
    EXPECT_EQ(safe_for_terminal("txt\u202Egpj.exe"), "txtgpj.exe");
    EXPECT_EQ(safe_for_terminal("\u2066a\u2069\u200e\u200f\u061c"), "a");
    EXPECT_EQ(safe_for_terminal("zero\u200bwidth\ufeff\u2060"), "zerowidth");
    EXPECT_EQ(safe_for_terminal("soft\u00adhyphen"), "softhyphen");
    EXPECT_EQ(safe_for_terminal("tag\U000E0041\U000E007F"), "tag");
    EXPECT_EQ(safe_for_terminal("\u3164filler\u115f"), "filler");
}

TEST(SafeForTerminal, KeepsJoinersOnlyInsideWordsThatNeedThem) {
    EXPECT_EQ(
        safe_for_terminal("\u0645\u06cc\u200c\u062e\u0648\u0627"),
        "\u0645\u06cc\u200c\u062e\u0648\u0627"
    );
    EXPECT_EQ(safe_for_terminal("pay\u200dpal\u200c"), "paypal");
}

TEST(SafeForTerminal, ReplacesIllFormedBytes) {
    EXPECT_EQ(safe_for_terminal("a\xff\xc3"), "a\uFFFD\uFFFD");
}

TEST(SafeForTerminal, CutsPilesOfCombiningMarks) {
    std::string pile = "z";
    for (int i = 0; i < 100; ++i)
        pile += "\u0334";
    EXPECT_EQ(utf8_length(safe_for_terminal(pile)), 7U);
}

TEST(SafeForHtml, EscapesMarkup) {
    EXPECT_EQ(
        safe_for_html("<script>alert('x')</script> & \"y\""),
        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;"
    );
}

TEST(SafeForHtml, CleansAsForTheTerminal) {
    EXPECT_EQ(safe_for_html("a\x01\u202Eb\nc"), "a\uFFFDb c");
}

}  // namespace
}  // namespace broadsheet::cli
