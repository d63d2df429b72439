// What users of other engines complained of, by the numbers of the list it was gathered in: B, of
// the analysis of texts, and C, of queries. complaints.tsv here needs an index;
// tests/common/text/cases/complaints.tsv does not.

#include <algorithm>
#include <cctype>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "broadsheet/searcher.h"
#include "common/text/language.h"
#include "tests/searcher/test_index.h"
#include "tests/support/test_data.h"

namespace broadsheet::testing {
namespace {

std::vector<std::string> parts(const std::string& text, const std::string& separator) {
    std::vector<std::string> found;
    std::size_t begin = 0;
    for (std::size_t end = text.find(separator); end != std::string::npos;
         end = text.find(separator, begin)) {
        found.push_back(text.substr(begin, end - begin));
        begin = end + separator.size();
    }
    found.push_back(text.substr(begin));
    return found;
}

// The rows of a table, cut into columns.
std::vector<std::vector<std::string>> rows(const std::string& path) {
    std::vector<std::vector<std::string>> all;
    std::ifstream file(source_directory() / path);
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && !line.starts_with("//")) all.push_back(parts(line, "\t"));
    }
    return all;
}

std::vector<Article> articles(const std::string& texts) {
    std::vector<Article> made;
    for (const auto& text : parts(texts, " || ")) {
        made.push_back(
            make_article(std::to_string(made.size() + 1), "", text, detect_language(texts))
        );
        const std::string year = text.substr(0, text.find(':'));
        if (year.size() == 4 && std::isdigit(static_cast<unsigned char>(year[0])) != 0)
            made.back().published = make_date(std::stoi(year));
    }
    return made;
}

TEST(Complaints, AreAnswered) {
    for (const auto& row : rows("tests/searcher/complaints.tsv")) {
        ASSERT_EQ(row.size(), 5U) << row.front();
        const TestIndex index({articles(row[2])});
        Searcher searcher(index.path());
        auto found = ids(searcher.search({.text = row[3]}));
        std::sort(found.begin(), found.end());
        const auto expected = row[4].empty() ? std::vector<std::string>() : parts(row[4], " ");
        EXPECT_EQ(found, expected) << row[0] << ' ' << row[1] << ": " << row[3];
    }
}

TEST(Complaints, AreAllInATable) {
    std::set<std::string> numbers;
    for (const auto& row : rows("tests/searcher/complaints.tsv"))
        numbers.insert(row.front());
    for (const auto& row : rows("tests/common/text/cases/complaints.tsv"))
        numbers.insert(row.at(4).substr(0, row.at(4).find(' ')));
    const std::set<int> elsewhere = {25, 41, 43, 45};
    constexpr int kFirst = 21;
    constexpr int kFirstOfQueries = 37;
    constexpr int kLast = 47;
    for (int number = kFirst; number <= kLast; ++number) {
        if (elsewhere.contains(number)) continue;
        const std::string name = (number < kFirstOfQueries ? "B" : "C") + std::to_string(number);
        EXPECT_TRUE(numbers.contains(name)) << name;
    }
}

}  // namespace
}  // namespace broadsheet::testing
