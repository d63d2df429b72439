#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/format_reading.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string article(std::string_view number, std::string_view date, std::string_view text) {
    return "<REUTERS TOPICS=\"YES\" LEWISSPLIT=\"TRAIN\" OLDID=\"1\" NEWID=\"" +
           std::string(number) + "\">\n<DATE>" + std::string(date) +
           "</DATE>\n<TOPICS><D>cocoa</D><D>ship</D></TOPICS>\n<PLACES><D>peru</D></PLACES>\n"
           "<PEOPLE></PEOPLE>\n<ORGS><D>icco</D></ORGS>\n<UNKNOWN> \n&#5;&#5;&#5;C T</UNKNOWN>\n" +
           std::string(text) + "\n</REUTERS>\n";
}

const std::string kHead = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n";

const std::string kFull = article(
    "7",
    "26-FEB-1987 15:01:01.79",
    "<TEXT>&#2;\n<TITLE>AMBER BANK &lt;AMB> CUTS RATE</TITLE>\n<AUTHOR>    By Ana Brandt, Reuters"
    "</AUTHOR>\n<DATELINE>    PORT AMBER, Feb 26 - </DATELINE><BODY>Amber Bank cut its\nrate to "
    "3 pct.\n    Analysts were pleased &amp; surprised.\n Reuter\n&#3;</BODY></TEXT>"
);

TEST(ReutersSgml, ReadsEveryPart) {
    const Article a = read_article("reut2-000.sgm", kHead + kFull);
    EXPECT_EQ(a.id, "reuters-21578-7");
    EXPECT_EQ(a.source, "Reuters");
    EXPECT_EQ(a.headline, "AMBER BANK <AMB> CUTS RATE");
    EXPECT_EQ(to_iso(a.published.value()), "1987-02-26T15:01:01.790Z");
    EXPECT_THAT(a.tags, ElementsAre("cocoa", "ship", "icco"));
    EXPECT_THAT(a.places, ElementsAre("peru"));
    EXPECT_EQ(a.dateline, (Dateline{"PORT AMBER", "Feb 26", ""}));
    EXPECT_EQ(a.byline, "By Ana Brandt, Reuters");
    EXPECT_THAT(a.authors, ElementsAre("Ana Brandt"));
    EXPECT_THAT(
        a.paragraphs,
        ElementsAre("Amber Bank cut its rate to 3 pct.", "Analysts were pleased & surprised.")
    );
    EXPECT_EQ(a.origin.position, kHead.size());
}

TEST(ReutersSgml, ReadsBulletinsThatAreAHeadlineOnly) {
    const Article found = read_article(
        "x.sgm",
        article(
            "8",
            " 1-MAR-1987 09:00:00.00",
            "<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>AMBER BANK CUTS RATE\n</TITLE>Blah blah "
            "blah.\n&#3;\n</TEXT>"
        )
    );
    EXPECT_EQ(found.headline, "AMBER BANK CUTS RATE");
    EXPECT_THAT(found.paragraphs, IsEmpty());
}

TEST(ReutersSgml, DerivesHeadlineAndParagraphsOfUnprocessedText) {
    const Article found = read_article(
        "x.sgm",
        article(
            "9",
            "1-MAR-1987 09:00:00.00",
            "<TEXT TYPE=\"UNPROC\">&#2;\nAMBER BANK &lt;AMB> CUTS RATE\n    NEW HOPE, March 1 - "
            "Amber Bank cut\nits rate.\n    It said so.\n REUTER\n&#3;\n\n</TEXT>"
        )
    );
    EXPECT_EQ(found.headline, "AMBER BANK <AMB> CUTS RATE");
    EXPECT_EQ(found.dateline.place, "NEW HOPE");
    EXPECT_THAT(found.paragraphs, ElementsAre("Amber Bank cut its rate.", "It said so."));
}

TEST(ReutersSgml, SplitsAHeadlineRunTogetherWithItsDateline) {
    const Article found = read_article(
        "x.sgm",
        article(
            "9",
            "1-MAR-1987 09:00:00.00",
            "<TEXT TYPE=\"UNPROC\">&#2;\nMONEY MARKET GIVEN HELP NEW HOPE,\nMarch 1 - The bank "
            "said it gave help.\n Reuter\n&#3;</TEXT>"
        )
    );
    EXPECT_EQ(found.headline, "MONEY MARKET GIVEN HELP");
    EXPECT_EQ(found.dateline, (Dateline{"NEW HOPE", "March 1", ""}));
    EXPECT_THAT(found.paragraphs, ElementsAre("The bank said it gave help."));
}

TEST(ReutersSgml, TakesTheFlashMarkOff) {
    const Article found = read_article(
        "x.sgm",
        article(
            "9",
            "1-MAR-1987 09:00:00.00",
            "<TEXT TYPE=\"UNPROC\">&#2;\n161125******BANK CUTS RATE OF\nAMBER\n&#3;</TEXT>"
        )
    );
    EXPECT_EQ(found.headline, "BANK CUTS RATE OF AMBER");
}

TEST(ReutersSgml, KeepsAnArticleWithAStrayByteAndWithoutText) {
    const Findings found = read_entry(
        "x.sgm",
        article(
            "1", "1-MAR-1987 09:00:00.00", "<TEXT><TITLE>M\xFCller</TITLE><BODY>x</BODY></TEXT>"
        ) + article("2", "1-MAR-1987 09:00:00.00", "<TEXT TYPE=\"UNPROC\">&#2;\n&#3;</TEXT>")
    );
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_EQ(found.articles[0].headline, "Müller");
    EXPECT_EQ(found.articles[1].id, "reuters-21578-2");
}

TEST(ReutersSgml, ReadsDatesWithRemarksBehindThem) {
    const auto date_of = [](std::string_view date) {
        const Findings found = read_entry("x.sgm", article("1", date, "<TEXT>x</TEXT>"));
        return to_iso(found.articles.at(0).published.value());
    };
    EXPECT_EQ(date_of("27-MAR-1987 00:02:59.13&#5;&#5;&#5;RM"), "1987-03-27T00:02:59.130Z");
    EXPECT_EQ(date_of("9-APR-1987 00:00:00.00   # guesswork"), "1987-04-09T00:00:00Z");
    EXPECT_EQ(date_of("31-MAR-1987 605:12:19.12"), "1987-03-31");
}

TEST(ReutersSgml, CutsBehindTheLastWholeArticle) {
    const Format& format = *find_format("reuters-sgml");
    const std::string two = kHead + kFull + kFull;
    EXPECT_EQ(format.cut(two), two.size() - 1);
    EXPECT_EQ(format.cut(kHead + kFull + "<REUTERS>"), kHead.size() + kFull.size() - 1);
    EXPECT_EQ(format.cut(kHead), 0U);
}

}  // namespace
}  // namespace broadsheet::testing
