// Archives in several languages, few articles of which are in one of them.

#include <map>
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
using testing::ids;
using ::testing::IsEmpty;
using testing::make_article;
using testing::marked;
using ::testing::Not;
using testing::TestIndex;
using ::testing::UnorderedElementsAre;

// The German stem of "rate" is that of the English rats, and of "Rat", a council.
std::vector<Article> english_archive() {
    std::vector<Article> articles = {
        make_article("bank", "Bank moves", "The rate of interest rose again."),
        make_article("pier", "Pier closed", "Rats were seen under the pier."),
    };
    for (const std::string name : {"fog", "rain", "snow", "hail", "wind", "sun", "mist", "dew"})
        articles.push_back(make_article(name, "Weather", "There was more " + name + " today."));
    return articles;
}

Article council() {
    return make_article("rat", "Sitzung vertagt", "Der Rat der Stadt tagte nicht.", "de");
}

Article election() {
    return make_article("wahl", "Wahlen im Herbst", "Die Wahlen wurden verschoben.", "de");
}

TEST(LanguageOfFewArticles, DoesNotStretchTheWordsOfTheOthers) {
    auto articles = english_archive();
    articles.push_back(election());
    const TestIndex index({articles});
    Searcher searcher(index.path());
    EXPECT_THAT(ids(searcher.search({.text = "rate"})), ElementsAre("bank"));
    EXPECT_THAT(ids(searcher.search({.text = "rate", .explain = true})), ElementsAre("bank"));
    EXPECT_THAT(ids(searcher.search({.text = "rate NEAR/5 pier"})), IsEmpty());
}

TEST(LanguageOfFewArticles, FindsItsOwnFormsInItsOwnArticles) {
    auto articles = english_archive();
    articles.push_back(council());
    articles.push_back(election());
    const TestIndex index({articles});
    Searcher searcher(index.path());
    EXPECT_THAT(ids(searcher.search({.text = "rate"})), UnorderedElementsAre("bank", "rat"));
    EXPECT_THAT(ids(searcher.search({.text = "wahl"})), ElementsAre("wahl"));
    EXPECT_THAT(ids(searcher.search({.text = "+rate +stadt"})), ElementsAre("rat"));
    EXPECT_THAT(ids(searcher.search({.text = "rate", .expand = true})), Not(Contains("pier")));
}

TEST(LanguageOfFewArticles, HasItsFormsMarkedInItsOwnArticles) {
    auto articles = english_archive();
    articles.push_back(council());
    const TestIndex index({articles});
    Searcher searcher(index.path());
    std::map<std::string, std::string> shown;
    for (const Hit& hit : searcher.search({.text = "rate pier stadt"}).hits)
        shown[hit.article.id] = marked(hit.snippet.text, hit.snippet.highlights);
    EXPECT_EQ(shown["rat"], "Der [Rat] der [Stadt] tagte nicht.");
    EXPECT_EQ(shown["pier"], "Rats were seen under the [pier].");
}

TEST(LanguageOfFewArticles, IsExplainedAsFarAsItCounts) {
    auto articles = english_archive();
    articles.push_back(council());
    const TestIndex index({articles});
    Searcher searcher(index.path());
    const Results results = searcher.search({.text = "rate", .explain = true});
    ASSERT_TRUE(results.explanation);
    std::size_t counted = 0;
    for (const auto& leaf : results.explanation->leaves) {
        for (const auto& term : leaf.terms) {
            if (term.text != "rat") continue;
            EXPECT_THAT(term.languages, ElementsAre("de"));
            counted += term.articles;
        }
    }
    EXPECT_EQ(counted, 1U);
}

TEST(LanguageOfFewArticles, ScoresAsItIsExplained) {
    auto articles = english_archive();
    articles.push_back(council());
    const TestIndex index({articles});
    Searcher searcher(index.path());
    // "raten" is in no article; its German stem is, and in an English one, too.
    for (const char* text : {"rate stadt", "raten"}) {
        const Results results = searcher.search({.text = text, .explain = true});
        ASSERT_THAT(ids(results), Contains("rat")) << text;
        for (const Hit& hit : results.hits) {
            double sum = 0;
            for (const auto& contribution : hit.contributions)
                sum += contribution.score;
            EXPECT_NEAR(sum, hit.score, 1e-5) << text << ' ' << hit.article.id;
        }
    }
}

TEST(LanguageOfFewArticles, IsNotAmongTheTermsOfAPart) {
    auto articles = english_archive();
    articles.push_back(council());
    const TestIndex index({articles});
    Searcher searcher(index.path());
    const Results results = searcher.search({.text = "rate", .explain = true});
    ASSERT_TRUE(results.explanation);
    for (const auto& part : results.explanation->parts)
        EXPECT_THAT(part.terms, Not(Contains("de")));
}

TEST(LanguageOfManyArticles, IsAskedInEverywhere) {
    const TestIndex index(
        {{make_article("bank", "Bank moves", "The rate of interest rose again."),
          council(),
          election()}}
    );
    Searcher searcher(index.path());
    EXPECT_THAT(ids(searcher.search({.text = "rate"})), UnorderedElementsAre("bank", "rat"));
}

TEST(TurkishPlural, FindsTheSingularAndIsFoundByIt) {
    const TestIndex index({{
        make_article("bakan", "Bakan istifa etti", "Karar dün duyuruldu.", "tr"),
        make_article("bakanlar", "Bakanlar toplandı", "Karar dün duyuruldu.", "tr"),
        make_article("vote", "Seçimlerde gecikme", "Karar dün duyuruldu.", "tr"),
    }});
    Searcher searcher(index.path());
    EXPECT_THAT(ids(searcher.search({.text = "bakan"})), ElementsAre("bakan", "bakanlar"));
    EXPECT_THAT(ids(searcher.search({.text = "bakanlar"})), ElementsAre("bakanlar", "bakan"));
    EXPECT_THAT(ids(searcher.search({.text = "seçim"})), ElementsAre("vote"));
    EXPECT_THAT(ids(searcher.search({.text = "secim"})), ElementsAre("vote"));
}

}  // namespace
}  // namespace broadsheet
