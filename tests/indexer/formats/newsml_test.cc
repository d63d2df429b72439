#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/format_reading.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Nitf, ReadsEveryPart) {
    const Findings found = read_fixture("nitf", "fog.xml");
    ASSERT_THAT(found.articles, SizeIs(1));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.id, "CN.1");
    EXPECT_EQ(a.headline, "Fog closes harbour");
    EXPECT_EQ(a.deck, "Third day");
    EXPECT_THAT(a.authors, ElementsAre("Ana Brandt"));
    EXPECT_EQ(a.dateline, (Dateline{"PORT AMBER", "April 30", ""}));
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30T10:00:00+02:00");
    EXPECT_EQ(a.source, "Coast News");
    EXPECT_EQ(a.section, "Local");
    EXPECT_THAT(a.tags, ElementsAre("Weather", "Fog", "harbour"));
    EXPECT_THAT(a.captions, ElementsAre(Caption{"The pier", "Lena Voss"}));
    EXPECT_THAT(a.paragraphs, ElementsAre("The harbour was closed.", "Nobody left."));
}

TEST(NewsmlG2, ReadsTextsAndPictures) {
    const Findings found = read_fixture("newsml-g2", "item.xml");
    ASSERT_THAT(found.articles, SizeIs(2));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.id, "urn:newsml:coast.example:1");
    EXPECT_EQ(a.headline, "Fog closes harbour");
    EXPECT_EQ(a.source, "Coast News");
    EXPECT_EQ(a.language, "en");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30T10:00:00Z");
    EXPECT_EQ(to_iso(a.updated.value()), "2019-05-01T10:00:00Z");
    EXPECT_EQ(a.dateline, (Dateline{"PORT AMBER", "April 30", ""}));
    EXPECT_THAT(a.tags, ElementsAre("weather"));
    EXPECT_THAT(a.places, ElementsAre("Port Amber"));
    EXPECT_EQ(a.deck, "Third day of fog");
    EXPECT_THAT(a.paragraphs, ElementsAre("The harbour was closed.", "Nobody left."));
    EXPECT_THAT(
        found.articles[1].captions, ElementsAre(Caption{"The pier on Tuesday.", "Lena Voss"})
    );
}

TEST(NewsmlG2, ReportsPackages) {
    const Findings found = read_entry("p.xml", "<packageItem guid=\"p\"><groupSet/></packageItem>");
    EXPECT_THAT(found.articles, IsEmpty());
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_EQ(found.problems[0].kind, ProblemKind::not_article);
}

TEST(Newsml1, TellsCaptionsFromText) {
    const Findings found = read_fixture("newsml-1", "item.xml");
    ASSERT_THAT(found.articles, SizeIs(1));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.id, "urn:newsml:coast.example:20190430:1");
    EXPECT_EQ(a.headline, "Fog closes harbour");
    EXPECT_THAT(a.authors, ElementsAre("Ana Brandt"));
    EXPECT_EQ(a.dateline, (Dateline{"PORT AMBER", "April 30, 2019", "CN"}));
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30T10:00:00Z");
    EXPECT_EQ(to_iso(a.updated.value()), "2019-04-30T12:00:00Z");
    EXPECT_THAT(a.captions, ElementsAre(Caption{"The pier", ""}));
    EXPECT_THAT(a.paragraphs, ElementsAre("The harbour was closed.", "Nobody left."));
}

}  // namespace
}  // namespace broadsheet::testing
