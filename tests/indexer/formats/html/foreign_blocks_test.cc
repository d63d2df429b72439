// What stands in an article's element and is no part of its text.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/formats/html/closings.h"
#include "tests/indexer/formats/html/one_page.h"

namespace broadsheet {
namespace {

using html::Closing;
using testing::article_in;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

const std::string kFirst =
    "The ferry to Ostmark will not sail before Thursday, the harbour office said on Monday, "
    "because the storm has moved the sandbank off the mole again.";
const std::string kSecond =
    "Two dredgers are on their way, but the larger one, which belongs to the neighbouring "
    "county, needs a pilot who knows the channel, and there is only one.";
const std::string kThird =
    "Until then the islanders, who have learned to wait, are served by the post boat, which "
    "takes twelve passengers, two bicycles and, if it must, a cow.";

std::string paragraph(std::string_view text) {
    return "<p>" + std::string(text) + "</p>";
}

/// The paragraphs of an article with `before` and `after` around its three.
std::vector<std::string> text_of(const std::string& before, const std::string& after) {
    const std::string page = "<html><body><h1>No ferry</h1><div class=story-body>" + before +
                             paragraph(kFirst) + paragraph(kSecond) + paragraph(kThird) + after +
                             "</div></body></html>";
    return article_in(page).paragraphs;
}

const auto is_the_article = ElementsAre(kFirst, kSecond, kThird);

TEST(ForeignBlocks, BylinesAndDatesBeforeTheText) {
    EXPECT_THAT(text_of("<p>By Jane Doe, Evening Echo.</p>", ""), is_the_article);
    EXPECT_THAT(text_of("<p>Posted on April 21, 2015, at 11:29 a.m.</p>", ""), is_the_article);
    EXPECT_THAT(text_of("<h3>June 8, 2012 6:14 AM</h3>", ""), is_the_article);
}

TEST(ForeignBlocks, WhatFollowsALineThatAnnouncesComments) {
    const std::string comment =
        "I have lived on the island for forty years, and every single winter it is the same story "
        "with the sandbank, the mole and the office, which never listens to us who live here, who "
        "pay the harbour dues and who stand on the quay in the rain until the post boat comes.";
    for (const char* line : {"3 Comments", "Leave a Reply", "Kommentare (12)", "Комментарии"}) {
        EXPECT_THAT(
            text_of("", "<h3>" + std::string(line) + "</h3>" + paragraph(comment)), is_the_article
        ) << line;
    }
}

TEST(ForeignBlocks, WhatFollowsALineThatAnnouncesOtherArticlesIfItIsShort) {
    const std::string teaser = paragraph("Cow falls off post boat and swims to the lighthouse.");
    EXPECT_THAT(text_of("", "<p>Related stories:</p>" + teaser), is_the_article);
    const std::string more = paragraph(kFirst + kSecond);
    EXPECT_THAT(text_of("", "<p>Related stories</p>" + more), Contains(kFirst + kSecond));
}

TEST(ForeignBlocks, CellsOfATableAnnounceNothing) {
    const std::string table =
        "<table><tr><th>Boat</th><th>Comments</th></tr><tr><td>Post boat</td><td>It sails whenever "
        "the master likes, and he likes it best before the sun is up.</td></tr></table>";
    EXPECT_THAT(
        text_of("", table),
        Contains("It sails whenever the master likes, and he likes it best before the sun is up.")
    );
}

TEST(ForeignBlocks, LabelsOfACharts) {
    std::string chart = "<div>";
    for (int year = 1990; year < 2002; ++year)
        chart += "<div>" + std::to_string(year) + "</div>";
    const std::string page = "<html><body><div class=story-body>" + paragraph(kFirst) + chart +
                             "</div>" + paragraph(kSecond) + paragraph(kThird) + "</div></body>";
    EXPECT_THAT(article_in(page).paragraphs, is_the_article);
}

TEST(ForeignBlocks, ShortSentencesBesideLongOnesAreText) {
    EXPECT_THAT(
        text_of("<p>Nothing moves.</p>", "<p>It has been done.</p>"),
        ElementsAre("Nothing moves.", kFirst, kSecond, kThird, "It has been done.")
    );
}

TEST(ForeignBlocks, CallsToFollow) {
    EXPECT_THAT(
        text_of("", "<p>Follow Jane Doe on Twitter: @janedoe, for more of the sea.</p>"),
        is_the_article
    );
}

TEST(ForeignBlocks, LinesThatSayWhoAndWhen) {
    EXPECT_THAT(
        text_of("<p>Evening Echo | 04.05.2015 à 13h36 • Par Jane Doe et Tom Okoro.</p>", ""),
        is_the_article
    );
    EXPECT_THAT(
        text_of("<p>By Jane Doe and Tom Okoro Oct. 31, 2014 | 10:49 a.m.</p>", ""), is_the_article
    );
}

TEST(ForeignBlocks, WhatTheHouseSaysUnderEveryArticle) {
    for (const char* notice :
         {"Copyright 2023 Evening Echo Media, Inc. All rights reserved. This material may not be "
          "published, broadcast, rewritten, or redistributed.",
          "El contenido de los comentarios es la opinión de los usuarios y no de este diario.",
          "Follow us @echo, on Facebook and on Instagram for more of what happens in Ostmark.",
          "This report is for subscribers only. Subscribe now to read what the harbour says.",
          "Select the text and press Ctrl+Enter to tell our editors of an error."}) {
        EXPECT_THAT(text_of("", paragraph(notice)), is_the_article) << notice;
    }
    const std::string remark = "Los comentarios de la alcaldesa causaron malestar en el puerto.";
    EXPECT_THAT(text_of("", paragraph(remark)), Contains(remark));
    const std::string quoted = "The mayor said that all rights reserved to the islands would stay.";
    EXPECT_THAT(
        text_of(
            paragraph(quoted),
            paragraph(kFirst) + paragraph(kSecond) + paragraph(kThird) + paragraph(kFirst)
        ),
        Contains(quoted)
    );
}

TEST(ForeignBlocks, BannersThatAskForCookies) {
    const std::string banner = paragraph(
        "We use cookies and other techniques to improve your browsing experience on our website, "
        "to show you personalised ads and to see where our visitors come from. By continuing to "
        "use it, you accept our privacy policy, our cookie policy and our terms, all of which you "
        "can read at any time and as often as you like, and all of which we may change at will."
    );
    EXPECT_THAT(text_of(banner, ""), is_the_article);
    const std::string brief = "The ferry sails again on Friday at noon.";
    EXPECT_THAT(
        article_in(
            "<html><body><div>" + banner + "</div><h1>Ferry</h1><article>" + paragraph(kFirst) +
            "</article></body></html>"
        )
            .paragraphs,
        ElementsAre(kFirst)
    );
}

TEST(ClaimedBody, IsTakenWhereThePageHasSomethingElse) {
    const std::string body = kFirst + "\\n\\n" + kSecond + "\\n\\n" + kThird + "\\n\\n" + kFirst;
    const std::string script =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"No "
        "ferry\",\"articleBody\":\"" +
        body + "\"}</script>";
    const std::string other = paragraph(
        "Subscribers of the Evening Echo read everything that happens in Ostmark, on the islands "
        "and at sea, in the morning and in the evening, on paper, on screens and in the harbour."
    );
    EXPECT_THAT(
        article_in("<html><head>" + script + "</head><body><div>" + other + other + "</div></body>")
            .paragraphs,
        ElementsAre(kFirst, kSecond, kThird, kFirst)
    );
    EXPECT_THAT(
        article_in(
            "<html><head>" + script + "</head><body><div>" + paragraph(kFirst) +
            paragraph(kSecond) + paragraph(kThird) + "</div></body>"
        )
            .paragraphs,
        is_the_article
    );
}

TEST(Closing, IsReadWithoutFiguresAndMarks) {
    EXPECT_EQ(html::closing_of("(23) Comments:"), Closing::comments);
    EXPECT_EQ(html::closing_of("MEHR ZUM THEMA"), Closing::related);
    EXPECT_EQ(html::closing_of("More from the Evening Echo"), Closing::related);
    EXPECT_EQ(html::closing_of("Comments by the mayor were not welcome"), Closing::none);
}

TEST(Captions, AreKnownByTheirClass) {
    const Article article = article_in(
        "<html><body><h1>No ferry</h1><article><div class='wp-caption'><img src=a.jpg>"
        "<p class='wp-caption-text'>The sandbank at low tide, seen from the mole of Ostmark."
        "</p></div><div class=story>" +
        paragraph(kFirst) + paragraph(kSecond) +
        "<div class='photo'><img src=b.jpg><span class='photo-caption'>The post boat leaves the "
        "harbour. <span class='photo-credit'>Jane Doe</span></span></div>" +
        paragraph(kThird) + "</div></article></body></html>"
    );
    EXPECT_THAT(article.paragraphs, is_the_article);
    EXPECT_THAT(
        article.captions,
        ElementsAre(
            Caption{"The sandbank at low tide, seen from the mole of Ostmark.", ""},
            Caption{"The post boat leaves the harbour.", "Jane Doe"}
        )
    );
}

TEST(Captions, DescribePicturesAndFilmsInMicrodata) {
    const Article article = article_in(
        "<html><body><h1>No ferry</h1><div class=story><div itemprop=video itemscope><p "
        "itemprop=description>Islanders tell how they wait for the boat.</p></div>" +
        paragraph(kFirst) + paragraph(kSecond) + paragraph(kThird) + "</div></body></html>"
    );
    EXPECT_THAT(article.paragraphs, is_the_article);
    EXPECT_THAT(
        article.captions, ElementsAre(Caption{"Islanders tell how they wait for the boat.", ""})
    );
}

TEST(Captions, AreNotWhatOnlyHasOne) {
    const std::string box = "<div class='item image no_caption'>" + paragraph(kFirst) + "</div>";
    EXPECT_THAT(
        article_in("<html><body>" + box + paragraph(kSecond) + paragraph(kThird) + "</body>")
            .paragraphs,
        is_the_article
    );
}

TEST(ElementNames, IdsMadeOfHeadingsSayNothing) {
    const std::string section =
        "<div id='sharing-a-boat-with-the-comments-of-others'>" + paragraph(kSecond) + "</div>";
    const std::string page = "<html><body><div>" + paragraph(kFirst) + paragraph(kThird) + section +
                             paragraph(kThird) + "</div></body></html>";
    EXPECT_THAT(article_in(page).paragraphs, Contains(kSecond));
}

TEST(ElementNames, TagsAndCategoriesOfAPostSayNothing) {
    const std::string news = paragraph(kFirst) + paragraph(kSecond);
    const auto page = [&](const std::string& name) {
        return "<html><body><div>" + paragraph(kThird) + paragraph(kThird + kFirst) +
               paragraph(kThird + kSecond) + "<div class='" + name + "'>" + news +
               "</div></div></body></html>";
    };
    EXPECT_THAT(
        article_in(page("post-12 hentry category-newsletter tag-comments")).paragraphs,
        Contains(kFirst)
    );
    EXPECT_THAT(article_in(page("category-newsletter comments")).paragraphs, Not(Contains(kFirst)));
}

}  // namespace
}  // namespace broadsheet
