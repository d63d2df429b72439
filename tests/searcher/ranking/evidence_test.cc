#include <gtest/gtest.h>

#include "broadsheet/searcher.h"
#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using testing::ids;
using testing::make_article;
using testing::TestIndex;

TEST(RankingEvidence, TheTypedFormIsBetterThanAnotherOfTheSameWord) {
    const TestIndex index(
        {{make_article("a", "", "The voters of Larnmouth elected a mayor."),
          make_article("b", "", "The voters of Larnmouth electing a mayor.")}}
    );
    Searcher searcher(index.path());
    EXPECT_EQ(ids(searcher.search({.text = "electing"})), (std::vector<std::string>{"b", "a"}));
    EXPECT_EQ(ids(searcher.search({.text = "elected"})), (std::vector<std::string>{"a", "b"}));
}

TEST(RankingEvidence, NeighboursInTheQueryAreBetterSideBySide) {
    const TestIndex index(
        {{make_article("a", "", "A copper kettle in the river near the old bridge of Tolm."),
          make_article("b", "", "A copper bridge in the river near the old kettle of Tolm.")}}
    );
    Searcher searcher(index.path());
    EXPECT_EQ(
        ids(searcher.search({.text = "copper bridge"})), (std::vector<std::string>{"b", "a"})
    );
    EXPECT_EQ(
        ids(searcher.search({.text = "copper kettle"})), (std::vector<std::string>{"a", "b"})
    );
    // The other way round they are no neighbours, and the ids decide.
    EXPECT_EQ(
        ids(searcher.search({.text = "bridge copper"})), (std::vector<std::string>{"a", "b"})
    );
}

TEST(RankingEvidence, BetterRanksChangeNothingInWhatMatches) {
    const TestIndex index(
        {{make_article("a", "", "The council of Tolm voted on harbours."),
          make_article("b", "", "Tolm votes on a harbour."),
          make_article("c", "", "Rain in Larnmouth.")}}
    );
    Searcher searcher(index.path());
    EXPECT_EQ(searcher.count({.text = "harbour votes"}), 2U);
    EXPECT_EQ(searcher.search({.text = "harbour votes", .exact_total = true}).total, 2U);
}

TEST(RankingEvidence, AWordTypedTwiceCountsMore) {
    const TestIndex index(
        {{make_article("a", "", "The ferry sank."), make_article("b", "", "The mayor sang.")}}
    );
    Searcher searcher(index.path());
    EXPECT_EQ(ids(searcher.search({.text = "ferry mayor"})), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(
        ids(searcher.search({.text = "mayor ferry mayor"})), (std::vector<std::string>{"b", "a"})
    );
}

TEST(RankingEvidence, ScoresDoNotDependOnSegments) {
    const auto a = make_article("a", "Storm over Tolm", "The storms broke the bridge of Tolm.");
    const auto b = make_article("b", "", "A storm, said the bridge keeper of Larnmouth.");
    const auto c = make_article("c", "", "Storm bridge is a village.");
    const TestIndex one({{a, b, c}});
    const TestIndex many({{c}, {a}, {b}});
    Searcher first(one.path());
    Searcher second(many.path());
    const auto expected = first.search({.text = "storm bridge tolm"});
    const auto found = second.search({.text = "storm bridge tolm"});
    ASSERT_EQ(ids(found), ids(expected));
    for (std::size_t i = 0; i < found.hits.size(); ++i)
        EXPECT_DOUBLE_EQ(found.hits[i].score, expected.hits[i].score);
}

}  // namespace
}  // namespace broadsheet
