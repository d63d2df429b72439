// What a row of each table brings along: a name of the usual shape, words for help, a test.

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/cli/program.h"
#include "common/fields.h"
#include "indexer/formats/format.h"
#include "indexer/options.h"
#include "searcher/options.h"
#include "searcher/printers/printer_table.h"
#include "tests/support/temp_directory.h"
#include "tests/support/test_data.h"

namespace broadsheet {

namespace {

namespace fs = std::filesystem;

bool is_table_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

bool is_help_line(std::string_view help) {
    return !help.empty() && help.size() <= 100 && help.find('\n') == std::string_view::npos;
}

bool mentions(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

// Names and contents of all tests below a folder, one after the other.
std::string sources_below(std::string_view folder) {
    std::string all;
    for (const auto& entry :
         fs::recursive_directory_iterator(testing::source_directory() / folder)) {
        if (entry.path().extension() != ".cc") continue;
        all += entry.path().filename().string() + '\n' + testing::read_file(entry.path());
    }
    return all;
}

TEST(FormatTable, RowsHaveNamesAndHelp) {
    std::set<std::string_view> names;
    for (const Format* format : all_formats()) {
        EXPECT_TRUE(is_table_name(format->name())) << format->name();
        EXPECT_TRUE(is_help_line(format->help())) << format->name() << ": " << format->help();
        EXPECT_TRUE(names.insert(format->name()).second) << format->name() << " is there twice";
        EXPECT_EQ(find_format(format->name()), format);
    }
    EXPECT_GE(names.size(), 4U);
    EXPECT_EQ(find_format("no-such-format"), nullptr);
}

TEST(FormatTable, EveryFormatHasATest) {
    const std::string tests = sources_below("tests/indexer/formats");
    for (const Format* format : all_formats()) {
        std::string function(format->name());
        std::replace(function.begin(), function.end(), '-', '_');
        const bool tested =
            tests.find(function + "_format()") != std::string::npos ||
            tests.find(function + "_test.cc") != std::string::npos ||
            tests.find('"' + std::string(format->name()) + '"') != std::string::npos;
        EXPECT_TRUE(tested) << "no test reads the format " << format->name();
    }
}

TEST(FormatTable, TakesNothingForAnArticleInBinaryJunk) {
    std::string junk(4096, '\0');
    for (std::size_t i = 0; i < junk.size(); ++i)
        junk[i] = static_cast<char>((i * i * 31 + i * 7) % 256);
    const Format* format = choose_format({.name = "noise.bin", .head = junk, .whole = true});
    EXPECT_EQ(format, nullptr) << "taken for " << format->name();
}

TEST(FormatTable, NeverTastesOutsideItsScale) {
    const std::string heads[] = {
        "", "{", "[{}]", "<DOC>", "<!DOCTYPE lewis", "<html>", "From a@b", "\xFF\xFE", "Words."};
    for (const Format* format : all_formats()) {
        for (const auto& head : heads) {
            const int taste = format->taste({.name = "x", .head = head, .whole = true});
            EXPECT_GE(taste, 0) << format->name() << " on " << head;
            EXPECT_LE(taste, 100) << format->name() << " on " << head;
        }
    }
}

TEST(PrinterTable, EveryPrinterHasWordsAndAGoldenCase) {
    const std::string output =
        testing::read_file(testing::source_directory() / "searcher/OUTPUT.md");
    for (const auto& row : printers()) {
        EXPECT_TRUE(is_table_name(row.name)) << row.name;
        EXPECT_TRUE(is_help_line(row.help)) << row.name << ": " << row.help;
        EXPECT_TRUE(mentions(output, "format " + std::string(row.name))) << row.name;
        const fs::path golden =
            testing::source_directory() / "tests/cli" / ("search-" + std::string(row.name));
        EXPECT_TRUE(fs::exists(golden / "stdout")) << golden;
    }
}

TEST(FieldTable, EveryFieldHasWordsAPrefixOfItsOwnAndAPlaceInTheManual) {
    const std::string syntax =
        testing::read_file(testing::source_directory() / "searcher/QUERY_SYNTAX.md");
    std::set<std::string_view> prefixes;
    std::set<std::string_view> names;
    for (const Field& field : fields()) {
        EXPECT_TRUE(is_table_name(field.name)) << field.name;
        EXPECT_TRUE(is_help_line(field.help)) << field.name << ": " << field.help;
        EXPECT_TRUE(prefixes.insert(field.prefix).second) << field.prefix << " is there twice";
        EXPECT_TRUE(names.insert(field.name).second) << field.name << " is there twice";
        for (const auto alias : field.aliases) {
            EXPECT_TRUE(names.insert(alias).second) << alias << " is there twice";
        }
        EXPECT_TRUE(mentions(syntax, std::string(field.name))) << field.name;
    }
}

// Every option is explained, and some test of the tree gives it.
void expect_options_with_words_and_tests(const cli::Program& program, const std::string& tests) {
    const std::string help = cli::help_text(program, 80);
    std::set<std::string_view> names;
    for (const cli::Option& option : program.options) {
        EXPECT_TRUE(is_table_name(option.name)) << option.name;
        EXPECT_FALSE(option.help.empty()) << option.name;
        EXPECT_FALSE(option.category.empty()) << option.name;
        EXPECT_TRUE(names.insert(option.name).second) << option.name << " is there twice";
        EXPECT_TRUE(mentions(help, "--" + std::string(option.name))) << option.name;
        EXPECT_TRUE(mentions(tests, "--" + std::string(option.name)))
            << program.name << ": no test gives --" << option.name;
    }
}

// The command lines of the golden cases.
std::string golden_commands() {
    std::string all;
    for (const auto& golden : fs::directory_iterator(testing::source_directory() / "tests/cli")) {
        if (fs::exists(golden.path() / "command")) {
            all += testing::read_file(golden.path() / "command");
        }
    }
    return all;
}

TEST(OptionTables, EveryOptionHasWordsAndATest) {
    const std::string commands = golden_commands();
    expect_options_with_words_and_tests(search_program(), commands);
    expect_options_with_words_and_tests(index_program(), commands + sources_below("tests/indexer"));
}

}  // namespace

}  // namespace broadsheet
