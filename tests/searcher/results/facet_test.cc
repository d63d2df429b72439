// Searcher::facet() and Searcher::timeline() over a small invented archive.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/error.h"
#include "broadsheet/facets.h"
#include "broadsheet/searcher.h"
#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::make_article;
using testing::TestIndex;

Article filed(
    std::string_view id,
    std::string_view source,
    std::optional<Date> date,
    std::vector<std::string> tags
) {
    Article article = make_article(id, "Harbour news", "A storm in the harbour.");
    article.source = source;
    article.published = date;
    article.tags = std::move(tags);
    return article;
}

std::vector<std::vector<Article>> archive() {
    std::vector<Article> one;
    one.push_back(filed("a", "Larch Wire", make_date(2019, 4, 29), {"Ports", "New Port"}));
    one.push_back(filed("b", "Larch Wire", make_date(2019, 5, 5), {"ports"}));
    one.push_back(filed("c", "Orm Courier", make_date(2019, 5), {"grain"}));
    one[0].authors = {"Mia Quist", "Tom Vale"};
    one[1].authors = {"MIA  QUIST", "mia quist"};
    std::vector<Article> two;
    two.push_back(filed("d", "larch wire", make_date(2021), {}));
    two.push_back(filed("e", "", std::nullopt, {"new  port"}));
    two.push_back(filed("f", "Orm Courier", make_instant(2019, 5, 6, 0, 30, 0, 0, 60), {"grain"}));
    two[2].paragraphs = {"A calm day."};
    return {one, two};
}

class Facets : public ::testing::Test {
protected:
    TestIndex index_{archive()};
    Searcher searcher_{index_.path()};
};

TEST_F(Facets, CountValuesOverAllMatches) {
    const Facet facet = searcher_.facet({.text = "", .limit = 1}, "source");
    EXPECT_EQ(facet.field, "source");
    EXPECT_THAT(
        facet.values, ElementsAre(FacetValue{"Larch Wire", 3}, FacetValue{"Orm Courier", 2})
    );
    EXPECT_EQ(facet.without, 1U);
    EXPECT_EQ(facet.total, 6U);
    EXPECT_EQ(facet.distinct, 2U);
}

TEST_F(Facets, CountOnlyMatches) {
    const Facet facet = searcher_.facet({.text = "storm"}, "tag");
    EXPECT_THAT(
        facet.values,
        ElementsAre(FacetValue{"New Port", 2}, FacetValue{"Ports", 2}, FacetValue{"grain", 1})
    );
    EXPECT_EQ(facet.without, 1U);
    EXPECT_EQ(facet.total, 5U);
    EXPECT_EQ(searcher_.facet({.text = "storm", .from = make_date(2020)}, "tag").total, 1U);
    EXPECT_THAT(searcher_.facet({.text = "zeppelin"}, "tag").values, IsEmpty());
}

TEST_F(Facets, NameTheMostFrequentAndCountTheOthers) {
    const Facet facet = searcher_.facet({}, "tag", 1);
    EXPECT_EQ(facet.values.size(), 1U);
    EXPECT_EQ(facet.distinct, 3U);
    EXPECT_EQ(searcher_.facet({}, "tag", 0).values.size(), 3U);
}

TEST_F(Facets, CountAnAuthorOnceInAnArticle) {
    const Facet facet = searcher_.facet({}, "author");
    EXPECT_THAT(facet.values, ElementsAre(FacetValue{"MIA  QUIST", 2}, FacetValue{"Tom Vale", 1}));
    EXPECT_EQ(facet.without, 4U);
}

TEST_F(Facets, CountByDateAsFarAsItIsKnown) {
    const Facet months = searcher_.facet({}, "month");
    EXPECT_THAT(months.values, ElementsAre(FacetValue{"2019-05", 3}, FacetValue{"2019-04", 1}));
    EXPECT_EQ(months.without, 2U);
    const Facet years = searcher_.facet({}, "year");
    EXPECT_THAT(years.values, ElementsAre(FacetValue{"2019", 4}, FacetValue{"2021", 1}));
}

TEST_F(Facets, AgreeWithSearchingForEachValue) {
    for (const std::string_view field : facet_fields()) {
        if (field == "author" || field == "year" || field == "month" || field == "day") continue;
        for (const FacetValue& value : searcher_.facet({}, field, 0).values) {
            const std::string text = std::string(field) + ":\"" + value.value + '"';
            EXPECT_EQ(searcher_.count({.text = text}), value.articles) << text;
        }
    }
}

TEST_F(Facets, RefuseOtherFields) {
    EXPECT_THROW((void)searcher_.facet({}, "headline"), Error);
}

std::vector<std::string> described(const Timeline& timeline) {
    std::vector<std::string> lines;
    for (const Period& period : timeline.periods)
        lines.push_back(to_iso(period.begin) + ' ' + std::to_string(period.articles));
    return lines;
}

TEST_F(Facets, LayMatchesOutInTime) {
    EXPECT_THAT(described(searcher_.timeline({}, TimeUnit::year)), ElementsAre("2019 4", "2021 1"));
    EXPECT_THAT(
        described(searcher_.timeline({}, TimeUnit::month)), ElementsAre("2019-04 1", "2019-05 3")
    );
    const Timeline days = searcher_.timeline({.text = "storm"}, TimeUnit::day);
    EXPECT_THAT(described(days), ElementsAre("2019-04-29 1", "2019-05-05 1"));
    EXPECT_EQ(days.undated, 3U);
    EXPECT_EQ(days.total, 5U);
}

// 29 April 2019 was a Monday, 5 May the Sunday of its week; f was published on it in UTC.
TEST_F(Facets, BeginWeeksOnMonday) {
    EXPECT_THAT(described(searcher_.timeline({}, TimeUnit::week)), ElementsAre("2019-04-29 3"));
}

}  // namespace
}  // namespace broadsheet
