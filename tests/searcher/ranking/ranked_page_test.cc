// That the first page is the beginning of the whole answer.

#include <algorithm>
#include <random>
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

constexpr int kArticles = 4000;
constexpr int kStories = 60;

// Articles of all lengths about some of many stories: "storm7" in one form or the other. What is
// rare is that an article which belongs on the page stands just where the engine changes its way of
// reading.
std::vector<Article> many_articles() {
    std::mt19937 random(1851);  // gives the same numbers everywhere
    std::vector<Article> articles;
    for (int number = 0; number < kArticles; ++number) {
        std::string body;
        const auto length = 3 + random() % 60;
        for (unsigned word = 0; word < length; ++word) {
            const auto story = (random() % kStories) * (random() % kStories) / kStories;
            body += (random() % 3 == 0 ? "reporting" : "report") +
                    std::string(1, 'a' + story % 26) + static_cast<char>('a' + story / 26) +
                    (random() % 2 == 0 ? "ings " : "ing ");
        }
        Article article = make_article("a" + std::to_string(number), "", body);
        article.published = make_date(2000 + static_cast<int>(random() % 20));
        articles.push_back(std::move(article));
    }
    return articles;
}

void expect_beginning(Searcher& searcher, const Query& asked) {
    Query whole = asked;
    whole.limit = kEveryHit;
    std::vector<std::string> first = ids(searcher.search(whole));
    first.resize(std::min<std::size_t>(first.size(), asked.limit));
    EXPECT_EQ(ids(searcher.search(asked)), first) << asked.text;
}

TEST(RankedPage, IsTheBeginningOfTheWholeAnswer) {
    const TestIndex index({many_articles()});
    Searcher searcher(index.path());
    for (int story = 0; story < kStories; ++story) {
        const std::string word = std::string("report") + static_cast<char>('a' + story % 26) +
                                 static_cast<char>('a' + story / 26) + "ings";
        for (const Query& asked :
             {Query{.text = word, .model = Model::bm25plus},
              Query{.text = word, .recency_days = 900},
              Query{.text = word, .explain = true},
              Query{.text = word + " reportaaing reportingbaings reportca"},
              Query{.text = "+" + word + " reportingaaings reportbaings"}}) {
            expect_beginning(searcher, asked);
        }
        if (story % 6 == 0)
            expect_beginning(searcher, {.text = word + " reportbbings", .expand = true});
    }
}

}  // namespace
}  // namespace broadsheet
