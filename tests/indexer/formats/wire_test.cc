#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/format_reading.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(Anpa1312, ReadsTheLinesOfTheHeader) {
    const Findings found = read_fixture("anpa-1312", "ap.tst");
    ASSERT_THAT(found.articles, SizeIs(1));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.id, "W2870");
    EXPECT_EQ(a.headline, "Fog closes harbour for third day");
    EXPECT_THAT(a.authors, ElementsAre("ANA BRANDT"));
    EXPECT_EQ(a.source, "Coast Writer");
    EXPECT_THAT(a.tags, ElementsAre("BC-CN--Fog"));
    EXPECT_EQ(a.dateline, (Dateline{"PORT AMBER", "", "CN"}));
    EXPECT_THAT(
        a.paragraphs, ElementsAre("The harbour was “closed” for a third day.", "Nobody left.")
    );
}

TEST(Iptc7901, TellsHeadlineAndBylineFromText) {
    const Findings found = read_fixture("iptc-7901", "dpa.txt");
    ASSERT_THAT(found.articles, SizeIs(1));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.id, "cna062");
    EXPECT_EQ(a.headline, "Fog closes harbour for third day");
    EXPECT_THAT(a.authors, ElementsAre("Ana Brandt"));
    EXPECT_THAT(a.tags, ElementsAre("Amber-weather"));
    EXPECT_EQ(a.dateline, (Dateline{"Port Amber", "", "cna"}));
    EXPECT_THAT(
        a.paragraphs,
        ElementsAre("The harbour of Port Amber was closed by fog for a third day.", "Nobody left.")
    );
}

TEST(Iptc7901, KeepsTextWithoutAHeadlineMark) {
    const Article article = read_article(
        "x",
        "\x01"
        "a1 4 i 2\n\x02"
        "It is foggy today.\n\nStill.\n\x03"
    );
    EXPECT_EQ(article.headline, "");
    EXPECT_THAT(article.paragraphs, ElementsAre("It is foggy today.", "Still."));
}

}  // namespace
}  // namespace broadsheet::testing
