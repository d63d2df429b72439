#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/format_reading.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(Csv, ReadsQuotedFieldsOverSeveralLines) {
    const Findings found = read_fixture("csv", "table.csv");
    ASSERT_THAT(found.articles, SizeIs(2));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.id, "1");
    EXPECT_EQ(a.headline, "Fog closes harbour");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30");
    EXPECT_THAT(
        a.paragraphs, ElementsAre("The harbour, closed for days, stays \"closed\".", "Nobody left.")
    );
    EXPECT_EQ(found.articles[1].headline, "Fog lifts");
}

TEST(Csv, ReadsOtherDelimitersAndQuotesWithoutHeader) {
    const Findings found = read_fixture("csv", "semicolons.csv");
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_EQ(found.articles[0].section, "Wetter");
    ASSERT_THAT(found.articles[1].paragraphs, SizeIs(1));
    EXPECT_THAT(found.articles[1].paragraphs[0], ::testing::StartsWith("Der Verein 'Möwe' gewann"));
}

TEST(Csv, ReadsTabsAndOtherEncodings) {
    const Findings found =
        read_entry("t.tsv", "title\ttext\nCaf\xE9\tDas Caf\xE9 bleibt zu, es ist Winter.\n");
    ASSERT_THAT(found.articles, SizeIs(1));
    EXPECT_EQ(found.articles[0].headline, "Café");
}

TEST(Csv, KeepsTheHeaderForLaterPieces) {
    Findings found;
    const std::string_view head = "title,text\nOne,First.\n";
    find_format("csv")->read({"t.csv", head, "Two,Second.\n", 22}, found);
    ASSERT_THAT(found.articles, SizeIs(1));
    EXPECT_EQ(found.articles[0].headline, "Two");
    EXPECT_EQ(found.articles[0].origin.position, 22U);
}

TEST(Csv, LeavesProseWithCommasAlone) {
    EXPECT_EQ(
        chosen_format(
            "a.txt", "Fog, rain, wind\n\nIt was foggy, then it rained.\nThen, wind, too.\n"
        ),
        "plain-text"
    );
}

TEST(Csv, LosesNoRowsToAQuoteThatIsNeverClosed) {
    const Findings found =
        read_entry("t.csv", "title,text\nOne,First.\nTwo,\"Second.\nThree,Third.\nFour,Last.\n");
    ASSERT_THAT(found.articles, SizeIs(4));
    EXPECT_EQ(found.articles[3].headline, "Four");
}

TEST(Csv, ReadsALastRowWithoutLineEnd) {
    const Findings found = read_entry("t.csv", "title,text\nOne,\"First,\nmore\"");
    ASSERT_THAT(found.articles, SizeIs(1));
    EXPECT_THAT(found.articles[0].paragraphs, ElementsAre("First, more"));
}

TEST(Csv, ReportsRowsWithoutText) {
    const Findings found = read_entry("t.csv", "title,text\n,\nFog,It is foggy.\n");
    EXPECT_THAT(found.articles, SizeIs(1));
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_EQ(found.problems[0].position, 11U);
}

}  // namespace
}  // namespace broadsheet::testing
