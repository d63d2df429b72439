#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/formats/html/byline.h"
#include "indexer/formats/html/headline.h"
#include "indexer/formats/html/page_dates.h"

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
    return choose_byline(parse_html(page), claimed, "The Echo");
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

std::string published_in(std::string_view page) {
    const Tree tree = parse_html(page);
    const Claims claims = meta_claims(tree);
    const PageDates dates = choose_dates(tree, {&claims});
    return dates.published ? to_iso(*dates.published) : "";
}

TEST(PageDate, IsTheClaimedOneFirst) {
    EXPECT_EQ(
        published_in("<meta property='article:published_time' content='2020-01-02T10:00:00+02:00'>"
                     "<time datetime='2021-01-01'>"),
        "2020-01-02T10:00:00+02:00"
    );
}

TEST(PageDate, IsPrintedOnThePage) {
    EXPECT_EQ(published_in("<time datetime='2020-01-02'>Thursday</time>"), "2020-01-02");
    EXPECT_EQ(published_in("<p class='post-date'>Published: 2 January 2020</p>"), "2020-01-02");
}

TEST(PageDate, StandsInTheAddress) {
    EXPECT_EQ(
        published_in("<link rel=canonical href='https://echo.example/2020/01/02/rain'>"),
        "2020-01-02"
    );
    EXPECT_EQ(published_in("<p>No date at all.</p>"), "");
}

}  // namespace
}  // namespace broadsheet::html
