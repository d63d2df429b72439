// What stands around and inside articles on the sites of the press.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/html/one_page.h"
#include "tests/indexer/formats/html/page_texts.h"

namespace broadsheet {
namespace {

using testing::article_in;
using ::testing::Contains;
using ::testing::ElementsAre;
using testing::house;
using testing::in_elements;
using testing::kHeadline;
using testing::page_with;
using testing::Paragraphs;
using testing::pier;
using ::testing::SizeIs;

TEST(SiteLayout, PictureCreditsBetweenParagraphsAreNoText) {
    std::string text;
    for (const std::string& paragraph : pier())
        text += "<p>" + paragraph + "</p><p>Tom Okoro/Getty Images</p>";
    const std::string page = page_with("<article>" + std::string(kHeadline) + text + "</article>");
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(SiteLayout, AnotherArticleBelowIsNotThisOne) {
    const std::string page = page_with(
        "<div class=stream><article class=a>" + std::string(kHeadline) + in_elements(pier(), "p") +
        "</article><article class=a><h1>Mayor resigns over parking</h1><p>The mayor of Lindau, who "
        "had held the office for nineteen years, resigned on Monday over eleven parking tickets "
        "that she had not paid.</p><p>Her deputy, a baker, will lead the town until the election "
        "in June, which is expected to be close.</p></article></div>"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(SiteLayout, SectionsWithMainHeadingsOfTheirOwnAreOneArticle) {
    std::string page = "<main>" + std::string(kHeadline);
    for (const std::string& text : pier())
        page += "<section class=s><h1>" + text.substr(0, 20) + "</h1><p>" + text + "</p></section>";
    EXPECT_THAT(article_in(page_with(page + "</main>")).paragraphs, SizeIs(8));
}

TEST(SiteLayout, TheLeadAboveTheTextBelongsToIt) {
    const std::string lead = "Fishermen may use the eastern basin from March, at half the fee.";
    for (const std::string tag : {"p", "h2", "div"}) {
        const std::string page = page_with(
            "<main><div class=hd>" + std::string(kHeadline) + "<" + tag + " class=s1>" + lead +
            "</" + tag + "><p>By Ida Holm</p><p>14 February 2023</p></div><div class=bd>" +
            in_elements(pier(), "p") + "</div></main>"
        );
        EXPECT_THAT(article_in(page).paragraphs, SizeIs(5)) << tag;
        EXPECT_EQ(article_in(page).paragraphs.front(), lead) << tag;
    }
}

TEST(SiteLayout, ACaptionAboveTheTextIsNoLead) {
    const std::string text = "The pier in the light of a February morning, with its gulls.";
    for (const std::string& picture :
         {"<img src=pier.jpg><p>" + text + "</p>", "<div class=Caption>" + text + "</div>"}) {
        const std::string page = page_with(
            "<main><div class=hd>" + std::string(kHeadline) + picture + "</div><div class=bd>" +
            in_elements(pier(), "p") + "</div></main>"
        );
        EXPECT_EQ(article_in(page).paragraphs, pier()) << picture;
    }
}

TEST(SiteLayout, ATableOfNumbersIsText) {
    const std::string page = page_with(
        "<article>" + std::string(kHeadline) + in_elements(pier(), "p") +
        "<table><tr><th>Year</th><th>Barley</th></tr><tr><td>1884</td><td>41,000</td></tr><tr><td>"
        "1911</td><td>66,500</td></tr><tr><td>1950</td><td>12,100</td></tr><tr><td>1974</td><td>"
        "2,300</td></tr></table><p>" +
        pier()[0] + "</p></article>"
    );
    EXPECT_THAT(article_in(page).paragraphs, Contains("66,500"));
}

TEST(SiteLayout, TimesOfPostsAreNoText) {
    std::string page = "<main>" + std::string(kHeadline);
    for (const std::string& text : pier())
        page += "<div class=post><time datetime=2023-02-14T22:30Z>22:30</time><p>" + text +
                "</p></div>";
    EXPECT_EQ(article_in(page_with(page + "</main>")).paragraphs, pier());
}

TEST(SiteLayout, WhatAClassSaysBesideTheNameOfTheTextIsNoReasonToDropIt) {
    std::string comments;
    for (int i = 0; i < 12; ++i) {
        comments +=
            "<li><p>I have lived here for forty years, and never have I seen a council that "
            "cares so little about what people say, or need, or remember.</p></li>";
    }
    for (const std::string name :
         {"article-body paywall",
          "layout with-sidebar",
          "post type-post format-gallery comments-open",
          "entry-content share-below"}) {
        const std::string page = page_with(
            "<div class='" + name + "'>" + kHeadline + in_elements(pier(), "p") +
            "</div><ol id=comments>" + comments + "</ol>"
        );
        EXPECT_EQ(article_in(page).paragraphs, pier()) << name;
    }
}

TEST(SiteLayout, CommentsAreKnownByTheirNamesInOtherLanguages) {
    for (const std::string name : {"kommentare", "commentaires", "comentarios", "yorumlar"}) {
        const std::string page = page_with(
            "<div class=w>" + std::string(kHeadline) + in_elements(pier(), "p") +
            "<div class=" + name +
            "><p>I have lived here for forty years, and never have I seen such a council, "
            "which cares so little, and says so much.</p></div></div>"
        );
        EXPECT_EQ(article_in(page).paragraphs, pier()) << name;
    }
}

TEST(SiteLayout, AListAtTheEndOfTheTextStays) {
    const std::string page = page_with(
        "<article>" + std::string(kHeadline) + in_elements(pier(), "p") +
        "<ul><li>Height: 31 cm</li><li>Weight: 1.2 kg</li></ul></article>"
    );
    EXPECT_EQ(article_in(page).paragraphs.back(), "Weight: 1.2 kg");
}

TEST(SiteLayout, WhoReportedStaysAndWhoTheAuthorIsDoesNot) {
    const std::string page = page_with(
        "<article>" + std::string(kHeadline) + "<p class=byline>By Ida Holm</p><div>" +
        in_elements(pier(), "p") +
        "<p>(Reporting by Ida Holm; Editing by Tom Okoro)</p></div><div class=q3><h4>Ida Holm</h4>"
        "<p>Ida Holm is a reporter for the Evening Echo, where she covers the harbour. She lives "
        "in Ostmark with two cats.</p></div></article>"
    );
    EXPECT_EQ(article_in(page).paragraphs.back(), "(Reporting by Ida Holm; Editing by Tom Okoro)");
}

TEST(SiteLayout, RequestsForMoneyAreNoText) {
    const std::string page = page_with(
        "<article>" + std::string(kHeadline) + in_elements(pier(), "p") +
        "<div class=q3><h3>Help us to go on</h3><p>The Echo is free for all to read. If you value "
        "it, please consider making a donation, however small.</p></div></article>"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(SiteLayout, APlaceToLinkToIsNoLink) {
    const std::string page = page_with(
        "<div class=m><a name=top>" + std::string(kHeadline) + in_elements(pier(), "p") + "</div>"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(SiteLayout, AMainHeadingWithAWordAboveTheHeadlineIsNoText) {
    const std::string page = page_with(
        "<div class=m><h1><span>Harbour</span> <span>Ostmark closes its pier</span></h1>" +
            in_elements(pier(), "p") + "</div>",
        "<meta property=og:title content='Ostmark closes its pier'>"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(SiteLayout, PointersAndLabelsInManyLanguagesAreNoText) {
    for (const std::string label :
         {"Baca juga: Ferry to the islands",
          "Читать также: ferry",
          "اقرأ أيضا: العبارة",
          "यह भी पढ़ें: ferry",
          "相关阅读：渡轮停航",
          "関連記事：フェリー欠航",
          "Reklam",
          "Suscríbete a nuestro boletín",
          "分享到微信",
          "Источник: Эхо",
          "Etiketler: liman, iskele",
          "责任编辑：李华",
          "广告",
          "광고"}) {
        const std::string page = page_with(
            "<article>" + std::string(kHeadline) + "<p>" + pier()[0] + "</p><p><b>" + label +
            "</b></p><p>" + pier()[1] + "</p></article>"
        );
        EXPECT_THAT(article_in(page).paragraphs, ElementsAre(pier()[0], pier()[1])) << label;
    }
}

TEST(SiteLayout, SentencesThatOpenLikePointersAreText) {
    for (const std::string text :
         {"Source: the council itself, which published the figures on Monday, and nobody else.",
          "Advertising on the pier was forbidden in 1911, and has been ever since.",
          "Comments that he made in March were held against him in the debate on Tuesday."}) {
        const std::string page = page_with(
            "<article>" + std::string(kHeadline) + "<p>" + pier()[0] + "</p><p>" + text +
            "</p><p>" + pier()[1] + "</p></article>"
        );
        EXPECT_THAT(article_in(page).paragraphs, ElementsAre(pier()[0], text, pier()[1]));
    }
}

TEST(SiteLayout, ATextThatThePageHoldsTwiceIsReadOnce) {
    const std::string text = in_elements(pier(), "p");
    const std::string page = page_with(
        "<article>" + std::string(kHeadline) + "<div class=narrow>" + text +
        "</div><div class=wide>" + text + "</div></article>"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(SiteLayout, ARefrainStays) {
    const Paragraphs verses{pier()[0], pier()[1], pier()[2], pier()[1]};
    const std::string page =
        page_with("<article>" + std::string(kHeadline) + in_elements(verses, "p") + "</article>");
    EXPECT_EQ(article_in(page).paragraphs, verses);
}

TEST(SiteLayout, ALeadThatTheTextRepeatsStandsOnce) {
    const std::string page = page_with(
        "<main><div>" + std::string(kHeadline) + "<p>" + pier()[0] + "</p></div><div class=bd>" +
        in_elements(pier(), "p") + "</div></main>"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(SiteLayout, APointerInTheMiddleDoesNotEndTheText) {
    for (const std::string pointer : {"Related articles", "Mehr zum Thema", "Читайте также"}) {
        const std::string page = page_with(
            "<article>" + std::string(kHeadline) +
            in_elements({pier()[0], pier()[1], pier()[3]}, "p") + "<h4>" + pointer +
            "</h4><ul><li><a href='/n/1'>Ferry to the islands is cancelled</a></li></ul>" +
            in_elements({house()[0], pier()[2]}, "p") + "</article>"
        );
        EXPECT_THAT(article_in(page).paragraphs, Contains(pier()[2])) << pointer;
    }
}

TEST(SiteLayout, TheTextEndsAtCommentsInManyLanguages) {
    for (const std::string heading :
         {"12 Comments", "Yorumlar (12)", "التعليقات", "网友评论", "Коментарі", "留言列表 (42)"}) {
        const std::string page = page_with(
            "<div class=m>" + std::string(kHeadline) + in_elements(pier(), "p") + "<h4>" + heading +
            "</h4><div class=z><span>user</span><p>" + house()[0] + "</p></div></div>"
        );
        EXPECT_EQ(article_in(page).paragraphs, pier()) << heading;
    }
}

TEST(SiteLayout, InvisibleMarksAreNoPartOfWords) {
    const std::string page = page_with(
        "<article>" + std::string(kHeadline) +
        "<p>The har&shy;bour coun\u200Bcil of Ost\uFEFFmark "
        "voted on Tuesday night to close the old pier.</p></article>"
    );
    EXPECT_THAT(
        article_in(page).paragraphs,
        ElementsAre("The harbour council of Ostmark voted on Tuesday night to close the old pier.")
    );
}

}  // namespace
}  // namespace broadsheet
