#include <algorithm>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/searcher.h"
#include "common/fields.h"
#include "tests/searcher/test_index.h"
#include "tests/support/test_data.h"

namespace broadsheet {
namespace {

using testing::make_article;
using testing::TestIndex;

std::vector<Article> nine_articles() {
    std::vector<Article> articles;
    articles.push_back(make_article(
        "1",
        "Harbour strike ends in Port Levant",
        "Dockers in Port Levant returned to work after a strike of nine days. The e-mail vote was "
        "close."
    ));
    articles[0].published = make_date(2019, 4, 30);
    articles[0].tags = {"Labour", "New Port"};
    articles[0].byline = "By Ines Okafor";
    articles.push_back(make_article(
        "2",
        "Talks on fishing stall",
        "U.S. officials told us nothing. The strike in the harbour was not on the table, said "
        "Jos\u00E9 Arregui."
    ));
    articles[1].published = make_date(2019);
    articles[1].tags = {"Fishing"};
    articles.push_back(make_article(
        "3",
        "The Who of the islands",
        "The band plays striking songs about the sea. Email the desk for tickets."
    ));
    articles[2].published = make_date(2021, 2);
    articles[2].tags = {"Culture", "Labour"};
    articles.push_back(make_article(
        "4", "Streik im Hafen beendet", "Die Arbeiter kehrten nach den Streiks zur\u00FCck.", "de"
    ));
    articles.push_back(make_article("5", "Ship renamed", "The vessel POL-358 has a new name."));
    articles.push_back(make_article("6", "Towers", "Twenty years after 9/11."));
    articles.push_back(make_article("7", "Release", "Version 20.04 is out."));
    articles.push_back(make_article("8", "Wires", "AT&T cuts prices."));
    articles.push_back(make_article("9", "\u5927\u5B66", "\u5317\u4EAC\u5927\u5B66\u3002", "zh"));
    return articles;
}

/// The rows of the tables: what is typed, and the numbers at the end of what is found.
std::vector<std::pair<std::string, std::vector<std::string>>> examples() {
    const std::string page =
        testing::read_file(testing::source_directory() / "searcher/QUERY_SYNTAX.md");
    const std::regex row(R"(\| `([^`]+)` \| ([^\n]*) \|)");
    std::vector<std::pair<std::string, std::vector<std::string>>> found;
    for (std::sregex_iterator at(page.begin(), page.end(), row), end; at != end; ++at) {
        const std::string text = (*at)[2];
        const std::size_t list = text.find_last_not_of("0123456789 ");
        const std::string digits = list == std::string::npos ? text : text.substr(list + 1);
        std::vector<std::string> ids;
        for (const char c : digits) {
            if (c != ' ') ids.emplace_back(1, c);
        }
        found.emplace_back((*at)[1], ids);
    }
    return found;
}

TEST(QuerySyntax, EveryExampleOfThePageFindsWhatItSays) {
    const TestIndex index({nine_articles()});
    Searcher searcher(index.path());
    const auto rows = examples();
    EXPECT_GE(rows.size(), 60U);
    for (const auto& [text, expected] : rows) {
        auto found = testing::ids(searcher.search({.text = text}));
        std::sort(found.begin(), found.end());
        EXPECT_EQ(found, expected) << text;
    }
}

TEST(QuerySyntax, EveryFieldIsOnThePage) {
    const std::string page =
        testing::read_file(testing::source_directory() / "searcher/QUERY_SYNTAX.md");
    for (const auto& field : fields())
        EXPECT_NE(page.find(field.name), std::string::npos) << field.name;
}

}  // namespace
}  // namespace broadsheet
