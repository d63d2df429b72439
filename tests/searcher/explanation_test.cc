#include "broadsheet/explanation.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/searcher.h"
#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using testing::make_article;
using testing::TestIndex;

class Explained : public ::testing::Test {
protected:
    Explained()
        : index_(
              {{make_article("1", "Harbour strike", "The dockers strike. A long strike."),
                make_article("2", "Strikes end", "The harbour strikes are over.")},
               {make_article("3", "Streik im Hafen", "Der Streik dauert an.", "de"),
                make_article("4", "Fishing", "The harbour is quiet.")}}
          ),
          searcher_(index_.path()) {}

    Results explained(Query query) {
        query.explain = true;
        return searcher_.search(query);
    }

    static double sum(const Hit& hit) {
        double sum = 0;
        for (const auto& contribution : hit.contributions)
            sum += contribution.score;
        return sum;
    }

    TestIndex index_;
    Searcher searcher_;
};

TEST_F(Explained, ContributionsAddUpToTheScore) {
    for (const char* text :
         {"harbour strike",
          "+harbour strike title:strikes",
          "(harbour strike)^2 fishing",
          "\"harbour strike\" OR dock*",
          "harbour AND strike^3 -fishing",
          "harbour SAME/s strikes"}) {
        const Results results = explained({.text = text});
        ASSERT_FALSE(results.hits.empty()) << text;
        for (const auto& hit : results.hits)
            EXPECT_NEAR(sum(hit), hit.score, 1e-5) << text << " " << hit.article.id;
    }
}

TEST_F(Explained, ContributionsOfWhatRankingAddsAreInTheSum) {
    for (const auto& query :
         {Query{.text = "harbour strike", .expand = true},
          Query{.text = "harbour", .like = {"1"}},
          Query{.text = "harbour strike", .model = Model::dph}}) {
        const Results results = explained(query);
        ASSERT_FALSE(results.hits.empty());
        for (const auto& hit : results.hits)
            EXPECT_NEAR(sum(hit), hit.score, 1e-4) << hit.article.id;
    }
}

TEST_F(Explained, NamesWhatCounts) {
    const Results results = explained({.text = "harbour strike title:end"});
    const auto& parts = results.explanation.value().parts;
    EXPECT_THAT(parts, Contains(Field(&ScorePart::what, "word")));
    EXPECT_THAT(parts, Contains(Field(&ScorePart::what, "typed form")));
    EXPECT_THAT(parts, Contains(Field(&ScorePart::what, "side by side")));
    EXPECT_THAT(parts, Contains(Field(&ScorePart::field, "headline")));
}

TEST_F(Explained, ListsTermsByLanguageWithTheirArticles) {
    const Results results = explained({.text = "strikes"});
    const auto& leaves = results.explanation.value().leaves;
    ASSERT_EQ(leaves.size(), 1U);
    const auto stem = std::find_if(leaves[0].terms.begin(), leaves[0].terms.end(), [](auto& term) {
        return std::find(term.languages.begin(), term.languages.end(), "en") !=
               term.languages.end();
    });
    ASSERT_NE(stem, leaves[0].terms.end());
    EXPECT_TRUE(stem->is_stem);
    EXPECT_EQ(stem->text, "strike");
    EXPECT_EQ(stem->articles, 2U);
}

TEST_F(Explained, ListsWhatAPatternStandsFor) {
    const Results results = explained({.text = "strike* titel:x"});
    const auto& explanation = results.explanation.value();
    ASSERT_FALSE(explanation.leaves.empty());
    std::vector<std::string> words;
    for (const auto& term : explanation.leaves.front().terms)
        words.push_back(term.text);
    EXPECT_THAT(words, ElementsAre("strike", "strikes"));
    EXPECT_EQ(explanation.text, "strike* titel:x");
}

// The engine counts words that stand apart as a pair when a filter leads.
TEST_F(Explained, ScoresAddUpUnderAFilter) {
    const Query query = {.text = "harbour strike fishing quiet lang:en"};
    const Results plain = searcher_.search(query);
    const Results results = explained(query);
    ASSERT_EQ(results.hits.size(), plain.hits.size());
    ASSERT_FALSE(plain.hits.empty());
    for (std::size_t i = 0; i < plain.hits.size(); ++i) {
        EXPECT_EQ(results.hits[i].article.id, plain.hits[i].article.id);
        EXPECT_EQ(results.hits[i].score, plain.hits[i].score);
        EXPECT_NEAR(sum(results.hits[i]), plain.hits[i].score, 1e-5);
    }
}

TEST_F(Explained, IsThereOnlyWhenAskedFor) {
    const Results results = searcher_.search({.text = "strike"});
    EXPECT_FALSE(results.explanation.has_value());
    EXPECT_TRUE(results.hits.front().contributions.empty());
}

}  // namespace
}  // namespace broadsheet
