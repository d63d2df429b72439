#include "common/cli/option_table.h"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/error.h"

namespace broadsheet::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::array<std::string_view, 2> kFormats = {"text", "json"};

constexpr std::array kTable = {
    Option{
        .name = "limit",
        .short_name = 'n',
        .value = "N",
        .category = "Hits",
        .help = "how many",
        .fallback = "10"},
    Option{
        .name = "format",
        .value = "NAME",
        .category = "Output",
        .help = "how they look",
        .fallback = "text",
        .choices = kFormats},
    Option{.name = "memory", .value = "SIZE", .category = "Output", .help = "how much"},
    Option{.name = "count", .category = "Output", .help = "only the number"},
    kHelpOption,
};

Options parse(const std::vector<std::string>& arguments) {
    return parse_options(kTable, arguments);
}

std::string complaint(const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::invalid_argument);
        return error.what();
    }
    return "nothing was thrown";
}

std::string complaint(const std::vector<std::string>& arguments) {
    return complaint([&arguments] { parse(arguments); });
}

TEST(OptionTable, KeepsArgumentsInOrderBetweenOptions) {
    const Options options = parse({"news.idx", "--limit", "5", "oil", "--count", "price"});
    EXPECT_THAT(options.arguments(), ElementsAre("news.idx", "oil", "price"));
    EXPECT_EQ(options.count("limit"), 5U);
    EXPECT_TRUE(options.has("count"));
    EXPECT_FALSE(options.has("help"));
}

TEST(OptionTable, KnowsEveryWayToWriteAValue) {
    EXPECT_EQ(parse({"--limit=7"}).count("limit"), 7U);
    EXPECT_EQ(parse({"-n", "7"}).count("limit"), 7U);
    EXPECT_EQ(parse({"-n7"}).count("limit"), 7U);
    EXPECT_TRUE(parse({"-h"}).has("help"));
}

TEST(OptionTable, FallsBackToTheTable) {
    const Options options = parse({"news.idx"});
    EXPECT_EQ(options.count("limit"), 10U);
    EXPECT_EQ(options.text("format"), "text");
    EXPECT_EQ(options.text("memory"), "");
    EXPECT_EQ(options.size("memory"), std::nullopt);
    EXPECT_FALSE(options.has("limit"));
}

TEST(OptionTable, TakesTheLastOfSeveralValues) {
    const Options options = parse({"-n", "1", "-n", "2"});
    EXPECT_EQ(options.count("limit"), 2U);
    EXPECT_THAT(options.texts("limit"), ElementsAre("1", "2"));
    EXPECT_THAT(options.texts("memory"), IsEmpty());
}

TEST(OptionTable, TakesEverythingBehindTwoDashesAsArguments) {
    const Options options = parse({"news.idx", "--", "-sudan", "--limit"});
    EXPECT_THAT(options.arguments(), ElementsAre("news.idx", "-sudan", "--limit"));
}

TEST(OptionTable, NamesTheNearestOption) {
    EXPECT_EQ(complaint({"--limt", "5"}), "unknown option '--limt': did you mean --limit?");
    EXPECT_EQ(complaint({"--fromat=json"}), "unknown option '--fromat': did you mean --format?");
    EXPECT_EQ(complaint({"--form", "json"}), "unknown option '--form': did you mean --format?");
}

TEST(OptionTable, RefusesAbbreviations) {
    EXPECT_EQ(complaint({"--lim", "5"}), "unknown option '--lim': did you mean --limit?");
    EXPECT_EQ(
        complaint({"--l", "5"}),
        "unknown option '--l': see --help for the options; words that begin with '-' go behind --"
    );
}

TEST(OptionTable, TellsWhereWordsWithADashGo) {
    EXPECT_EQ(
        complaint({"news.idx", "-sudan"}),
        "unknown option '-sudan': see --help for the "
        "options; words that begin with '-' go behind --"
    );
}

TEST(OptionTable, AsksForAMissingValue) {
    EXPECT_EQ(complaint({"news.idx", "--limit"}), "option --limit needs a value: --limit N");
    EXPECT_EQ(complaint({"news.idx", "-n"}), "option --limit needs a value: --limit N");
    EXPECT_EQ(complaint({"--limit="}), "option --limit needs a value: --limit N");
}

TEST(OptionTable, RefusesAValueForASwitch) {
    EXPECT_EQ(complaint({"--count=yes"}), "option --count takes no value");
}

TEST(OptionTable, ChecksChoices) {
    EXPECT_EQ(parse({"--format", "json"}).text("format"), "json");
    EXPECT_EQ(
        complaint({"--format", "jsno"}), "option --format does not know 'jsno': did you mean json?"
    );
    EXPECT_EQ(
        complaint({"--format", "papyrus"}),
        "option --format does not know 'papyrus': choose one of text, json"
    );
}

TEST(OptionTable, ChecksNumbers) {
    const auto limit = [](const char* value) {
        return complaint([value] { (void)parse({"--limit", value}).count("limit", 1, 1000); });
    };
    EXPECT_EQ(limit("ten"), "option --limit needs a whole number from 1 to 1,000, not 'ten'");
    EXPECT_EQ(limit("0"), "option --limit needs a whole number from 1 to 1,000, not '0'");
    EXPECT_EQ(limit("1001"), "option --limit needs a whole number from 1 to 1,000, not '1001'");
    EXPECT_EQ(limit("1000"), "nothing was thrown");
    EXPECT_EQ(
        complaint([] {
            (void)parse({"--limit", "x"}).count("limit");
        }),
        "option --limit needs a whole number of at least 0, not 'x'"
    );
}

TEST(OptionTable, ChecksSizes) {
    EXPECT_EQ(parse({"--memory", "64M"}).size("memory"), 64U << 20U);
    EXPECT_EQ(
        complaint([] {
            (void)parse({"--memory", "lots"}).size("memory", 1024);
        }),
        "option --memory needs a size of at least 1 KiB such as 64M or 4G, not 'lots'"
    );
}

}  // namespace
}  // namespace broadsheet::cli
