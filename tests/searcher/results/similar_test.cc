// Searcher::similar() over a small invented archive.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/error.h"
#include "broadsheet/searcher.h"
#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using testing::ids;
using ::testing::IsEmpty;
using testing::make_article;
using ::testing::Not;
using testing::TestIndex;

constexpr std::string_view kLantern =
    "The harbour of Port Larch ordered ninety lanterns from the workshop of Tom Vale, who said the "
    "copper would come from Orm and the glass from the old works at Lee.";

Article dated(
    std::string_view id, std::string_view headline, std::string_view body, int year, int month
) {
    Article article = make_article(id, headline, body);
    article.published = make_date(year, month);
    return article;
}

std::vector<std::vector<Article>> archive() {
    const std::string copy = "PORT LARCH: " + std::string(kLantern) + " Nobody objected.";
    return {
        {dated("lantern", "Ninety lanterns", kLantern, 2019, 5),
         dated("copper", "Copper from Orm", "The workshop buys copper and glass.", 2019, 1),
         dated("later", "Lanterns lit", "The lanterns of copper burn in the harbour.", 2020, 1),
         dated("grain", "Grain prices fall", "Bakers were glad, the exchange was not.", 2019, 2)},
        {dated("copy", "Lanterns, ninety", copy, 2019, 4),
         make_article("undated", "Glass works", "The old glass works at Lee make lantern glass."),
         dated(
             "bread", "Bread costs less", "Grain was cheap, so bakers lowered prices.", 2018, 7
         )}};
}

class Similar : public ::testing::Test {
protected:
    Results similar(std::string_view id, const Likeness& likeness = {}, const Query& query = {}) {
        auto results = searcher_.similar(id, query, likeness);
        EXPECT_TRUE(results.has_value());
        return results.value_or(Results{});
    }

    TestIndex index_{archive()};
    Searcher searcher_{index_.path()};
};

TEST_F(Similar, FindsWhatSharesSpecialWordsAndNeverTheArticleItself) {
    const Results results = similar("lantern");
    EXPECT_EQ(results.hits.front().article.id, "copy");
    EXPECT_THAT(ids(results), Not(Contains("lantern")));
    EXPECT_THAT(ids(results), Not(Contains("grain")));
    EXPECT_THAT(ids(results), Contains("undated"));
    EXPECT_THAT(ids(similar("grain")), ElementsAre("bread"));
}

TEST_F(Similar, NamesTheWordsItLookedFor) {
    EXPECT_THAT(similar("lantern").added_words, Contains("vale"));
}

TEST_F(Similar, MarksNearCopies) {
    for (const Hit& hit : similar("lantern").hits)
        EXPECT_EQ(hit.near_copy, hit.article.id == "copy") << hit.article.id;
}

TEST_F(Similar, LeavesNearCopiesOut) {
    EXPECT_THAT(ids(similar("lantern", {.leave_out_copies = true})), Not(Contains("copy")));
}

TEST_F(Similar, LeavesOutCopiesOfOtherHits) {
    const Results all = similar("copper");
    EXPECT_THAT(ids(all), Contains("lantern"));
    EXPECT_THAT(ids(all), Contains("copy"));
    const auto fewer = ids(similar("copper", {.leave_out_copies = true}));
    EXPECT_EQ(std::ranges::count(fewer, "lantern") + std::ranges::count(fewer, "copy"), 1);
}

TEST_F(Similar, PagesAreStretchesOfOneAnswer) {
    const auto all = ids(similar("lantern", {.leave_out_copies = true}));
    ASSERT_GE(all.size(), 2U);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Results page =
            similar("lantern", {.leave_out_copies = true}, {.offset = i, .limit = 1});
        EXPECT_THAT(ids(page), ElementsAre(all[i]));
        EXPECT_EQ(page.hits.front().rank, i + 1);
    }
}

TEST_F(Similar, FindsEarlierOnesOnly) {
    EXPECT_THAT(
        ids(similar("lantern", {.earlier_only = true, .leave_out_copies = true})),
        ElementsAre("copper")
    );
}

TEST_F(Similar, SaysWhereNoDateIsKnown) {
    EXPECT_THROW(static_cast<void>(similar("undated", {.earlier_only = true})), Error);
}

TEST_F(Similar, LetsAQueryChoose) {
    EXPECT_THAT(ids(similar("lantern", {}, {.text = "glass works"})), Contains("undated"));
    EXPECT_THAT(ids(similar("lantern", {}, {.text = "+glass +buys"})), ElementsAre("copper"));
    EXPECT_THAT(
        ids(similar("lantern", {}, {.text = "", .from = make_date(2020)})), ElementsAre("later")
    );
}

TEST_F(Similar, LetsATreeChooseAsTextDoes) {
    EXPECT_EQ(
        ids(similar("lantern", {}, {.tree = word("burn")})),
        ids(similar("lantern", {}, {.text = "burn"}))
    );
    EXPECT_THAT(ids(similar("lantern", {}, {.tree = word("burn")})), ElementsAre("later"));
}

TEST_F(Similar, KnowsWhichArticlesThereAre) {
    EXPECT_FALSE(searcher_.similar("zeppelin").has_value());
}

TEST_F(Similar, TakesATextOfOnesOwn) {
    const Results results = searcher_.similar_to_text(
        "Bakers and the exchange speak of nothing but grain, and of prices.", {}, {}
    );
    EXPECT_THAT(ids(results), ::testing::UnorderedElementsAre("grain", "bread"));
    EXPECT_THAT(ids(searcher_.similar_to_text("", {}, {})), IsEmpty());
}

TEST_F(Similar, MarksTheSharedWordsInSnippets) {
    for (const Hit& hit : similar("grain").hits)
        EXPECT_FALSE(hit.snippet.highlights.empty());
}

TEST_F(Similar, DoesNotDependOnSegments) {
    std::vector<Article> all;
    for (const auto& segment : archive())
        all.insert(all.end(), segment.begin(), segment.end());
    const TestIndex one({all});
    Searcher searcher(one.path());
    for (const Article& article : all)
        EXPECT_EQ(ids(*searcher.similar(article.id)), ids(similar(article.id))) << article.id;
}

}  // namespace
}  // namespace broadsheet
