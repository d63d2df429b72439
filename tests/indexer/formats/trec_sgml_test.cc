#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/format_reading.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(TrecSgml, ReadsAnAgencysArticles) {
    const std::string two =
        "<DOC>\n<DOCNO> CN880212-0001 </DOCNO>\n<FILEID>CN-1</FILEID>\n<HEAD>Fog Closes "
        "Harbour</HEAD>\n"
        "<HEAD>Third Day</HEAD>\n<BYLINE>By ANA BRANDT</BYLINE>\n<DATELINE>PORT AMBER (AP) "
        "</DATELINE>\n"
        "<TEXT>\n   The harbour was closed\nfor the third day.\n   Nobody &amp; nothing "
        "moved.\n</TEXT>\n"
        "</DOC>\n"
        "<DOC id=\"CN_ENG_20050102.0042\" type=\"story\">\n<HEADLINE>\nFog Lifts\n</HEADLINE>\n"
        "<TEXT>\n<P>\nIt lifted.\n</P>\n<P>\nShips left.\n</P>\n</TEXT>\n</DOC>\n";
    const Findings found = read_entry("cn8802", two);
    ASSERT_THAT(found.articles, SizeIs(2));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.id, "CN880212-0001");
    EXPECT_EQ(a.headline, "Fog Closes Harbour");
    EXPECT_THAT(a.authors, ElementsAre("ANA BRANDT"));
    EXPECT_EQ(a.dateline, (Dateline{"PORT AMBER", "", "AP"}));
    EXPECT_EQ(to_iso(a.published.value()), "1988-02-12");
    EXPECT_THAT(
        a.paragraphs,
        ElementsAre("The harbour was closed for the third day.", "Nobody & nothing moved.")
    );
    const Article& b = found.articles[1];
    EXPECT_EQ(b.id, "CN_ENG_20050102.0042");
    EXPECT_EQ(b.headline, "Fog Lifts");
    EXPECT_EQ(to_iso(b.published.value()), "2005-01-02");
    EXPECT_THAT(b.paragraphs, ElementsAre("It lifted.", "Ships left."));
    EXPECT_EQ(b.origin.position, two.find("<DOC id"));
}

TEST(TrecSgml, ReadsNewspapersDialects) {
    const Findings found = read_entry(
        "la",
        "<DOC>\n<DOCNO> CT010189-0001 </DOCNO>\n<DATE>\n<P>\nJanuary 1, 1989, Sunday, Home "
        "Edition\n</P>\n"
        "</DATE>\n<SECTION>\n<P>\nMetro\n</P>\n</SECTION>\n<HEADLINE>\n<P>\nFOG;\n</"
        "P>\n<P>\nAGAIN\n</P>\n"
        "</HEADLINE>\n<GRAPHIC>\n<P>\nPhoto, The pier\n</P>\n</GRAPHIC>\n<TEXT>\n<P>\nIt is "
        "foggy.\n</P>\n"
        "</TEXT>\n</DOC>\n<DOC>\n<DOCNO>CT911-3</DOCNO>\n<DATE>910514\n</DATE>\n<LP>The "
        "lead.</LP>\n"
        "<TEXT>The rest.</TEXT>\n</DOC>\n"
    );
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_EQ(to_iso(found.articles[0].published.value()), "1989-01-01");
    EXPECT_EQ(found.articles[0].section, "Metro");
    EXPECT_EQ(found.articles[0].headline, "FOG; AGAIN");
    EXPECT_THAT(found.articles[0].captions, SizeIs(1));
    EXPECT_EQ(to_iso(found.articles[1].published.value()), "1991-05-14");
    EXPECT_THAT(found.articles[1].paragraphs, ElementsAre("The lead.", "The rest."));
}

TEST(TrecSgml, ReadsPages) {
    const Findings found = read_entry(
        "web",
        "<DOC>\n<DOCNO>W-1</DOCNO>\n<DOCHDR>\nhttp://coast.example/fog "
        "19970101\n</DOCHDR>\n<html><p>It is "
        "foggy.</p></html>\n</DOC>\n"
    );
    ASSERT_THAT(found.articles, SizeIs(1));
    EXPECT_EQ(found.articles[0].url, "http://coast.example/fog");
    EXPECT_THAT(found.articles[0].paragraphs, ElementsAre("It is foggy."));
}

TEST(TrecSgml, ReportsEmptyArticles) {
    const Findings found = read_entry("x", "<DOC>\n<DOCNO>1</DOCNO>\n<TEXT> </TEXT>\n</DOC>\n");
    EXPECT_THAT(found.articles, IsEmpty());
    EXPECT_THAT(found.problems, SizeIs(1));
}

TEST(TrecSgml, CutsBehindAnArticle) {
    EXPECT_EQ(find_format("trec-sgml")->cut("<DOC></DOC><DOC>"), 11U);
    EXPECT_EQ(find_format("trec-sgml")->cut("<DOC>"), 0U);
}

}  // namespace
}  // namespace broadsheet::testing
