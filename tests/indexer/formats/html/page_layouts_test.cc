// Pages as different systems build them, in different encodings.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/formats/html/page_encoding.h"
#include "tests/indexer/formats/html/one_page.h"

namespace broadsheet {
namespace {

using testing::article_in;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::read_page;
using ::testing::SizeIs;

TEST(PageLayout, TablesAndLineBreaks) {
    const Article article = article_in(
        "<html><head><title>Harbour fire</title></head><body><table><tr><td width=120>"
        "<a href=/>Home</a><br><a href=/n>News</a><br><a href=/s>Sport</a></td><td><font size=5>"
        "Harbour fire</font><br><br>A fire destroyed two warehouses in the harbour of Ostmark on "
        "Monday night, the fire brigade said.<br><br>Nobody was hurt, but the smoke, which could "
        "be "
        "seen from the islands, closed the bridge for six hours.<br><br>The cause is not known."
        "</td></tr><tr><td colspan=2><a href=/i>Imprint</a> <a "
        "href=/c>Contact</a></td></tr></table>"
    );
    EXPECT_THAT(
        article.paragraphs,
        ElementsAre(
            "A fire destroyed two warehouses in the harbour of Ostmark on Monday night, the fire "
            "brigade said.",
            "Nobody was hurt, but the smoke, which could be seen from the islands, closed the "
            "bridge "
            "for six hours.",
            "The cause is not known."
        )
    );
}

TEST(PageLayout, SpansThatAreParagraphs) {
    const std::string first =
        "A fire destroyed two warehouses in the harbour of Ostmark on Monday night, it was said.";
    const std::string second =
        "Nobody was hurt, but the smoke, which could be seen far away, closed the bridge at dawn.";
    EXPECT_THAT(
        article_in(
            "<html><body><article><h1>Harbour fire</h1><span style='color: red; Display: block'>" +
            first + "</span><span style='display:block'>" + second +
            "</span></article></body></html>"
        )
            .paragraphs,
        ElementsAre(first, second)
    );
    // Only a style sheet, which is not read, says that these are blocks.
    EXPECT_THAT(
        article_in(
            "<html><body><article><h1>Harbour fire</h1><p><span class=p>" + first +
            "</span><span class=p>" + second + "</span></p></article></body></html>"
        )
            .paragraphs,
        ElementsAre(first + " " + second)
    );
    EXPECT_THAT(
        article_in(
            "<html><body><article><h1>Harbour fire</h1><p><span>U.</span><span>S. officials</span> "
            "said so: " +
            first + "</p></article></body></html>"
        )
            .paragraphs,
        ElementsAre("U.S. officials said so: " + first)
    );
}

TEST(PageLayout, BylinesOnALineOfTheirOwnBetweenBreaks) {
    const Article article = article_in(
        "<html><head><title>Harbour fire</title></head><body><table><tr><td><font size=5><b>"
        "Harbour fire</b></font><br>by Jonas Reik<br><br>A fire destroyed two warehouses in the "
        "harbour of Ostmark on Monday night, the fire brigade said.<br><br>Nobody was hurt, but "
        "the smoke, which could be seen far away, closed the bridge by Ostmark for six hours."
        "</td></tr></table></body></html>"
    );
    EXPECT_EQ(article.byline, "by Jonas Reik");
    EXPECT_THAT(article.authors, ElementsAre("Jonas Reik"));
    EXPECT_THAT(article.paragraphs, SizeIs(2));
}

// Without a main heading, in a box that no name marks.
TEST(PageLayout, ARowOfFactsUnderAChineseHeadline) {
    const Article article = article_in(
        "<html lang=zh><head><title>港口仓库失火_东港日报</title></head><body><div class=title>"
        "港口仓库失火</div><div class=info>来源：东港日报 作者：王小明 2019年03月12日 10:15</div>"
        "<div "
        "class=content><p>星期一夜里，东港的两座仓库失火，消防队说，没有人受伤，原因正在调查之中。<"
        "/p>"
        "<p>浓烟在很远的地方也能看到，大桥因此关闭了六个小时，许多人只好绕道回家。</p></div></"
        "body></html>"
    );
    EXPECT_EQ(article.headline, "港口仓库失火");
    EXPECT_EQ(article.byline, "作者：王小明");
    EXPECT_THAT(article.authors, ElementsAre("王小明"));
    ASSERT_TRUE(article.published);
    EXPECT_EQ(to_iso(*article.published).substr(0, 10), "2019-03-12");
    EXPECT_THAT(article.paragraphs, SizeIs(2));
}

TEST(PageLayout, AHebrewByline) {
    const Article article = article_in(
        "<html lang=he dir=rtl><body><article><h1>שריפה בנמל</h1><div class=byline>מאת: דנה לוי"
        "</div><p>שריפה הרסה שני מחסנים בנמל ביום שני בלילה, כך נמסר מכבאות האש, ואיש לא נפגע בה."
        "</p><p>העשן נראה למרחוק והגשר נסגר לשש שעות עד שהאש כובתה לקראת הבוקר.</p></article>"
        "</body></html>"
    );
    EXPECT_EQ(article.byline, "מאת: דנה לוי");
    EXPECT_THAT(article.authors, ElementsAre("דנה לוי"));
}

TEST(PageLayout, TextInBoxesWithAdvertisementsBetween) {
    std::string page = "<html><body><h1>Five bridges</h1><div class=page>";
    std::vector<std::string> expected;
    for (const std::string_view bridge : {"north", "south", "east", "west", "old"}) {
        const std::string text = "The " + std::string(bridge) +
                                 " bridge was closed last winter, and the town council, which owns "
                                 "it, has not said when it will open again.";
        page += "<div class='box'><p>" + text +
                "</p></div><div class='ad-slot'>Buy a car now, it "
                "is cheap and it is red, call us today or tomorrow.</div>";
        expected.push_back(text);
    }
    EXPECT_EQ(article_in(page + "</div></body></html>").paragraphs, expected);
}

TEST(PageLayout, ListsQuotesAndSubheadingsOfTheText) {
    const Article article = article_in(
        "<html><body><article><p>The committee, which met on Friday for nine hours, agreed on "
        "three "
        "points that it will put before the assembly.</p><h2>The points</h2><ul><li>A new school "
        "in "
        "the east.</li><li>No more lorries at night.</li></ul><blockquote><p>We are content, said "
        "the chair, and we are very tired.</p></blockquote><h3>Read on</h3></article></body></html>"
    );
    EXPECT_THAT(
        article.paragraphs,
        ElementsAre(
            "The committee, which met on Friday for nine hours, agreed on three points that it "
            "will "
            "put before the assembly.",
            "The points",
            "A new school in the east.",
            "No more lorries at night.",
            "We are content, said the chair, and we are very tired."
        )
    );
}

TEST(PageLayout, TextThatOnlyJsonLdHas) {
    std::string body;
    for (int i = 0; i < 8; ++i) {
        body += "The observatory on the hill counted more than ninety meteors in one hour.\\n\\n";
    }
    const Article article = article_in(
        "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
        "\"Meteors\",\"articleBody\":\"" +
        body +
        "\"}</script></head><body><div id=app></div>"
        "<p>Please switch on JavaScript to read this page, thank you very much.</p></body></html>"
    );
    EXPECT_THAT(article.paragraphs, SizeIs(8));
}

TEST(PageLayout, ABriefUnderAHeaderWithBetterNames) {
    const std::string brief =
        "<p>The bridge is open again after nine days, and the ferry to Ostmark sails at noon.</p>";
    const Article article = article_in(
        "<html><body><header><div class=content><div class='view-content'><div class='content "
        "article-text'><span>Saturday, January 3, 2015, late edition</span></div></div></div>"
        "</header><div class=pane>" +
        brief + "</div></body></html>"
    );
    EXPECT_THAT(article.paragraphs, SizeIs(1));
    EXPECT_THAT(article.paragraphs.front(), ::testing::StartsWith("The bridge"));
}

TEST(PageLayout, AnArticleShownInAWindowOverThePage) {
    const std::string text =
        "<p>The ferry to Ostmark will not sail before Thursday, the harbour office said on Monday, "
        "because the storm, which came from the north, has moved the sandbank off the mole again, "
        "as it does every autumn when the islands are full of guests.</p>";
    const std::string teaser = "<h3><a href=/x>The council agreed to close the road</a></h3>";
    std::string page = "<html><body><div class=stream>";
    for (int i = 0; i < 30; ++i)
        page += "<div class=item>" + teaser + "</div>";
    page += "</div><div class='modal-window'><article>" + text + text + text + text +
            "</article></div><div class=popup>" + text + text + text + text + text +
            "</div></body>";
    EXPECT_THAT(article_in(page).paragraphs, SizeIs(4));
}

TEST(PageLayout, HiddenAndConsentTextIsLeftOut) {
    const Article article = article_in(
        "<html><body><main><p>A new timetable, which came into force on Sunday, gives the crews "
        "ten "
        "minutes more at each end of the line.</p><p>The last tram of the night left the depot on "
        "time, for the first "
        "time "
        "in a month, drivers said.</p><p style='display: none'>This text is for nobody, and it "
        "says "
        "so, at some length, to be sure.</p><div hidden><p>Neither is this, although it is about "
        "the "
        "tram, and has commas.</p></div></main><div id=onetrust-consent><p>We value your privacy, "
        "and so do our 812 partners, who would like to store cookies.</p></div></body></html>"
    );
    EXPECT_THAT(article.paragraphs, SizeIs(2));
}

TEST(PageLayout, TakesTimeInProportionToHostilePages) {
    // Each of these took the square of its size once, or would in a careless extraction.
    std::string nested;
    for (int i = 0; i < 200; ++i) {
        for (int level = 0; level < 400; ++level)
            nested += "<div class='byline date' itemprop=author>";
        for (int level = 0; level < 400; ++level)
            nested += "</div>";
    }
    std::string captions = "<p>It rained, and it rained, and when it stopped it was Friday.</p>";
    for (int i = 0; i < 50'000; ++i) {
        captions += "<figcaption>Picture " + std::to_string(i) + "</figcaption>";
    }
    std::string attributes = "<p";
    std::string closings = "<p>It rained, and it rained, and when it stopped it was Friday.</p>";
    for (int i = 0; i < 50'000; ++i) {
        attributes += " data-" + std::to_string(i) + "=x";
        closings += "<p>Related stories</p>";
    }
    attributes += ">" + closings;
    for (const std::string& page : {nested, captions, attributes, closings}) {
        const auto sink = read_page("<html><body>" + page);
        EXPECT_EQ(sink.articles.size() + sink.problems.size(), 1U);
    }
}

std::string page_saying(std::string_view charset, std::string_view sentence) {
    std::string page = "<html><head><meta charset='" + std::string(charset) + "'></head><body><p>";
    page += sentence;
    return page + "</p></body></html>";
}

TEST(PageEncoding, IsTheDeclaredOneAsBrowsersReadIt) {
    // latin1 is windows-1252 on the web, and gb2312 is gbk.
    EXPECT_THAT(
        article_in(page_saying("latin1", "\x93Ol\xE9,\x94 said the mayor of the town, and he left.")
        )
            .paragraphs,
        ElementsAre("\u201cOl\u00e9,\u201d said the mayor of the town, and he left.")
    );
    EXPECT_THAT(
        article_in(page_saying("gb2312", "\xC8\xD5\xB1\xBE\x96\x7C\xBE\xA9\xA1\xA3")).paragraphs,
        ElementsAre("日本東京。")
    );
    EXPECT_THAT(
        article_in(page_saying("shift_jis", "\x93\x8C\x8B\x9E\x82\xCC\x93\x56\x8B\x43\x81\x42"))
            .paragraphs,
        ElementsAre("東京の天気。")
    );
}

TEST(PageEncoding, IsUtf8WhereTheBytesAre) {
    EXPECT_THAT(
        article_in(page_saying("iso-8859-1", "Fünf Brücken in Köln wurden am Montag gesperrt."))
            .paragraphs,
        ElementsAre("Fünf Brücken in Köln wurden am Montag gesperrt.")
    );
}

TEST(PageEncoding, FindsDeclarationsInTheirForms) {
    using html::declared_charset;
    EXPECT_EQ(declared_charset("<META CHARSET = \"KOI8-R\">"), "KOI8-R");
    EXPECT_EQ(
        declared_charset("<meta http-equiv=Content-Type content='text/html; charset=big5'>"), "big5"
    );
    EXPECT_EQ(declared_charset("<?xml version='1.0' encoding='euc-jp'?><html>"), "euc-jp");
    EXPECT_EQ(declared_charset("<p>charset=utf-8</p>"), "");
    EXPECT_EQ(declared_charset("<meta name=charset>"), "");
}

TEST(PageLayout, SurvivesAHundredThousandLevels) {
    for (const std::string_view tag : {"<div>", "<div class=article>", "<span itemprop=author>"}) {
        std::string page = "<html><body>";
        for (int level = 0; level < 100'000; ++level)
            page += tag;
        page += "<p>The last tram of the night left the depot on time, drivers said.</p>";
        const auto sink = read_page(page);
        EXPECT_EQ(sink.articles.size() + sink.problems.size(), 1U) << tag;
    }
}

}  // namespace
}  // namespace broadsheet
