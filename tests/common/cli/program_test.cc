#include "common/cli/program.h"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/cli/display_width.h"

namespace broadsheet::cli {
namespace {

constexpr std::array kExamples = {
    Example{.command = "weigh fish.txt", .meaning = "weighs one fish"},
    Example{.command = "weigh --limit 5 pond/", .meaning = "weighs five"},
};

constexpr std::array<std::string_view, 2> kUnits = {"gram", "ounce"};

constexpr std::array kOptions = {
    Option{
        .name = "limit",
        .short_name = 'n',
        .value = "N",
        .category = "Fish",
        .help = "how many fish to weigh before the scales are put away again",
        .fallback = "10"},
    Option{
        .name = "unit-of-the-weight",
        .value = "NAME",
        .category = "Fish",
        .help = "unit",
        .choices = kUnits},
    kHelpOption,
};

constexpr std::array kTopics = {Topic{.heading = "Scales", .text = "One line.\nAnother one."}};

constexpr Program kWeigh = {
    .name = "weigh",
    .arguments = "[options] FISH...",
    .summary = "Weighs fish.",
    .examples = kExamples,
    .options = kOptions,
    .topics = kTopics,
};

TEST(Help, BeginsWithExamplesAndGroupsTheOptions) {
    EXPECT_EQ(
        help_text(kWeigh, 80),
        R"(Examples:
  weigh fish.txt
      weighs one fish
  weigh --limit 5 pond/
      weighs five

Usage: weigh [options] FISH...
Weighs fish.

Fish:
  -n, --limit N             how many fish to weigh before the scales are put
                            away again [10]
      --unit-of-the-weight NAME
                            unit: gram, ounce

Help:
  -h, --help                show this help

Scales:
  One line.
  Another one.
)"
    );
}

TEST(Help, FitsTheWidth) {
    for (const std::size_t width : {60U, 72U, 100U, 200U}) {
        std::string_view rest;
        const std::string help = help_text(kWeigh, width);
        for (rest = help; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1))
            EXPECT_LE(display_width(rest.substr(0, rest.find('\n'))), width);
    }
}

TEST(Help, IsShortForACallWithoutArguments) {
    EXPECT_EQ(
        short_help(kWeigh),
        "Usage: weigh [options] FISH...\n"
        "For example: weigh fish.txt\n"
        "All options and more examples: weigh --help\n"
    );
}

TEST(Help, NamesTheVersion) {
    EXPECT_THAT(version_text(kWeigh), ::testing::MatchesRegex("weigh [0-9]+\\.[0-9]+\\.[0-9]+"));
}

}  // namespace
}  // namespace broadsheet::cli
