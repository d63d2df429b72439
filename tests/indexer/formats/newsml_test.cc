#include <fmt/format.h>
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
    const Findings found = read_entry(
        "p.xml",
        "<packageItem guid=\"p\"><contentMeta><headline>Fog</headline></contentMeta><groupSet>"
        "<group><itemRef residref=\"a\"/><itemRef residref=\"b\"/></group></groupSet></packageItem>"
    );
    EXPECT_THAT(found.articles, IsEmpty());
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_EQ(found.problems[0].kind, ProblemKind::not_article);
    EXPECT_EQ(found.problems[0].reason, "it is a package that points to 2 other items");
}

TEST(NewsmlG2, ReadsPackagesWithATextOfTheirOwn) {
    const Article article = read_article(
        "p.xml",
        "<packageItem guid=\"p\"><itemMeta><itemClass qcode=\"ninat:text\"/></itemMeta>"
        "<contentMeta><headline>Fog</headline><description>Three days of fog.</description>"
        "</contentMeta></packageItem>"
    );
    EXPECT_EQ(article.headline, "Fog");
    EXPECT_EQ(article.deck, "Three days of fog.");
}

std::string news_item(std::string_view guid, int version, std::string_view headline) {
    return fmt::format(
        "<newsItem guid=\"{}\" version=\"{}\"><contentMeta><headline>{}</headline></contentMeta>"
        "<contentSet><inlineData>Text of {}.</inlineData></contentSet></newsItem>",
        guid,
        version,
        headline,
        headline
    );
}

// Which of them stays is decided over all bundles.
TEST(NewsmlG2, ReadsEveryVersionOfAnItemWithItsNumber) {
    const Findings found = read_entry(
        "m.xml",
        "<newsMessage><itemSet>" + news_item("a", 2, "Fog, corrected") + news_item("b", 1, "Rain") +
            news_item("a", 1, "Fog") + "</itemSet></newsMessage>"
    );
    ASSERT_THAT(found.articles, SizeIs(3));
    EXPECT_EQ(found.articles[0].version, 2U);
    EXPECT_EQ(found.articles[2].version, 1U);
    EXPECT_THAT(found.problems, IsEmpty());
}

// An archive is its owner's: what was under embargo once is read like all the rest.
TEST(NewsmlG2, ReadsItemsUnderEmbargo) {
    const Article article = read_article(
        "e.xml",
        "<newsItem guid=\"e\"><itemMeta><versionCreated>2019-04-30T10:00:00Z</versionCreated>"
        "<embargoed>2019-05-02T10:00:00Z</embargoed></itemMeta>"
        "<contentMeta><headline>Fog</headline></contentMeta></newsItem>"
    );
    EXPECT_EQ(to_iso(article.published.value()), "2019-04-30T10:00:00Z");
}

TEST(NewsmlG2, SaysWhatAnItemWithoutWordsIs) {
    const Findings found = read_entry(
        "v.xml",
        "<newsItem guid=\"v\"><itemMeta><itemClass qcode=\"ninat:video\"/></itemMeta></newsItem>"
    );
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_EQ(found.problems[0].reason, "there is no headline or text in this video");
    const Findings catalog = read_entry("c.xml", "<catalogItem guid=\"c\"/>");
    ASSERT_THAT(catalog.problems, SizeIs(1));
    EXPECT_EQ(catalog.problems[0].reason, "it is a catalogue of vocabularies, not news");
}

TEST(NewsmlG2, FindsItemsBySubjectsAlone) {
    const Article article = read_article(
        "s.xml",
        "<newsItem guid=\"s\"><contentMeta><subject><name>fog</name></subject></contentMeta>"
        "</newsItem>"
    );
    EXPECT_THAT(article.tags, ElementsAre("fog"));
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
