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

TEST(TrecSgml, LosesNoTextOfAnAgencysArticle) {
    const Article article = read_article(
        "ap",
        "<DOC>\n<DOCNO> CN880213-0007 </DOCNO>\n<FIRST>r w PM-Walrus 02-13 0031</FIRST>\n"
        "<SECOND>PM-Walrus-Count, Bjt,0031</SECOND>\n<HEAD>Walruses Counted</HEAD>\n"
        "<HEAD>Forty-one this year</HEAD>\n<HEAD>With PM-Walrus-List</HEAD>\n"
        "<BYLINE>By JANE QUILL</BYLINE>\n<BYLINE>Coast News Writer</BYLINE>\n<TEXT>\n"
        "   A short item.\n</TEXT>\n<NOTE>Eds: more</NOTE>\n<TEXT>\n   It goes on: the count\n"
        "took a week.\n   Nobody drowned.\n</TEXT>\n</DOC>\n"
    );
    EXPECT_EQ(article.headline, "Walruses Counted");
    EXPECT_EQ(article.deck, "Forty-one this year");
    EXPECT_THAT(article.authors, ElementsAre("JANE QUILL"));
    EXPECT_THAT(article.tags, ElementsAre("Walrus-Count"));
    EXPECT_THAT(
        article.paragraphs,
        ElementsAre("A short item.", "It goes on: the count took a week.", "Nobody drowned.")
    );
}

TEST(TrecSgml, PartsTheLinesOfABusinessPapersHeadline) {
    const Findings found = read_entry(
        "wsj",
        "<DOC>\n<DOCNO> WT870324-0001 </DOCNO>\n<HL> Shipping:\nMerrow Lines to Buy\nOstrel "
        "Ferries\n----\nBy Karl Venn\nStaff Reporter of The Merrow Times</HL>\n"
        "<DD> 03/24/87</DD>\n<SO> MERROW TIMES (J), PAGE A1</SO>\n"
        "<IN> TENDER OFFERS, MERGERS (TNM)\nSHIPS (SHP)\n</IN>\n<TEXT>\n  It said so.\n</TEXT>\n"
        "</DOC>\n"
        "<DOC>\n<DOCNO> WT870324-0002 </DOCNO>\n<HL> Fog Stays @ Ships Wait @ ---- @ A Weather "
        "Column @ By Ida Roe </HL>\n<TEXT>\n  It stays.\n</TEXT>\n</DOC>\n"
    );
    ASSERT_THAT(found.articles, SizeIs(2));
    const Article& deal = found.articles[0];
    EXPECT_EQ(deal.section, "Shipping");
    EXPECT_EQ(deal.headline, "Merrow Lines to Buy Ostrel Ferries");
    EXPECT_EQ(deal.byline, "By Karl Venn, Staff Reporter of The Merrow Times");
    EXPECT_THAT(deal.authors, ElementsAre("Karl Venn"));
    EXPECT_EQ(deal.source, "MERROW TIMES");
    EXPECT_THAT(deal.tags, ElementsAre("TENDER OFFERS, MERGERS", "SHIPS"));
    EXPECT_EQ(found.articles[1].headline, "Fog Stays Ships Wait");
    EXPECT_EQ(found.articles[1].deck, "A Weather Column");
    EXPECT_EQ(found.articles[1].byline, "By Ida Roe");
}

TEST(TrecSgml, ReadsWhatStandsBehindTheText) {
    const Article article = read_article(
        "ft",
        "<DOC>\n<DOCNO>MT911-1</DOCNO>\n<DATE>910514\n</DATE>\n<HEADLINE>\nMT  14 MAY 91 / "
        "(CORRECTED) Ostrel cuts jobs / again\n</HEADLINE>\n<TEXT>\nThe <i>Ostrel</i>s "
        "go.\n</TEXT>\n<PUB>The Merrow Times\n</PUB>\n<SUBJECT>\n<P>\nJOBS; "
        "FERRIES\n</P>\n</SUBJECT>\n</DOC>\n"
    );
    EXPECT_EQ(article.headline, "(CORRECTED) Ostrel cuts jobs / again");
    EXPECT_EQ(article.source, "The Merrow Times");
    EXPECT_THAT(article.tags, ElementsAre("JOBS", "FERRIES"));
    EXPECT_THAT(article.paragraphs, ElementsAre("The Ostrels go."));
}

TEST(TrecSgml, ReadsPages) {
    const Article article = read_article(
        "web",
        "<DOC>\n<DOCNO>W-1</DOCNO>\n<DOCHDR>\nhttp://coast.example/fog "
        "19970101\n</DOCHDR>\n<html><p>It is "
        "foggy.</p></html>\n</DOC>\n"
    );
    EXPECT_EQ(article.url, "http://coast.example/fog");
    EXPECT_THAT(article.paragraphs, ElementsAre("It is foggy."));
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

TEST(TrecSgml, ReadsTheElementsOfAChineseCollection) {
    const Article a = read_article(
        "news_sohusite.dat",
        "<doc>\n<url>http://coast.example/1.shtml</url>\n<docno>98590b97-1</docno>\n"
        "<contenttitle>大雾关闭港口</contenttitle>\n<content>港口第三天关闭。　　船只等待。</"
        "content>\n"
        "</doc>\n"
    );
    EXPECT_EQ(a.id, "98590b97-1");
    EXPECT_EQ(a.url, "http://coast.example/1.shtml");
    EXPECT_EQ(a.headline, "大雾关闭港口");
    EXPECT_THAT(a.paragraphs, ElementsAre("港口第三天关闭。", "船只等待。"));
}

}  // namespace
}  // namespace broadsheet::testing
