#include "broadsheet/searcher.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::ids;
using testing::make_article;
using testing::TestIndex;
using ::testing::UnorderedElementsAre;

TEST(Searcher, FindsAWordThatIsAStopWordInAnotherLanguageOfTheIndex) {
    const TestIndex index(
        {{make_article("krieg", "Bericht", "Es war der dritte Winter in Levant.", "de"),
          make_article("treaty", "Report", "The war in Levant ended with a treaty.", "en"),
          make_article("wars", "Report", "Two wars began in that year.", "en"),
          make_article("none", "Report", "No word of either here.", "en")}}
    );
    Searcher searcher(index.path());
    EXPECT_THAT(
        ids(searcher.search({.text = "war"})), UnorderedElementsAre("krieg", "treaty", "wars")
    );
    EXPECT_THAT(ids(searcher.search({.text = "the"})), ElementsAre("treaty"));
    EXPECT_THAT(ids(searcher.search({.text = "wars"})), UnorderedElementsAre("treaty", "wars"));
    EXPECT_THAT(ids(searcher.search({.text = "der"})), ElementsAre("krieg"));
}

TEST(Searcher, SaysWhatIsWrongWithAnIndex) {
    const testing::TempDirectory directory;
    try {
        Searcher searcher(directory / "missing.idx");
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::not_found);
        EXPECT_THAT(error.what(), HasSubstr("missing.idx"));
    }
}

TEST(Searcher, FollowsPublicationsOnRefresh) {
    TestIndex index({{make_article("old", "An old strike", "Long ago.")}});
    Searcher searcher(index.path());
    EXPECT_FALSE(searcher.refresh());
    index.add_segment({make_article("new", "A new strike", "Today.")});
    EXPECT_EQ(searcher.count({.text = "strike"}), 1U);
    EXPECT_TRUE(searcher.refresh());
    EXPECT_EQ(searcher.count({.text = "strike"}), 2U);
}

/// Articles of random words, many of them with equal scores.
std::vector<Article> random_articles(std::size_t count) {
    static const std::vector<std::string> kWords = {
        "harbour",
        "strike",
        "levant",
        "council",
        "storm",
        "vote",
        "ferry",
        "market",
        "union",
        "tax",
        "e-mail",
        "email",
        "U.S."};
    std::mt19937 random(11);
    std::uniform_int_distribution<std::size_t> word(0, kWords.size() - 1);
    std::vector<Article> articles;
    for (std::size_t i = 0; i < count; ++i) {
        std::string body;
        for (std::size_t left = 4 + word(random); left > 0; --left)
            body += kWords[word(random)] + ' ';
        articles.push_back(
            make_article(fmt::format("r{:04}", i * 7919 % count), kWords[word(random)], body)
        );
    }
    return articles;
}

std::vector<std::vector<Article>> spread(const std::vector<Article>& articles, std::size_t parts) {
    std::vector<std::vector<Article>> segments(parts);
    for (std::size_t i = 0; i < articles.size(); ++i)
        segments[i * 13 % parts].push_back(articles[i]);
    std::reverse(segments.begin(), segments.end());
    return segments;
}

TEST(Searcher, RanksTheSameHoweverArticlesAreSpreadOverSegments) {
    const auto articles = random_articles(400);
    const TestIndex one({articles});
    const TestIndex twenty(spread(articles, 20));
    Searcher in_one(one.path());
    Searcher in_twenty(twenty.path());
    for (const char* text :
         {"harbour",
          "harbour strike",
          "harbour strike levant storm tax",
          "\"storm vote\" ferry",
          "+union market -tax",
          "title:council",
          "ha* market",
          "e-mail ferry",
          "us email strike",
          "strke~ NEAR/2 vote",
          "tag:none",
          ""}) {
        for (const std::size_t offset : {0U, 3U, 10U, 95U}) {
            const Query query = {.text = text, .offset = offset, .limit = 10, .exact_total = true};
            const Results a = in_one.search(query);
            const Results b = in_twenty.search(query);
            EXPECT_EQ(ids(a), ids(b)) << text << " from " << offset;
            EXPECT_EQ(a.total, b.total) << text;
            for (std::size_t i = 0; i < std::min(a.hits.size(), b.hits.size()); ++i)
                EXPECT_EQ(a.hits[i].score, b.hits[i].score) << text << ' ' << i;
        }
    }
}

TEST(Searcher, BreaksTiesByArticleIdAcrossPages) {
    std::vector<Article> same;
    for (int i = 0; i < 60; ++i)
        same.push_back(make_article(fmt::format("s{:02}", i * 37 % 60), "Storm", "A storm."));
    const TestIndex index(spread(same, 7));
    Searcher searcher(index.path());
    std::vector<std::string> pages;
    for (std::size_t offset = 0; offset < 60; offset += 7) {
        const auto page = ids(searcher.search({.text = "storm", .offset = offset, .limit = 7}));
        pages.insert(pages.end(), page.begin(), page.end());
    }
    EXPECT_EQ(pages.size(), 60U);
    EXPECT_TRUE(std::is_sorted(pages.begin(), pages.end()));
}

TEST(Searcher, NeverFailsOnAnyText) {
    const TestIndex index(
        {{make_article("us", "U.S. e-mail", "The harbour of the e-mail in 2019."),
          make_article("zh", "\u5927\u5B66", "\u5317\u4EAC\u5927\u5B66", "zh")},
         random_articles(50)}
    );
    Searcher searcher(index.path());
    static const std::vector<std::string> kPieces = {"harbour", "strike", " ",
                                                     "\"",      "(",      ")",
                                                     "+",       "-",      " AND ",
                                                     " OR ",    " NOT ",  " NEAR/2 ",
                                                     " ADJ/1 ", "title:", "tag:",
                                                     "date:",   "2019",   "..",
                                                     "*",       "?",      "~",
                                                     "^2",      "=",      "the",
                                                     "U.S.",    "\xFF",   "\u5317\u4EAC",
                                                     "none",    "e-mail", "id:",
                                                     "lang:",   "\u201C", "a",
                                                     "&",       "#x"};
    std::mt19937 random(3);
    std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (int left = i % 12; left >= 0; --left)
            text += kPieces[piece(random)];
        EXPECT_NO_THROW((void)searcher.search({.text = text, .limit = 3})) << text;
    }
    EXPECT_NO_THROW((void)searcher.search({.text = std::string(100'000, '(')}));
    std::string words;
    for (int i = 0; i < 10'000; ++i)
        words += fmt::format("word{} harbour ", i);
    const Results many = searcher.search({.text = words});
    EXPECT_THAT(many.notes, ElementsAre(HasSubstr("rarest")));
    EXPECT_GT(many.total, 0U);
}

}  // namespace
}  // namespace broadsheet
