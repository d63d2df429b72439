// Answers without a ceiling: Searcher::stream().

#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/searcher.h"
#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::make_article;
using testing::TestIndex;

// Storms in three segments, most of which score the same.
std::vector<std::vector<Article>> storms() {
    std::vector<std::vector<Article>> segments(3);
    for (int i = 0; i < 240; ++i) {
        const std::string_view body = i % 40 == 0 ? "A storm behind a storm." : "A storm.";
        segments[i * 7 % 3].push_back(make_article(fmt::format("s{:03}", i), "Weather", body));
        segments[i * 7 % 3].back().published = make_date(2019, 1 + i % 12);
    }
    return segments;
}

class Stream : public ::testing::Test {
protected:
    std::vector<std::string> streamed(const Query& query) {
        std::vector<std::string> ids;
        results_ = searcher_.stream(query, [&](const Hit& hit) {
            EXPECT_EQ(hit.rank, query.offset + ids.size() + 1);
            ids.push_back(hit.article.id);
        });
        EXPECT_THAT(results_.hits, IsEmpty());
        return ids;
    }

    std::vector<std::string> paged(Query query, std::size_t size) {
        std::vector<std::string> ids;
        query.limit = size;
        for (;; query.offset += size) {
            const auto page = testing::ids(searcher_.search(query));
            if (page.empty()) return ids;
            ids.insert(ids.end(), page.begin(), page.end());
        }
    }

    TestIndex index_{storms()};
    Searcher searcher_{index_.path()};
    Results results_;
};

TEST_F(Stream, HandsOverEveryHitInTheOrderOfThePages) {
    for (const SortBy sort :
         {SortBy::relevance, SortBy::newest, SortBy::oldest, SortBy::source, SortBy::headline}) {
        for (const char* text : {"storm", "weather storm", ""}) {
            const Query query = {.text = text, .sort = sort, .limit = kEveryHit};
            const auto all = streamed(query);
            EXPECT_EQ(all.size(), 240U);
            EXPECT_EQ(all, paged(query, 17)) << text;
            EXPECT_EQ(results_.total, 240U);
            EXPECT_TRUE(results_.total_is_exact);
        }
    }
}

TEST(Sorting, ByATextIsThatOfADictionary) {
    std::vector<Article> articles;
    for (const char* headline :
         {"zebra", "\u00C9clair", "apple", "Eclairs", "", "Apple pie", "eclair"})
        articles.push_back(make_article(fmt::format("h{}", articles.size()), headline, "Words."));
    articles[6].source = "Orm Courier";
    articles[2].source = articles[0].source = "Larch Wire";
    const TestIndex index(
        {{articles.begin(), articles.begin() + 3}, {articles.begin() + 3, articles.end()}}
    );
    Searcher searcher(index.path());
    EXPECT_THAT(
        testing::ids(searcher.search({.text = "words", .sort = SortBy::headline})),
        ElementsAre("h2", "h5", "h6", "h1", "h3", "h0", "h4")
    );
    EXPECT_THAT(
        testing::ids(searcher.search({.text = "words", .sort = SortBy::source})),
        ElementsAre("h0", "h2", "h6", "h1", "h3", "h4", "h5")
    );
}

TEST_F(Stream, BeginsAtTheOffset) {
    const auto all = streamed({.text = "storm", .limit = kEveryHit});
    const auto rest = streamed({.text = "storm", .offset = 237, .limit = kEveryHit});
    EXPECT_EQ(rest, std::vector<std::string>(all.end() - 3, all.end()));
    EXPECT_THAT(streamed({.text = "storm", .offset = 240, .limit = kEveryHit}), IsEmpty());
    EXPECT_EQ(results_.total, 240U);
    EXPECT_THAT(streamed({.text = "storm", .offset = kEveryHit, .limit = kEveryHit}), IsEmpty());
}

TEST_F(Stream, GivesIdsAloneWhenNoMoreIsAsked) {
    std::vector<std::string> headlines;
    const Query query = {.text = "storm", .limit = 2, .ids_only = true};
    searcher_.stream(query, [&](const Hit& hit) { headlines.push_back(hit.article.headline); });
    EXPECT_THAT(headlines, ElementsAre("", ""));
    EXPECT_EQ(streamed(query), streamed({.text = "storm", .limit = 2}));
}

TEST_F(Stream, LetsTheVisitorEndIt) {
    int seen = 0;
    const auto stop = [&](const Hit&) {
        if (++seen == 3) throw std::runtime_error("enough");
    };
    EXPECT_THROW(searcher_.stream({.limit = kEveryHit}, stop), std::runtime_error);
    EXPECT_EQ(seen, 3);
}

}  // namespace
}  // namespace broadsheet
