#include "searcher/ranking/feedback.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "broadsheet/searcher.h"
#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using testing::ids;
using testing::make_article;
using testing::TestIndex;

Xapian::Document document(const std::vector<std::pair<std::string, unsigned>>& terms) {
    Xapian::Document out;
    for (const auto& [term, times] : terms)
        out.add_term(term, times);
    return out;
}

TEST(FeedbackTerms, WeighStemsByTheirShareOfTheArticles) {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    index.add_document(document({{"Zferri", 3}, {"Zharbour", 1}, {"ferry", 9}}));
    index.add_document(document({{"Zferri", 2}, {"Zmayor", 2}, {"ZSmayor", 5}}));
    index.add_document(document({{"Zrain", 1}}));
    const auto terms = feedback_terms(
        index,
        {{.document = 1, .score = 2}, {.document = 2, .score = 1}},
        {.articles = 2, .terms = 10, .original_weight = 0.5}
    );
    // The second article weighs (1/2)^4 of the first.
    const double first = 16.0 / 17;
    const double second = 1.0 / 17;
    ASSERT_EQ(terms.size(), 3U);
    EXPECT_EQ(terms[0].stem, "ferri");
    EXPECT_NEAR(terms[0].weight, first * 3 / 4 + second * 2 / 4, 1e-8);
    EXPECT_EQ(terms[1].stem, "harbour");
    EXPECT_NEAR(terms[1].weight, first * 1 / 4, 1e-8);
    EXPECT_EQ(terms[2].stem, "mayor");
    EXPECT_NEAR(terms[2].weight, second * 2 / 4, 1e-8);
}

TEST(FeedbackTerms, PreferWhatIsRareElsewhere) {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    index.add_document(document({{"Zsaid", 5}, {"Zferri", 4}}));
    for (int i = 0; i < 20; ++i)
        index.add_document(document({{"Zsaid", 1}}));
    const auto terms = feedback_terms(
        index, {{.document = 1, .score = 1}}, {.articles = 1, .terms = 1, .original_weight = 0.5}
    );
    ASSERT_EQ(terms.size(), 1U);
    EXPECT_EQ(terms[0].stem, "ferri");
}

TEST(FeedbackTerms, LeaveOutNumbersAndFragments) {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    index.add_document(document({{"Z1987", 9}, {"Zb52", 9}, {"Zx", 9}, {"Zferri", 1}}));
    const auto terms = feedback_terms(index, {{.document = 1, .score = 1}}, {});
    ASSERT_EQ(terms.size(), 1U);
    EXPECT_EQ(terms[0].stem, "ferri");
}

TEST(FeedbackTerms, OfNoArticlesAreNone) {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    EXPECT_TRUE(feedback_terms(index, {}, {}).empty());
}

class Expand : public ::testing::Test {
protected:
    static std::vector<Article> articles() {
        std::vector<Article> list = {
            make_article("a", "Ferry sinks", "The ferry sank off Larnmouth; the lifeboat came."),
            make_article("b", "Ferry lost", "A ferry and its lifeboat were lost off Larnmouth."),
            make_article("c", "Rescue", "The lifeboat of Larnmouth was praised."),
            make_article("d", "Rain", "Rain over Tolm.")};
        for (int i = 0; i < 12; ++i)
            list.push_back(make_article("x" + std::to_string(i), "Market", "Corn was quiet."));
        return list;
    }
};

TEST_F(Expand, FindsWhatTheFirstArticlesSpeakOf) {
    const TestIndex index({articles()});
    Searcher searcher(index.path());
    EXPECT_EQ(searcher.search({.text = "ferry"}).hits.size(), 2U);
    const Results results = searcher.search({.text = "ferry", .expand = true});
    EXPECT_EQ(results.hits.size(), 3U);
    EXPECT_EQ(results.hits.back().article.id, "c");
    const auto& added = results.added_words;
    EXPECT_NE(std::find(added.begin(), added.end(), "lifeboat"), added.end());
    EXPECT_EQ(std::find(added.begin(), added.end(), "corn"), added.end());
}

TEST_F(Expand, KeepsWhatMustHold) {
    const TestIndex index({articles()});
    Searcher searcher(index.path());
    EXPECT_EQ(searcher.search({.text = "+ferry lifeboat", .expand = true}).hits.size(), 2U);
    EXPECT_EQ(
        ids(searcher.search({.text = "ferry -sinks", .expand = true})),
        std::vector<std::string>{"b"}
    );
}

TEST_F(Expand, DoesNotDependOnSegments) {
    std::vector<std::vector<Article>> one_each;
    for (const auto& article : articles())
        one_each.insert(one_each.begin(), {article});
    const TestIndex one({articles()});
    const TestIndex many(one_each);
    const Query query = {.text = "ferry lost", .limit = 100, .expand = true};
    const Results expected = Searcher(one.path()).search(query);
    const Results found = Searcher(many.path()).search(query);
    EXPECT_EQ(found.added_words, expected.added_words);
    ASSERT_EQ(ids(found), ids(expected));
    for (std::size_t i = 0; i < found.hits.size(); ++i)
        EXPECT_DOUBLE_EQ(found.hits[i].score, expected.hits[i].score);
}

TEST_F(Expand, AddsNothingToAnEmptyAnswer) {
    const TestIndex index({articles()});
    const Results results = Searcher(index.path()).search({.text = "zebra", .expand = true});
    EXPECT_TRUE(results.hits.empty());
    EXPECT_TRUE(results.added_words.empty());
}

}  // namespace
}  // namespace broadsheet
