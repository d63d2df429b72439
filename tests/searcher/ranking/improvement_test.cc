#include "searcher/ranking/improvement.h"

#include <gtest/gtest.h>

#include "broadsheet/error.h"
#include "broadsheet/searcher.h"
#include "common/dates/date_parser.h"
#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using testing::ids;
using testing::make_article;
using testing::TestIndex;

using Ids = std::vector<std::string>;

Article dated(Article article, std::string_view date) {
    article.published = parse_iso_date(date);
    return article;
}

std::vector<Article> news() {
    std::vector<Article> list = {
        make_article("bank-1", "Bank raises rates", "The bank of Tolm raised its lending rates."),
        make_article("bank-2", "Lending", "Lending rates rose again; the bank blamed borrowers."),
        make_article("loans", "Borrowers wait", "Lending is dear, borrowers in Tolm wait."),
        make_article("river-1", "Bank floods", "The river broke its bank; meadows are flooded."),
        make_article("river-2", "Flood", "Meadows by the river lie flooded; the bank gave way.")};
    for (int i = 0; i < 30; ++i)
        list.push_back(make_article("x" + std::to_string(i), "Market", "Corn was quiet."));
    return list;
}

// How much better one article answers than another.
double lead(const Results& results, std::string_view first, std::string_view second) {
    double lead = 0;
    for (const auto& hit : results.hits) {
        if (hit.article.id == first) lead += hit.score;
        if (hit.article.id == second) lead -= hit.score;
    }
    return lead;
}

TEST(Like, OrdersByTheWordsOfTheArticle) {
    const TestIndex index({news()});
    Searcher searcher(index.path());
    const auto first_three = [&](const char* liked) {
        const Ids found = ids(searcher.search({.text = "bank", .limit = 3, .like = {liked}}));
        return std::set<std::string>(found.begin(), found.end());
    };
    EXPECT_EQ(first_three("loans"), (std::set<std::string>{"bank-1", "bank-2", "loans"}));
    const Ids water = ids(searcher.search({.text = "bank", .limit = 2, .like = {"river-2"}}));
    EXPECT_EQ(
        std::set<std::string>(water.begin(), water.end()),
        (std::set<std::string>{"river-1", "river-2"})
    );
}

TEST(Like, WithoutWordsFindsWhatIsAlikeButNotTheArticle) {
    const TestIndex index({news()});
    Searcher searcher(index.path());
    EXPECT_EQ(ids(searcher.search({.text = "", .limit = 1, .like = {"river-1"}})), Ids{"river-2"});
    const Ids all = ids(searcher.search({.text = "", .limit = 50, .like = {"river-1"}}));
    EXPECT_EQ(std::find(all.begin(), all.end(), "river-1"), all.end());
    EXPECT_EQ(std::find(all.begin(), all.end(), "x1"), all.end());
}

TEST(Like, KeepsToTheFilterOfTheQuery) {
    std::vector<Article> list = news();
    list.push_back(make_article("tagged", "River", "Meadows flooded by the river."));
    list.back().tags = {"weather"};
    const TestIndex index({list});
    EXPECT_EQ(
        ids(Searcher(index.path()).search({.text = "tag:weather", .like = {"river-1"}})),
        Ids{"tagged"}
    );
}

TEST(Like, OfAnArticleThatIsNotThereIsAnError) {
    const TestIndex index({news()});
    Searcher searcher(index.path());
    EXPECT_THROW((void)searcher.search({.text = "bank", .like = {"nobody"}}), Error);
    EXPECT_THROW((void)searcher.search({.text = "bank", .unlike = {"nobody"}}), Error);
}

TEST(Unlike, LeavesTheArticleOutAndPutsBackWhatIsAlike) {
    const TestIndex index({news()});
    Searcher searcher(index.path());
    const Results plain = searcher.search({.text = "bank"});
    const Results found = searcher.search({.text = "bank", .unlike = {"river-2"}});
    const Ids left = ids(found);
    EXPECT_EQ(std::find(left.begin(), left.end(), "river-2"), left.end());
    EXPECT_GT(lead(found, "bank-1", "river-1"), lead(plain, "bank-1", "river-1"));
    EXPECT_GT(lead(found, "bank-2", "river-1"), lead(plain, "bank-2", "river-1"));
}

class Recency : public ::testing::Test {
protected:
    static std::vector<Article> articles() {
        return {
            dated(make_article("a-old", "", "The mayor spoke."), "2019-01-01"),
            dated(make_article("b-new", "", "The mayor spoke."), "2019-03-01"),
            make_article("c-undated", "", "The mayor spoke."),
            dated(make_article("d-best", "", "The mayor, the mayor: mayor, mayor, mayor."), "2010"),
            make_article("e", "", "Rain over Tolm."),
            make_article("f", "", "Corn was quiet.")};
    }
};

TEST_F(Recency, PutsTheNewerFirstOfWhatAnswersAboutAsWell) {
    const TestIndex index({articles()});
    Searcher searcher(index.path());
    EXPECT_EQ(
        ids(searcher.search({.text = "mayor"})), (Ids{"d-best", "a-old", "b-new", "c-undated"})
    );
    const Ids found = ids(searcher.search({.text = "mayor", .recency_days = 30}));
    const auto place = [&](const char* id) {
        return std::find(found.begin(), found.end(), id) - found.begin();
    };
    EXPECT_LT(place("b-new"), place("a-old"));
    EXPECT_LT(place("a-old"), place("c-undated"));
    EXPECT_EQ(found.size(), 4U);
}

TEST_F(Recency, CountsFromTheDateThatIsGiven) {
    const TestIndex index({articles()});
    Searcher searcher(index.path());
    const auto score_of = [&](const Query& query, const char* id) {
        for (const auto& hit : searcher.search(query).hits)
            if (hit.article.id == id) return hit.score;
        return 0.0;
    };
    const double plain = score_of({.text = "mayor"}, "a-old");
    const auto at = [&](const char* now) {
        return score_of({.text = "mayor", .recency_days = 10, .now = parse_iso_date(now)}, "a-old");
    };
    EXPECT_NEAR(at("2019-01-11") - plain, (at("2019-01-01") - plain) / 2, 1e-5);
    EXPECT_NEAR(at("2019-01-21") - plain, (at("2019-01-01") - plain) / 4, 1e-5);
    EXPECT_NEAR(at("2018-01-01"), at("2019-01-01"), 1e-9);  // not younger than now
}

// Statistics, feedback and dates of twenty segments are those of one.
class RankingOverSegments : public ::testing::TestWithParam<Query> {};

TEST_P(RankingOverSegments, IsThatOfOneSegment) {
    std::vector<Article> all = news();
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = dated(std::move(all[i]), i % 2 == 0 ? "2019-02-03" : "2018-11-30");
    std::vector<std::vector<Article>> parts(20);
    for (std::size_t i = 0; i < all.size(); ++i)
        parts[(i * 7) % parts.size()].push_back(all[i]);
    const TestIndex one({all});
    const TestIndex many(parts);
    const Results expected = Searcher(one.path()).search(GetParam());
    const Results found = Searcher(many.path()).search(GetParam());
    EXPECT_EQ(found.total, expected.total);
    EXPECT_EQ(found.added_words, expected.added_words);
    ASSERT_EQ(ids(found), ids(expected));
    ASSERT_GT(found.hits.size(), 1U);
    for (std::size_t i = 0; i < found.hits.size(); ++i)
        EXPECT_DOUBLE_EQ(found.hits[i].score, expected.hits[i].score);
}

Query query_with(Model model, bool expand, Ids like, Ids unlike, double recency) {
    return {
        .text = "bank rates",
        .limit = 50,
        .model = model,
        .expand = expand,
        .like = std::move(like),
        .unlike = std::move(unlike),
        .recency_days = recency};
}

INSTANTIATE_TEST_SUITE_P(
    Options,
    RankingOverSegments,
    ::testing::Values(
        query_with(Model::bm25, false, {}, {}, 0),
        query_with(Model::bm25, true, {}, {}, 0),
        query_with(Model::bm25plus, true, {}, {}, 0),
        query_with(Model::dph, false, {}, {}, 0),
        query_with(Model::dph, true, {}, {}, 0),
        query_with(Model::inl2, false, {}, {}, 0),
        query_with(Model::pl2, false, {}, {}, 0),
        query_with(Model::bm25, false, {"loans"}, {}, 0),
        query_with(Model::bm25, false, {}, {"river-1"}, 0),
        query_with(Model::bm25, false, {}, {}, 60),
        query_with(Model::bm25, true, {"loans"}, {"river-2"}, 60)
    )
);

}  // namespace
}  // namespace broadsheet
