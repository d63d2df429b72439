// Arabic and Hebrew write small words onto the word behind them.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/searcher.h"
#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using testing::ids;
using ::testing::IsEmpty;
using testing::make_article;
using testing::marked;
using testing::TestIndex;
using ::testing::UnorderedElementsAre;

std::vector<std::string> found(const TestIndex& index, const std::string& query) {
    Searcher searcher(index.path());
    return ids(searcher.search({.text = query}));
}

TEST(WrittenOntoArabic, IsFoundByTheWordAlone) {
    const TestIndex index({{
        make_article("and", "ولبنان يشارك", "جرت المباراة أمس.", "ar"),
        make_article("in", "مهرجان بلبنان", "افتتح المعرض أمس.", "ar"),
        make_article("for", "دعوة لمصر", "وصلت الرسالة أمس.", "ar"),
        make_article("said", "بيان جديد", "وقال المتحدث إن العمل مستمر.", "ar"),
    }});
    EXPECT_THAT(found(index, "لبنان"), UnorderedElementsAre("and", "in"));
    EXPECT_THAT(found(index, "مصر"), ElementsAre("for"));
    EXPECT_THAT(found(index, "قال"), ElementsAre("said"));
}

TEST(WrittenOntoArabic, FindsTheWordAlone) {
    const TestIndex index({{
        make_article("bare", "مصر تشارك", "جرت المباراة أمس.", "ar"),
        make_article("in", "مهرجان بمصر", "افتتح المعرض أمس.", "ar"),
    }});
    EXPECT_THAT(found(index, "بمصر"), ElementsAre("in", "bare"));
    EXPECT_THAT(found(index, "لمصر"), UnorderedElementsAre("in", "bare"));
    EXPECT_THAT(found(index, "ومصر"), UnorderedElementsAre("in", "bare"));
    EXPECT_THAT(found(index, "\"لمصر\""), IsEmpty());
}

TEST(WrittenOntoArabic, IsMarked) {
    const TestIndex index({{make_article("for", "دعوة لمصر", "وصلت الرسالة أمس.", "ar")}});
    Searcher searcher(index.path());
    const Results results = searcher.search({.text = "مصر"});
    ASSERT_EQ(results.hits.size(), 1U);
    const Hit& hit = results.hits.front();
    EXPECT_EQ(marked(hit.article.headline, hit.headline_highlights), "دعوة [لمصر]");
}

// A committee is not "to Paradise".
TEST(WrittenOntoArabic, IsNotWhatTheIndexHasAsAWordOfItsOwn) {
    std::vector<Article> articles = {make_article("garden", "جنة على الأرض", "زرع الحديقة.", "ar")};
    for (const std::string name : {"أولى", "ثانية", "ثالثة", "رابعة", "خامسة", "سادسة", "سابعة"})
        articles.push_back(make_article(name, "لجنة " + name, "اجتمع الأعضاء.", "ar"));
    const TestIndex index({articles});
    EXPECT_THAT(found(index, "جنة"), ElementsAre("garden"));
    EXPECT_EQ(found(index, "لجنة").size(), 7U);
}

TEST(WrittenOntoHebrew, IsFoundByTheWordAloneAndFindsIt) {
    const TestIndex index({{
        make_article("bare", "ממשלה חדשה", "נחתם הסכם אתמול.", "he"),
        make_article("article", "הממשלה אישרה", "דיון ארוך נערך אתמול.", "he"),
        make_article("in", "משבר בממשלה", "דיון ארוך נערך אתמול.", "he"),
        make_article("that", "טענה שהממשלה טעתה", "דיון ארוך נערך אתמול.", "he"),
    }});
    EXPECT_THAT(found(index, "ממשלה"), UnorderedElementsAre("bare", "article", "in", "that"));
    EXPECT_THAT(found(index, "הממשלה"), UnorderedElementsAre("bare", "article", "in", "that"));
    EXPECT_THAT(found(index, "בממשלה"), UnorderedElementsAre("bare", "article", "in", "that"));
    EXPECT_THAT(found(index, "\"ממשלה\""), ElementsAre("bare"));
}

TEST(WrittenOntoHebrew, TakesTheArticleOfShortWords) {
    const TestIndex index({{make_article("he", "השר התפטר", "נחתם הסכם אתמול.", "he")}});
    EXPECT_THAT(found(index, "שר"), ElementsAre("he"));
}

TEST(WrittenOnto, IsKnownNearOtherWords) {
    const TestIndex index({{
        make_article("ar", "خبر", "قال الوزير إن الحكومة الجديدة وبمصر.", "ar"),
        make_article("he", "ידיעה", "נמסר כי השר התפטר מהממשלה אתמול.", "he"),
    }});
    EXPECT_THAT(found(index, "حكومة NEAR/2 جديدة"), ElementsAre("ar"));
    EXPECT_THAT(found(index, "جديد NEAR/2 مصر"), ElementsAre("ar"));
    EXPECT_THAT(found(index, "שר NEAR/2 ממשלה"), ElementsAre("he"));
    EXPECT_THAT(found(index, "=حكومة NEAR/2 جديدة"), IsEmpty());
}

TEST(WrittenOnto, LeavesOtherLanguagesAlone) {
    const TestIndex index({{make_article("fa", "بمصر", "نامه رسید.", "fa")}});
    EXPECT_THAT(found(index, "مصر"), IsEmpty());
}

}  // namespace
}  // namespace broadsheet
