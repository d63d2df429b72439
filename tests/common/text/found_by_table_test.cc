#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/common/text/found_by.h"
#include "tests/support/test_data.h"

// The published table of what finds what: cases/*.tsv, one case a line with four columns: language,
// text, query, and "yes" or "no" or the words that are marked, in brackets. "\n" and "\r" are
// line breaks; lines that begin with "//" and empty lines say nothing.

namespace broadsheet::testing {
namespace {

struct Case {
    std::string place;
    std::string language;
    std::string text;
    std::string query;
    std::string expected;
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t i = text.find(from); i != std::string::npos; i = text.find(from, i)) {
        text.replace(i, from.size(), to);
    }
}

std::string with_line_breaks(std::string text) {
    replace_all(text, "\\r", "\r");
    replace_all(text, "\\n", "\n");
    return text;
}

std::vector<std::string> columns_of(const std::string& line) {
    std::vector<std::string> columns = {{}};
    for (const char c : line) {
        if (c == '\t') {
            columns.emplace_back();
        } else {
            columns.back() += c;
        }
    }
    return columns;
}

std::vector<Case> read_cases(const std::filesystem::path& path) {
    std::vector<Case> cases;
    std::ifstream file(path);
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line.starts_with("//")) continue;
        const auto columns = columns_of(line);
        const std::string place = path.filename().string() + ":" + std::to_string(number);
        EXPECT_EQ(columns.size(), 4U) << place;
        if (columns.size() != 4) continue;
        cases.push_back(
            {place,
             columns[0],
             with_line_breaks(columns[1]),
             with_line_breaks(columns[2]),
             with_line_breaks(columns[3])}
        );
    }
    return cases;
}

std::vector<std::filesystem::path> case_files() {
    std::vector<std::filesystem::path> files;
    const auto folder = source_directory() / "tests/common/text/cases";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".tsv") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> names_of(const std::vector<std::filesystem::path>& files) {
    std::vector<std::string> names;
    for (const auto& file : files)
        names.push_back(file.stem().string());
    return names;
}

class FoundByTable : public ::testing::TestWithParam<std::string> {};

TEST_P(FoundByTable, HoldsInEveryLine) {
    const auto cases =
        read_cases(source_directory() / "tests/common/text/cases" / (GetParam() + ".tsv"));
    EXPECT_FALSE(cases.empty());
    for (const auto& row : cases) {
        const std::string what = row.place + ": " + row.text + " <- " + row.query +
                                 "\n  text:  " + describe_tokens(row.text, row.language) +
                                 "\n  query: " + describe_tokens(row.query, row.language);
        if (row.expected == "yes" || row.expected == "no") {
            EXPECT_EQ(is_found_by(row.text, row.query, row.language), row.expected == "yes")
                << what;
        } else {
            EXPECT_EQ(marked_by(row.text, row.query, row.language), row.expected) << what;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Cases,
    FoundByTable,
    ::testing::ValuesIn(names_of(case_files())),
    [](const auto& parameter) { return parameter.param; }
);

TEST(FoundByTable, SeedArticleIsFoundByItsWords) {
    const auto path = test_data("000_c21da95896c3ac3b.txt");
    if (!path) GTEST_SKIP() << "the real collections are not here";
    std::ifstream file(*path);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    for (const char* query :
         {"guaido",
          "Guaidó",
          "\"Operation Liberty\"",
          "operacionlibertad",
          "#OperacionLibertad",
          "\"U.S. officials\"",
          "us officials",
          "lopez",
          "pro-Maduro",
          "blackouts refugee",
          "\"operacion libertad\"",
          "\"us officials\"",
          "promaduro",
          "\"Tuesday’s actions\""}) {
        EXPECT_TRUE(is_found_by(text, query, "en")) << query;
    }
    EXPECT_FALSE(is_found_by(text, "\"officials U.S.\"", "en"));
}

}  // namespace
}  // namespace broadsheet::testing
