#include "common/cli/terminal.h"

#include <gtest/gtest.h>

namespace broadsheet::cli {
namespace {

constexpr ColorEnvironment kUsual = {.no_color = nullptr, .term = "xterm-256color"};

TEST(Color, GoesToTerminalsByItself) {
    EXPECT_TRUE(wants_color(ColorChoice::automatic, true, kUsual));
    EXPECT_FALSE(wants_color(ColorChoice::automatic, false, kUsual));
}

TEST(Color, FollowsTheExplicitChoice) {
    EXPECT_TRUE(wants_color(ColorChoice::always, false, {.no_color = "1", .term = "dumb"}));
    EXPECT_FALSE(wants_color(ColorChoice::never, true, kUsual));
}

TEST(Color, RespectsTheEnvironment) {
    EXPECT_FALSE(wants_color(ColorChoice::automatic, true, {.no_color = "1", .term = "xterm"}));
    EXPECT_TRUE(wants_color(ColorChoice::automatic, true, {.no_color = "", .term = "xterm"}));
    EXPECT_FALSE(wants_color(ColorChoice::automatic, true, {.no_color = nullptr, .term = "dumb"}));
    EXPECT_FALSE(wants_color(ColorChoice::automatic, true, {.no_color = nullptr, .term = nullptr}));
}

TEST(Color, KnowsItsChoicesByName) {
    EXPECT_EQ(color_choice("always"), ColorChoice::always);
    EXPECT_EQ(color_choice("never"), ColorChoice::never);
    EXPECT_EQ(color_choice("auto"), ColorChoice::automatic);
}

TEST(Terminal, IsNoneWhereTheDescriptorIsClosed) {
    const Terminal terminal = look_at_terminal(-1, ColorChoice::automatic);
    EXPECT_FALSE(terminal.interactive);
    EXPECT_FALSE(terminal.rewritable);
    EXPECT_FALSE(terminal.color);
    EXPECT_GE(terminal.width, 20U);
    EXPECT_LE(terminal.width, 500U);
}

}  // namespace
}  // namespace broadsheet::cli
