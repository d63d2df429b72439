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

TEST(RankingEvidence, AnExplainedAnswerIsTheAnswer) {
    std::vector<std::vector<Article>> segments(2);
    for (int i = 0; i < 60; ++i) {
        std::string body = "The ferry of Larnmouth";
        for (int j = 0; j < i % 7; ++j)
            body += " ferries past the harbour";
        if (i % 3 == 0) body += " and the mayors of Tolm";
        if (i % 11 == 0) body += " in a storm";
        segments[static_cast<std::size_t>(i % 2)].push_back(
            make_article("n" + std::to_string(i), i % 5 == 0 ? "A harbour" : "A ferry", body)
        );
    }
    const TestIndex index(segments);
    Searcher searcher(index.path());
    for (const char* text :
         {"ferries",
          "ferry mayor",
          "storms harbour -mayor",
          "ferry^3 storm",
          "(ferry harbour)^2 storm",
          "+mayor ferry ferry storms",
          "the"}) {
        const Results plain = searcher.search({.text = text});
        const Results explained = searcher.search({.text = text, .explain = true});
        EXPECT_EQ(ids(plain), ids(explained)) << text;
        ASSERT_FALSE(plain.hits.empty()) << text;
        EXPECT_EQ(plain.total, explained.total) << text;
        for (std::size_t i = 0; i < plain.hits.size(); ++i)
            EXPECT_NEAR(plain.hits[i].score, explained.hits[i].score, 2e-6) << text;
    }
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
