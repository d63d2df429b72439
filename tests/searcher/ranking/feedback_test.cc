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

std::vector<std::string> stems(const std::vector<FeedbackTerm>& terms) {
    std::vector<std::string> out;
    for (const auto& term : terms)
        out.push_back(term.stem);
    return out;
}

std::vector<FeedbackTerm> terms_of(
    const Xapian::Database& index,
    const std::vector<FeedbackArticle>& articles,
    const std::set<std::string>& typed,
    const FeedbackSettings& settings
) {
    IndexStatistics statistics;
    return feedback_terms(index, articles, typed, settings, statistics);
}

using Stems = std::vector<std::string>;

TEST(FirstArticles, WeighByAPowerOfTheirScore) {
    const auto articles = first_articles(
        {{.document = 7, .score = 2}, {.document = 3, .score = 1}, {.document = 5, .score = 1}},
        {.articles = 2, .sharpness = 4}
    );
    ASSERT_EQ(articles.size(), 2U);
    EXPECT_EQ(articles[0].document, 7U);
    EXPECT_NEAR(articles[0].share, 16.0 / 17, 1e-12);
    EXPECT_NEAR(articles[1].share, 1.0 / 17, 1e-12);
    EXPECT_TRUE(first_articles({}, {}).empty());
}

TEST(FeedbackTerms, WeighByTheirDivergenceFromTheIndex) {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    index.add_document(document({{"Zferri", 3}, {"Zharbour", 2}, {"ferry", 3}, {"ZSmayor", 2}}));
    index.add_document(document({{"Zferri", 1}, {"Zrain", 9}, {"rain", 20}}));
    const auto terms = terms_of(index, {{.document = 1, .share = 1}}, {}, {});
    // 3 of the article's 10 words and in 2 articles; 2 of 10 and in 1; of 40 words in the index an
    // article that has a word is taken to have it one and a half times.
    const double ferri = 0.3 * std::log(0.3 / (1.5 * 2 / 40));
    const double harbour = 0.2 * std::log(0.2 / (1.5 * 1 / 40));
    ASSERT_EQ(stems(terms), (Stems{"ferri", "harbour"}));
    EXPECT_NEAR(terms[0].weight, ferri / (ferri + harbour), 1e-8);
    EXPECT_NEAR(terms[1].weight, harbour / (ferri + harbour), 1e-8);
    EXPECT_EQ(terms[0].found_in, 2U);
}

TEST(FeedbackTerms, LeaveOutWhatIsCommon) {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    index.add_document(document({{"Zmarket", 9}, {"Zferri", 4}, {"Zship", 4}}));
    for (int i = 0; i < 200; ++i) {
        index.add_document(document(
            {{i < 30   ? "Zmarket"
              : i < 45 ? "Zship"
                       : "Zrain",
              1},
             {"x", 40}}
        ));
    }
    EXPECT_EQ(
        stems(terms_of(index, {{.document = 1, .share = 1}}, {}, {.common = 0.1})),
        (Stems{"ferri", "ship"})
    );
}

TEST(FeedbackTerms, LeaveOutNumbersFragmentsAndWhatWasTyped) {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    index.add_document(
        document({{"Z1987", 9}, {"Zb52", 9}, {"Zx", 9}, {"Zferri", 1}, {"Zlifeboat", 1}})
    );
    index.add_document(document({{"rain", 90}}));
    EXPECT_EQ(
        stems(terms_of(index, {{.document = 1, .share = 1}}, {"lifeboat"}, {})), Stems{"ferri"}
    );
}

TEST(FeedbackTerms, OfWhatIsNotMeantWeighBelowNothing) {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    index.add_document(document({{"Zferri", 5}, {"Zmayor", 1}}));
    index.add_document(document({{"Zharbour", 5}, {"Zmayor", 1}}));
    index.add_document(document({{"rain", 90}}));
    const auto terms =
        terms_of(index, {{.document = 1, .share = 1}, {.document = 2, .share = -0.5}}, {}, {});
    ASSERT_EQ(stems(terms), (Stems{"ferri", "harbour", "mayor"}));
    EXPECT_GT(terms[0].weight, 0);
    EXPECT_LT(terms[1].weight, 0);
    EXPECT_GT(terms[2].weight, 0);
}

TEST(FeedbackTerms, OfNoArticlesAreNone) {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    EXPECT_TRUE(terms_of(index, {}, {}, {}).empty());
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
