// Pages whose articles must pass a check of their text: read in order, as far as a page needs.

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/searcher.h"
#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using testing::ids;
using testing::make_article;
using testing::TestIndex;

constexpr std::size_t kArticles = 1500;

// Ferry and lighthouse stand in one sentence of every third article.
std::vector<Article> articles(std::size_t first, std::size_t last) {
    std::vector<Article> made;
    for (std::size_t i = first; i < last; ++i) {
        std::string body = i % 3 == 0 ? "The ferry passed the lighthouse. Rain fell."
                                      : "The ferry left. Rain fell on the lighthouse.";
        for (std::size_t word = 0; word < i % 97; ++word)
            body += " And then more.";
        Article article = make_article("a" + std::to_string(i), i % 5 == 0 ? "Port" : "PORT", body);
        article.published = make_date(1990 + static_cast<int>(i % 30));
        made.push_back(std::move(article));
    }
    return made;
}

class CheckedPage : public ::testing::Test {
protected:
    CheckedPage()
        : index_({articles(0, 900), articles(900, kArticles)}), searcher_(index_.path()) {}

    TestIndex index_;
    Searcher searcher_;
};

TEST_F(CheckedPage, IsTheBeginningOfTheWholeAnswer) {
    for (const char* text :
         {"ferry SAME/s lighthouse",
          "ferry SAME/s lighthouse date:1990..2005",
          "+(ferry SAME/s lighthouse) rain",
          "=Port",
          "=Port AND (rain SAME/s lighthouse)"}) {
        for (const SortBy sort : {SortBy::relevance, SortBy::newest}) {
            std::vector<std::string> whole =
                ids(searcher_.search({.text = text, .sort = sort, .limit = kEveryHit}));
            ASSERT_GT(whole.size(), 40U) << text;
            whole.resize(40);
            EXPECT_EQ(ids(searcher_.search({.text = text, .sort = sort, .limit = 40})), whole);
            EXPECT_EQ(
                ids(searcher_.search({.text = text, .sort = sort, .offset = 30, .limit = 10})),
                std::vector(whole.begin() + 30, whole.end())
            ) << text;
        }
    }
}

TEST_F(CheckedPage, EstimatesTheTotalWhereNotAllWereRead) {
    const Results page = searcher_.search({.text = "ferry SAME/s lighthouse"});
    EXPECT_FALSE(page.total_is_exact);
    EXPECT_NEAR(static_cast<double>(page.total), kArticles / 3.0, kArticles / 10.0);
    const Results counted =
        searcher_.search({.text = "ferry SAME/s lighthouse", .exact_total = true});
    EXPECT_TRUE(counted.total_is_exact);
    EXPECT_EQ(counted.total, kArticles / 3);
    EXPECT_EQ(ids(counted), ids(page));
    EXPECT_EQ(searcher_.count({.text = "ferry SAME/s lighthouse"}), kArticles / 3);
}

TEST_F(CheckedPage, KnowsTheTotalOfFewOrNone) {
    const Results few = searcher_.search({.text = "ferry SAME/s lighthouse date:2017"});
    EXPECT_TRUE(few.total_is_exact);
    EXPECT_EQ(few.total, 50U);
    const Results none = searcher_.search({.text = "ferry SAME/s port"});
    EXPECT_TRUE(none.total_is_exact);
    EXPECT_EQ(none.total, 0U);
}

// A check that may fail without the article being lost must not be made of every article.
TEST_F(CheckedPage, ChecksOnlyWhatMustHold) {
    EXPECT_EQ(searcher_.count({.text = "=Port OR (ferry SAME/s lighthouse)"}), 300U + 400U);
    const Results either =
        searcher_.search({.text = "=Port OR (ferry SAME/s lighthouse)", .exact_total = true});
    EXPECT_EQ(either.total, 700U);
    EXPECT_EQ(
        searcher_.search({.text = "rain -(ferry SAME/s lighthouse)", .exact_total = true}).total,
        kArticles - kArticles / 3
    );
    EXPECT_EQ(searcher_.search({.text = "rain =Port", .exact_total = true}).total, kArticles);
}

}  // namespace
}  // namespace broadsheet
