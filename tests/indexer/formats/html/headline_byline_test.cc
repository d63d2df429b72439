#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/formats/html/byline.h"
#include "indexer/formats/html/headline.h"

namespace broadsheet::html {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string headline_of(
    std::string_view page, std::string_view claimed, std::string_view site = {}
) {
    const std::array<std::string_view, 1> claims{claimed};
    return choose_headline(parse_html(page), claims, site);
}

TEST(Headline, LosesTheNameOfTheSite) {
    EXPECT_EQ(
        without_site_name("Storm hits the coast | The Echo", "The Echo"), "Storm hits the coast"
    );
    EXPECT_EQ(
        without_site_name("The Echo - Storm hits the coast", "The Echo"), "Storm hits the coast"
    );
    EXPECT_EQ(
        without_site_name("Storm hits the coast of Ostmark - Weather - The Echo", ""),
        "Storm hits the coast of Ostmark"
    );
    EXPECT_EQ(without_site_name("Left - right", ""), "Left - right");
    EXPECT_EQ(
        without_site_name("暴风雨袭击海岸渡轮停航_天气频道_回声新闻网", ""),
        "暴风雨袭击海岸渡轮停航"
    );
    EXPECT_EQ(without_site_name("", "The Echo"), "");
}

TEST(Headline, IsTheMainHeadingThatTheClaimRepeats) {
    EXPECT_EQ(
        headline_of("<h1>The Echo</h1><h1>Storm hits the coast</h1>", "Storm hits the coast: live"),
        "Storm hits the coast"
    );
    EXPECT_EQ(
        headline_of("<h1>Storm hits the coast of Ostmark</h1>", "Storm hits the coast…"),
        "Storm hits the coast of Ostmark"
    );
}

TEST(Headline, IsTheMainHeadingThatIsAPartOfTheTitle) {
    EXPECT_EQ(
        headline_of("<title>Barley soup - Evening Echo</title><h1>Barley soup</h1>", ""),
        "Barley soup"
    );
    EXPECT_EQ(
        headline_of(
            "<title>Evening Echo - Barley soup for two</title><h1><a href='/'>Evening Echo</a></h1>"
            "<h1>Barley soup for two</h1>",
            ""
        ),
        "Barley soup for two"
    );
    EXPECT_EQ(
        headline_of(
            "<title>Storm hits the coast - Local news</title><h1>Local news</h1>", "", "Echo"
        ),
        "Storm hits the coast - Local news"
    );
}

TEST(Headline, LosesTheSiteBehindEveryUsualMark) {
    for (const std::string mark : {" : ", " < ", " › ", " ~ ", " ― ", " || "}) {
        EXPECT_EQ(
            without_site_name("Storm hits the coast of Ostmark" + mark + "The Echo", "The Echo"),
            "Storm hits the coast of Ostmark"
        ) << mark;
    }
    EXPECT_EQ(without_site_name("暴风雨袭击海岸渡轮停航-回声新闻网", ""), "暴风雨袭击海岸渡轮停航");
    EXPECT_EQ(without_site_name("COVID-19 closes the port", ""), "COVID-19 closes the port");
}

TEST(Headline, ComesFromTheTitleWithoutClaims) {
    EXPECT_EQ(
        headline_of("<title>Storm hits the coast | The Echo</title>", "", "The Echo"),
        "Storm hits the coast"
    );
    EXPECT_EQ(
        headline_of("<title>The Echo</title><h1>Storm hits</h1>", "", "The Echo"), "Storm hits"
    );
}

TEST(Headline, PassesOverAClaimThePageDoesNotBearOut) {
    const std::array<std::string_view, 2> claims{"Listing of the archive", "Storm hits the coast"};
    EXPECT_EQ(
        choose_headline(parse_html("<title>Storm hits the coast</title>"), claims, ""),
        "Storm hits the coast"
    );
}

Byline byline_of(std::string_view page, std::vector<std::string> claimed = {}) {
    return choose_byline(parse_html(page), claimed, "The Echo", "");
}

TEST(HtmlByline, IsPrintedAsThePageHasIt) {
    const Byline byline = byline_of(
        "<p class=byline>By <a>Ida Holm</a> and Tom Okoro</p>", {"Ida Holm", "Tom Okoro"}
    );
    EXPECT_EQ(byline.printed, "By Ida Holm and Tom Okoro");
    EXPECT_THAT(byline.authors, ElementsAre("Ida Holm", "Tom Okoro"));
}

TEST(HtmlByline, StopsAtTheDate) {
    const Byline byline =
        byline_of("<div class='article-byline'>By <b>Ida Holm</b> <span>May 20, 2019</span></div>");
    EXPECT_EQ(byline.printed, "By Ida Holm");
    EXPECT_THAT(byline.authors, ElementsAre("Ida Holm"));
}

TEST(HtmlByline, IsWithoutDatesAddressesAndHandles) {
    for (const std::string line :
         {"By Ida Holm | 14 February 2023",
          "Ida Holm - Updated 14 Feb 2023 21:10",
          "Posted by Ida Holm on February 14, 2023",
          "Ida Holm ida.holm@echo.example",
          "Ida Holm @idaholm",
          "By Ida Holm for the Evening Echo",
          "Ein Bericht von Ida Holm",
          "Texte : Ida Holm",
          "Haber: Ida Holm"}) {
        EXPECT_THAT(
            byline_of("<h1>x</h1><p class=article-author>" + line + "</p>").authors,
            ElementsAre("Ida Holm")
        ) << line;
    }
    EXPECT_THAT(byline_of("<p class=author>Submitted on 14 February 2023</p>").authors, IsEmpty());
}

TEST(HtmlByline, IsWithoutTheHouseBehindItsPeople) {
    const Byline byline = byline_of("<h1>x</h1><p class=byline>By Ida Holm, The Echo</p>");
    EXPECT_EQ(byline.printed, "By Ida Holm");
    EXPECT_THAT(byline.authors, ElementsAre("Ida Holm"));
    EXPECT_THAT(byline_of("<p>x</p>", {"Ida Holm", "The Echo"}).authors, ElementsAre("Ida Holm"));
}

TEST(HtmlByline, IsMarkedInOtherLanguages) {
    for (const std::string name : {"autor", "nombre-autora", "auteur", "yazar", "signature"}) {
        EXPECT_THAT(
            byline_of("<span class='" + name + "'>Ida Holm</span>").authors, ElementsAre("Ida Holm")
        ) << name;
    }
    EXPECT_THAT(byline_of("<p>بقلم: سامي حداد</p>").authors, IsEmpty());
    EXPECT_THAT(byline_of("<h1>x</h1><p>بقلم: سامي حداد</p>").authors, ElementsAre("سامي حداد"));
}

TEST(HtmlByline, IsFoundUnderTheHeadlineInTheScriptsOfAsia) {
    EXPECT_THAT(byline_of("<h1>x</h1><p>홍길동 기자</p>").authors, ElementsAre("홍길동"));
    EXPECT_THAT(byline_of("<h1>x</h1><p>记者王小明</p>").authors, ElementsAre("王小明"));
    EXPECT_THAT(byline_of("<h1>x</h1><p>文：佐藤花子</p>").authors, ElementsAre("佐藤花子"));
    EXPECT_THAT(byline_of("<h1>x</h1><p>كتب: سامي حداد</p>").authors, ElementsAre("سامي حداد"));
    EXPECT_THAT(byline_of("<h1>x</h1><p>记者从港口获悉，码头将关闭。</p>").authors, IsEmpty());
}

TEST(HtmlByline, IsALinkToAnAuthorsPageUnderTheHeadline) {
    EXPECT_THAT(
        byline_of("<h1>x</h1><div><a href='/autores/ida-holm'>Ida Holm</a></div>").authors,
        ElementsAre("Ida Holm")
    );
    EXPECT_THAT(byline_of("<a href='/autores/ida-holm'>Ida Holm</a><h1>x</h1>").authors, IsEmpty());
}

TEST(HtmlByline, PrefersAPrintedPersonToAClaimedHouse) {
    EXPECT_EQ(
        byline_of("<span class=author-name>Ida Holm</span>", {"The Echo"}).printed, "Ida Holm"
    );
    EXPECT_EQ(byline_of("<span class=author-name>Ida Holm</span>", {"AFP"}).printed, "Ida Holm");
}

TEST(HtmlByline, IsFoundUnderTheHeadlineWithoutAnyMark) {
    EXPECT_EQ(byline_of("<h1>Rain</h1><p>By Ida Holm</p><p>It rained.</p>").printed, "By Ida Holm");
}

TEST(HtmlByline, IsNobodyInCommentsAndAddresses) {
    EXPECT_EQ(byline_of("<div class=comments><b class=author>anon</b></div>").printed, "");
    EXPECT_EQ(
        byline_of("", {"https://echo.example/ida", "admin", "desk@echo.example"}).printed, ""
    );
    EXPECT_THAT(byline_of("", {"admin"}).authors, IsEmpty());
}

TEST(HtmlByline, TakesAddressesAndSiteNamesOffNames) {
    EXPECT_THAT(
        byline_of("", {"Ida Holm (https://echo.example/ida)"}).authors, ElementsAre("Ida Holm")
    );
    EXPECT_THAT(
        byline_of("", {"Ida Holm <ida@echo.example>", "Ida Holm"}).authors, ElementsAre("Ida Holm")
    );
    EXPECT_EQ(byline_of("", {"Ida Holm | The Echo"}).printed, "Ida Holm");
}

TEST(HtmlByline, OpensInManyLanguages) {
    for (const char* line :
         {"Von Ida Holm",
          "Par Ida Holm",
          "Por Ida Holm",
          "Texto: Ida Holm",
          "Door Ida Holm",
          "Av Ida Holm",
          "Автор: Ida Holm",
          "Ein Kommentar von Ida Holm",
          "A cura di Ida Holm",
          "文／Ida Holm",
          "Written by Ida Holm"}) {
        const Byline byline = byline_of("<p class=byline>" + std::string(line) + "</p>");
        EXPECT_THAT(byline.authors, ElementsAre("Ida Holm")) << line;
        EXPECT_EQ(byline.printed, line);
    }
    EXPECT_THAT(byline_of("<p class=byline>记者 王小明</p>").authors, ElementsAre("王小明"));
    EXPECT_THAT(byline_of("<p class=byline>김바다 기자</p>").authors, ElementsAre("김바다"));
}

TEST(HtmlByline, IsFoundUnderTheHeadlineInOtherLanguages) {
    EXPECT_EQ(
        byline_of("<h1>Regen</h1><p>Von Ida Holm</p><p>Es regnet.</p>").printed, "Von Ida Holm"
    );
    EXPECT_EQ(byline_of("<h1>Regen</h1><p>Von Ostmark bis Nordheim regnet es.</p>").printed, "");
}

TEST(HtmlByline, LosesWhatHangsLooseOnNames) {
    EXPECT_EQ(
        byline_of("<p class=byline>By Ida Holm on <time>2 May</time></p>").printed, "By Ida Holm"
    );
    EXPECT_EQ(byline_of("<p class=byline>Ida Holm • <b>2 May 2020</b></p>").printed, "Ida Holm");
    EXPECT_THAT(
        byline_of("<p class=byline>AUTHOR / Ida Holm</p>").authors, ElementsAre("Ida Holm")
    );
    EXPECT_THAT(
        byline_of("<p class=byline>By<a>Ida Holm</a></p>").authors, ElementsAre("Ida Holm")
    );
    EXPECT_THAT(
        byline_of("<p class=byline><a class=author>Email the author</a></p><i class=author>Ida "
                  "Holm</i>")
            .authors,
        ElementsAre("Ida Holm")
    );
    EXPECT_EQ(byline_of("", {"echo.example.fr"}).printed, "");
}

TEST(HtmlByline, KeepsNamesWithBracketsAndHousesWithSigns) {
    EXPECT_THAT(byline_of("", {"Ida (Idalina) Holm"}).authors, ElementsAre("Ida (Idalina) Holm"));
    EXPECT_THAT(
        byline_of("", {"Ida Holm (avec Tom Okoro et Lea Brun)"}).authors,
        ElementsAre("Ida Holm", "Lea Brun")
    );
    EXPECT_THAT(byline_of("", {"Fog & Co"}).authors, ElementsAre("Fog & Co"));
    EXPECT_THAT(
        byline_of("", {"Ida Holm & Tom Okoro"}).authors, ElementsAre("Ida Holm", "Tom Okoro")
    );
}

TEST(HtmlByline, PrefersAPersonToAPost) {
    EXPECT_EQ(
        byline_of("<p class=byline>Political Correspondent</p><i class=author>Ida Holm</i>")
            .printed,
        "Ida Holm"
    );
    EXPECT_EQ(byline_of("<p class=byline>News Desk</p>").printed, "News Desk");
}

TEST(HtmlByline, PassesOverButtonsAndPortraitsBesideTheAuthor) {
    const Byline byline = byline_of(
        "<div id=Byline><a>Print</a><span>National Desk</span> By <span class=author>Ida Holm"
        "</span> <span>The Echo</span></div>"
    );
    EXPECT_THAT(byline.authors, ElementsAre("Ida Holm"));
}

}  // namespace
}  // namespace broadsheet::html
