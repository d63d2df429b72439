#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/format_reading.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(Feed, ReadsRss) {
    const Findings found = read_fixture("feed", "rss.xml");
    ASSERT_THAT(found.articles, SizeIs(2));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.headline, "Fog closes harbour & pier");
    EXPECT_EQ(a.url, "https://coast.example/fog");
    EXPECT_EQ(a.id, "fog-1");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30T10:00:00+02:00");
    EXPECT_THAT(a.authors, ElementsAre("Ana Brandt"));
    EXPECT_THAT(a.tags, ElementsAre("Weather"));
    EXPECT_EQ(a.deck, "No ships.");
    EXPECT_EQ(a.source, "Coast News");
    EXPECT_EQ(a.language, "en");
    EXPECT_THAT(a.paragraphs, ElementsAre("The harbour was closed.", "Again."));
    EXPECT_THAT(found.articles[1].paragraphs, ElementsAre("It lifted."));
    EXPECT_EQ(found.articles[1].deck, "");
}

TEST(Feed, ReadsAtom) {
    const Findings found = read_fixture("feed", "atom.xml");
    ASSERT_THAT(found.articles, SizeIs(1));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.headline, "Fog lifts");
    EXPECT_EQ(a.url, "https://coast.example/lifts");
    EXPECT_EQ(to_iso(a.published.value()), "2019-05-01T08:00:00Z");
    EXPECT_EQ(to_iso(a.updated.value()), "2019-05-01T09:00:00Z");
    EXPECT_THAT(a.authors, ElementsAre("Ana Brandt", "Tom Osei"));
    EXPECT_THAT(a.tags, ElementsAre("weather"));
    EXPECT_THAT(a.paragraphs, ElementsAre("It lifted.", "Ships left."));
}

TEST(Feed, ReadsBrokenItemsAsFarAsTheyGo) {
    const Findings found = read_entry(
        "feed",
        "<rss><channel><item><title>Fog & rain</title><description>One<br>two</item>"
        "<item><title>Next&nbsp;day</title><description>Three</description></channel>"
    );
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_EQ(found.articles[0].headline, "Fog & rain");
    EXPECT_EQ(found.articles[1].headline, "Next day");
}

TEST(Feed, ReadsTheEncodingItDeclares) {
    const Findings found = read_entry(
        "feed",
        "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><item><title>"
        "\xCF\xEE\xE3\xEE\xE4\xE0</title></item></channel></rss>"
    );
    ASSERT_THAT(found.articles, SizeIs(1));
    EXPECT_EQ(found.articles[0].headline, "Погода");
}

TEST(Feed, ExpandsNoEntities) {
    std::string bomb = "<!DOCTYPE rss [<!ENTITY a \"fogfogfogfog\">";
    for (char c = 'b'; c < 'k'; ++c) {
        bomb += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i)
            bomb += std::string("&") + static_cast<char>(c - 1) + ";";
        bomb += "\">";
    }
    bomb += "]><rss><channel><item><title>Fog &j;</title></item></channel></rss>";
    const Findings found = read_entry("feed.xml", bomb);
    ASSERT_THAT(found.articles, SizeIs(1));
    EXPECT_LT(found.articles[0].headline.size(), 20U);
}

TEST(Feed, StopsAtDepthBombs) {
    std::string deep = "<rss><channel><item><title>Fog</title>";
    for (int i = 0; i < 100'000; ++i)
        deep += "<a>";
    const Findings found = read_entry("feed.xml", deep);
    EXPECT_EQ(found.articles.size() + found.problems.size(), 1U);
}

TEST(WordPressWxr, TakesPostsOnly) {
    const Findings found = read_fixture("wordpress-wxr", "export.xml");
    ASSERT_THAT(found.articles, SizeIs(1));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.headline, "Fog closes harbour");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30T10:00:00Z");
    EXPECT_EQ(a.deck, "Third day");
    EXPECT_EQ(a.byline, "ana");
    EXPECT_THAT(a.paragraphs, ElementsAre("The harbour was closed.", "Nobody left."));
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_EQ(found.problems[0].kind, ProblemKind::not_article);
}

}  // namespace
}  // namespace broadsheet::testing
