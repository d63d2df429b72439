// The table of what is marked, through the whole searcher: parser, index, query, highlighter.

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "broadsheet/searcher.h"
#include "tests/searcher/test_index.h"
#include "tests/support/test_data.h"

namespace broadsheet {
namespace {

struct Case {
    std::string language;
    std::string field;
    std::string query;
    std::string marked;  // with brackets

    [[nodiscard]] std::string text() const {
        std::string plain = marked;
        std::erase_if(plain, [](char c) { return c == '[' || c == ']'; });
        return plain;
    }
};

std::vector<Case> read_cases() {
    std::vector<Case> cases;
    std::ifstream file(testing::source_directory() / "tests/searcher/snippet/truth.txt");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("# ") || line == "#") continue;
        std::vector<std::string> parts;
        std::string_view rest = line;
        for (int i = 0; i < 3; ++i) {
            const std::size_t end = std::min(rest.find('|'), rest.size());
            parts.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        cases.push_back({parts[0], parts[1], parts[2], std::string(rest)});
    }
    return cases;
}

Article article_of(const Case& row, std::size_t number) {
    Article article;
    article.id = fmt::format("c{}", number);
    article.language = row.language;
    if (row.field == "headline") {
        article.headline = row.text();
    } else if (row.field == "byline") {
        article.byline = row.text();
    } else if (row.field == "deck") {
        article.deck = row.text();
    } else if (row.field == "caption") {
        article.captions = {{.text = row.text()}};
    } else {
        article.paragraphs = {row.text()};
    }
    return article;
}

// Every text of the article with its marks; there is only one text.
std::string marked_text(const MarkedArticle& found) {
    const Article& article = found.article;
    std::string out = testing::marked(article.headline, found.headline);
    out += testing::marked(article.deck, found.deck);
    out += testing::marked(article.byline, found.byline);
    for (std::size_t i = 0; i < found.paragraphs.size(); ++i)
        out += testing::marked(article.paragraphs[i], found.paragraphs[i]);
    for (std::size_t i = 0; i < found.captions.size(); ++i)
        out += testing::marked(article.captions[i].text, found.captions[i]);
    return out;
}

TEST(HighlightTruth, IsThatOfTheTable) {
    const std::vector<Case> cases = read_cases();
    ASSERT_GE(cases.size(), 130U);
    std::vector<Article> articles;
    for (std::size_t i = 0; i < cases.size(); ++i)
        articles.push_back(article_of(cases[i], i));
    const testing::TestIndex index({articles});
    Searcher searcher(index.path());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Case& row = cases[i];
        const Query query{.text = row.query, .language = row.language};
        const auto found = searcher.article(articles[i].id, query);
        ASSERT_TRUE(found.has_value());
        EXPECT_EQ(marked_text(*found), row.marked) << row.query;
    }
}

}  // namespace
}  // namespace broadsheet
