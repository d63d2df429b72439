#include "indexer/formats/html/page_dates.h"

#include <gtest/gtest.h>

#include "indexer/formats/html/printed_date.h"

namespace broadsheet::html {
namespace {

std::string published_in(std::string_view page, std::string_view language = "en") {
    const Tree tree = parse_html(page);
    const Claims claims = meta_claims(tree);
    const PageDates dates = choose_dates(tree, {&claims}, language, "");
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
    EXPECT_EQ(
        published_in("<link rel=canonical href='https://echo.example/2020/01/02/meetings'>"
                     "<h1>Meetings</h1><p>Monday, November 25, 2019 at 3:00 PM</p>"),
        "2020-01-02"
    );
}

TEST(PageDate, IsThatOfThePublicationAndNotOfAnUpdateOrToday) {
    EXPECT_EQ(
        published_in("<p class=current-date>Friday, 3 January 2020</p><h1>Rain</h1>"
                     "<time class=updated datetime='2020-01-03'></time>"
                     "<time class=published datetime='2020-01-02'></time>"),
        "2020-01-02"
    );
    EXPECT_EQ(
        published_in(
            "<div><time datetime='2019-05-05'></time></div>" + std::string(400, ' ') +
            [] {
                std::string menu;
                for (int i = 0; i < 100; ++i)
                    menu += "<li>menu</li>";
                return menu;
            }() +
            "<h1>Rain</h1><time datetime='2020-01-02'></time>"
        ),
        "2020-01-02"
    );
}

TEST(PageDate, StandsInALineByTheHeadline) {
    EXPECT_EQ(
        published_in("<h1>Chuva</h1><p>14/02/2023 21h10 - Atualizado há 2 dias</p>", "pt"),
        "2023-02-14T21:10:00Z"
    );
    EXPECT_EQ(
        published_in("<h1>Regen</h1><span>Stand: 2. Januar 2020, 15.30 Uhr</span>", "de"),
        "2020-01-02T15:30:00Z"
    );
    EXPECT_EQ(
        published_in("<h1>雨</h1><span>2020年01月02日 15:30 来源：回声报</span>", "zh"),
        "2020-01-02T15:30:00Z"
    );
    EXPECT_EQ(published_in("<h1>Rain</h1><p>On 2 January 2020 it rained in Ostmark.</p>"), "");
}

TEST(PageDate, OfADayIsMadeExactByAnotherSource) {
    EXPECT_EQ(
        published_in("<meta name=date content='2020-01-02'><h1>Rain</h1>"
                     "<time datetime='2020-01-02T08:00:00+01:00'></time>"),
        "2020-01-02T08:00:00+01:00"
    );
    EXPECT_EQ(
        published_in("<meta name=date content='2020-01-02'><h1>Rain</h1>"
                     "<time datetime='2020-01-03T08:00:00+01:00'></time>"),
        "2020-01-02"
    );
}

TEST(PageDate, HasItsDayWhereTheLanguagePutsIt) {
    constexpr std::string_view kPage = "<meta name=date content='04/05/2019 10:00'>";
    EXPECT_EQ(published_in(kPage, "fr"), "2019-05-04T10:00:00Z");
    EXPECT_EQ(published_in(kPage, "en-GB"), "2019-05-04T10:00:00Z");
    EXPECT_EQ(published_in(kPage, "en-US"), "2019-04-05T10:00:00Z");
    EXPECT_EQ(published_in(kPage, "en"), "2019");
}

TEST(PageDate, IsNotWhatSystemsWriteForNothing) {
    EXPECT_EQ(published_in("<meta name=date content='0001-01-01T00:00:00Z'>"), "");
    EXPECT_EQ(published_in("<meta name=date content='1970-01-01T00:00:00Z'>"), "");
    EXPECT_EQ(
        published_in("<meta name=date content='2190-01-02'><p class=date>2 January 2020</p>"),
        "2020-01-02"
    );
}

TEST(DateLine, BeginsWithTheDateOrAFewWords) {
    EXPECT_EQ(to_iso(*date_line("Posted on April 21, 2015 | by Ida Holm")), "2015-04-21");
    EXPECT_EQ(to_iso(*date_line("发布时间：2015-04-21 10:05")), "2015-04-21T10:05:00Z");
    EXPECT_FALSE(date_line("In 2015 it rained on 21 days"));
}

}  // namespace
}  // namespace broadsheet::html
