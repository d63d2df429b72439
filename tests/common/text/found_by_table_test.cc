#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/text/folding.h"
#include "common/utf8.h"
#include "tests/common/text/found_by.h"
#include "tests/support/test_data.h"

// The published table of what finds what: cases/*.tsv, one case a line with four columns: language,
// text, query, and "yes" or "no" or the words that are marked, in brackets; perhaps a fifth, who
// asked. "\n", "\r" and "\uXXXX" are escapes; lines that begin with "//" and empty lines say
// nothing.

namespace broadsheet::testing {
namespace {

struct Case {
    std::string place;
    std::string language;
    std::string text;
    std::string query;
    std::string expected;
};

// "\\n", "\\r" and "\\uXXXX" as the characters they stand for.
std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char kind = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
        if (kind == 'n' || kind == 'r') {
            plain += kind == 'n' ? '\n' : '\r';
            ++i;
        } else if (kind == 'u' && i + 6 <= text.size()) {
            append_utf8(plain, std::stoul(std::string(text.substr(i + 2, 4)), nullptr, 16));
            i += 5;
        } else {
            plain += text[i];
        }
    }
    return plain;
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
        const bool is_case = columns.size() == 4 || (columns.size() == 5 && !columns[4].empty());
        EXPECT_TRUE(is_case) << place;
        if (!is_case) continue;
        cases.push_back(
            {place, columns[0], unescaped(columns[1]), unescaped(columns[2]), unescaped(columns[3])}
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

TEST(FoundByTable, HasAtLeastThreeHundredCasesInTwentyLanguages) {
    std::size_t count = 0;
    std::set<std::string> languages;
    for (const auto& file : case_files()) {
        for (const auto& row : read_cases(file)) {
            ++count;
            languages.insert(row.language);
        }
    }
    EXPECT_GE(count, 300U);
    EXPECT_GE(languages.size(), 20U);
}

TEST(FoundByTable, EveryTextIsFoundByItself) {
    for (const auto& file : case_files()) {
        for (const auto& row : read_cases(file)) {
            if (describe_tokens(row.text, row.language).empty()) continue;
            EXPECT_TRUE(is_found_by(row.text, row.text, row.language)) << row.place;
            EXPECT_TRUE(is_found_by(row.text, "\"" + row.text + "\"", row.language)) << row.place;
            // Folding makes a common blank of the no-break blanks that hold a number together.
            const bool has_wide_number = row.text.find("\u00A0000") != std::string::npos ||
                                         row.text.find("\u202F000") != std::string::npos;
            if (has_wide_number) continue;
            EXPECT_TRUE(is_found_by(row.text, fold(row.text), row.language)) << row.place;
        }
    }
}

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
