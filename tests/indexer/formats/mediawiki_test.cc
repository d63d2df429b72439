#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/format_reading.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(MediaWiki, ReadsPagesOfTheArticleSpace) {
    const Findings found = read_fixture("mediawiki", "export.xml");
    ASSERT_THAT(found.articles, SizeIs(1));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.id, "Fognews/7");
    EXPECT_EQ(a.url, "https://fognews.example/wiki/Fog_closes_harbour");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30");
    EXPECT_EQ(to_iso(a.updated.value()), "2019-05-01T10:00:00Z");
    EXPECT_THAT(a.tags, ElementsAre("Weather"));
    EXPECT_THAT(a.paragraphs, ElementsAre("The harbour was closed by fog.", "Sources", "A report"));
    EXPECT_THAT(found.problems, SizeIs(1));
}

TEST(WikiTextPage, ReadsAPageByTheNameOfItsFile) {
    const Findings found = read_fixture("wikitext", "Fog-in-Port-Amber.txt");
    ASSERT_EQ(found.articles.size(), 1U);
    const Article& a = found.articles[0];
    EXPECT_EQ(a.headline, "Fog in Port Amber");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30");
    EXPECT_THAT(a.tags, ::testing::ElementsAre("Port Amber", "Weather"));
    EXPECT_EQ(
        a.paragraphs.front(),
        "Port Amber lay in fog for a third day on Tuesday, and its port stayed closed."
    );
}

TEST(WikiTextPage, IsNotTakenForJson) {
    EXPECT_EQ(
        chosen_format("a.txt", "[[Port Amber]] and [[fog]], and again [[fog|the same]].\n"),
        "wikitext"
    );
    EXPECT_EQ(chosen_format("a.txt", "[[1, 2], [3]]"), "json");
    EXPECT_EQ(
        chosen_format("a.txt", "He wrote [[sic]] in a letter of three lines.\n"), "plain-text"
    );
}

TEST(TokenXml, PutsTheTextTogetherAgain) {
    const Findings found = read_fixture("token-xml", "fog.xml");
    ASSERT_EQ(found.articles.size(), 1U);
    EXPECT_EQ(found.articles[0].headline, "Fog closes harbour");
    EXPECT_THAT(
        found.articles[0].paragraphs,
        ::testing::ElementsAre("The harbour (old) was closed. It opens today.")
    );
}

}  // namespace
}  // namespace broadsheet::testing
