#include "searcher/printers/marked_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using ::testing::ElementsAre;

constexpr Marks kAngles = {"<", ">"};

std::string same(std::string_view text) {
    return std::string(text);
}

TEST(MarkedText, PutsMarksAroundHighlights) {
    const std::vector<Span> spans = {{0, 3}, {8, 3}};
    EXPECT_EQ(with_marks("old new old", spans, kAngles, same), "<old> new <old>");
    EXPECT_EQ(with_marks("plain", {}, kAngles, same), "plain");
    EXPECT_EQ(with_marks("", {}, kAngles, same), "");
}

TEST(MarkedText, TakesNoHarmFromSpansOutsideTheText) {
    const std::vector<Span> spans = {{2, 100}, {50, 1}};
    EXPECT_EQ(with_marks("abcd", spans, kAngles, same), "ab<cd>");
}

TEST(MarkedText, MovesHighlightsWhenTextIsMadeHarmless) {
    const std::vector<Span> spans = {{4, 3}};
    const Snippet safe = made_safe("\x01\u202Eold new", spans);
    EXPECT_EQ(safe.text, "\uFFFDold new");
    EXPECT_THAT(safe.highlights, ElementsAre(Span{3, 3}));
}

TEST(MarkedText, ClosesMarksAtTheEndOfALine) {
    const Snippet safe{"one two three", {{4, 9}}};
    EXPECT_EQ(marked_line(safe, 0, "one two", kAngles), "one <two>");
    EXPECT_EQ(marked_line(safe, 8, "three", kAngles), "<three>");
}

}  // namespace
}  // namespace broadsheet
