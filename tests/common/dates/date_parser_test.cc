#include "common/dates/date_parser.h"

#include <string>

#include <gtest/gtest.h>

#include "common/dates/date_words.h"

namespace broadsheet {
namespace {

std::string iso(std::string_view text) {
    const auto date = parse_date(text);
    return date ? to_iso(*date) : "nothing";
}

struct Case {
    std::string_view text;
    std::string_view iso;
};

void PrintTo(const Case& c, std::ostream* out) {
    *out << c.text;
}

class ParsesDate : public ::testing::TestWithParam<Case> {};

TEST_P(ParsesDate, AsWritten) {
    EXPECT_EQ(iso(GetParam().text), GetParam().iso) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Iso,
    ParsesDate,
    ::testing::Values(
        Case{"2019", "2019"},
        Case{"2019-04", "2019-04"},
        Case{"2019-04-30", "2019-04-30"},
        Case{" 20190430 ", "2019-04-30"},
        Case{"2019-04-30T10:00:00Z", "2019-04-30T10:00:00Z"},
        Case{"2019-04-30 10:00:00 +0200", "2019-04-30T10:00:00+02:00"},
        Case{"20190430150101", "2019-04-30T15:01:01Z"},
        Case{"201904301501", "2019-04-30T15:01:00Z"},
        Case{"1556618400", "2019-04-30T10:00:00Z"},
        Case{"1556618400123", "2019-04-30T10:00:00.123Z"}
    )
);

INSTANTIATE_TEST_SUITE_P(
    Mail,
    ParsesDate,
    ::testing::Values(
        Case{"Tue, 30 Apr 2019 10:00:00 +0000", "2019-04-30T10:00:00Z"},
        Case{"Tue, 30 Apr 2019 10:00:00 GMT", "2019-04-30T10:00:00Z"},
        Case{"Tue, 30 Apr 2019 10:00 EDT", "2019-04-30T10:00:00-04:00"},
        Case{"30 Apr 93 09:08:07 -0500 (EST)", "1993-04-30T09:08:07-05:00"},
        Case{"Thu,  1 Apr 1993 02:23:45 GMT+1", "1993-04-01T02:23:45+01:00"},
        Case{"Thursday, 15-Apr-93 18:09:38 GMT", "1993-04-15T18:09:38Z"},
        Case{"18:09:38 15-Apr-93", "1993-04-15T18:09:38Z"},
        Case{"Tue Apr 30 10:00:00 2019", "2019-04-30T10:00:00Z"},
        Case{"Tue Apr 30 10:00:00 EDT 2019", "2019-04-30T10:00:00-04:00"},
        Case{"30 Apr 49 00:00:00 UT", "2049-04-30T00:00:00Z"},
        Case{"30 Apr 50 00:00:00 UT", "1950-04-30T00:00:00Z"},
        Case{"30 Apr 119 00:00:00 Z", "2019-04-30T00:00:00Z"},
        Case{"Mon, 5 Apr 1993 20:01:02 XYZ", "1993-04-05"},
        Case{"5 Apr 1993 20:01 Europe/London", "1993-04-05"}
    )
);

INSTANTIATE_TEST_SUITE_P(
    Wire,
    ParsesDate,
    ::testing::Values(
        Case{"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01.790Z"},
        Case{" 1-MAR-1987 01:30:29.5", "1987-03-01T01:30:29.500Z"},
        Case{"20190430T100000Z", "2019-04-30T10:00:00Z"},
        Case{"20190430T100000+0200", "2019-04-30T10:00:00+02:00"}
    )
);

INSTANTIATE_TEST_SUITE_P(
    English,
    ParsesDate,
    ::testing::Values(
        Case{"April 30, 2019", "2019-04-30"},
        Case{"Apr. 30th, 2019", "2019-04-30"},
        Case{"30 April 2019", "2019-04-30"},
        Case{"the 1st of May 2019", "2019-05-01"},
        Case{"2019 Apr 30", "2019-04-30"},
        Case{"April 2019", "2019-04"},
        Case{"Tuesday, April 30, 2019 3:15 p.m. EDT", "2019-04-30T15:15:00-04:00"},
        Case{"April 30, 2019 at 12:05 am", "2019-04-30T00:05:00Z"},
        Case{"Published: 30 April 2019, 3 pm GMT", "2019-04-30T15:00:00Z"},
        Case{"Updated 3:15 PM ET, Tue April 30, 2019", "2019-04-30"}
    )
);

INSTANTIATE_TEST_SUITE_P(
    OtherLanguages,
    ParsesDate,
    ::testing::Values(
        Case{"30. April 2019, 15.30 Uhr", "2019-04-30T15:30:00Z"},
        Case{"Dienstag, 5. März 2019", "2019-03-05"},
        Case{"le 1er août 2019 à 15h30", "2019-08-01T15:30:00Z"},
        Case{"30 de abril de 2019", "2019-04-30"},
        Case{"terça-feira, 5 de março de 2019", "2019-03-05"},
        Case{"martedì 30 aprile 2019", "2019-04-30"},
        Case{"30 april 2019", "2019-04-30"},
        Case{"1 maart 2019", "2019-03-01"},
        Case{"den 30 maj 2019", "2019-05-30"},
        Case{"30. huhtikuuta 2019", "2019-04-30"},
        Case{"30 kwietnia 2019 r.", "2019-04-30"},
        Case{"30. října 2019", "2019-10-30"},
        Case{"30 апреля 2019 г.", "2019-04-30"},
        Case{"30 квітня 2019", "2019-04-30"},
        Case{"2019. április 30.", "2019-04-30"},
        Case{"30 Ağustos 2019", "2019-08-30"},
        Case{"30 Kasım 2019", "2019-11-30"},
        Case{"30 Απριλίου 2019", "2019-04-30"},
        Case{"30 noiembrie 2019", "2019-11-30"},
        Case{"30 Agustus 2019", "2019-08-30"},
        Case{"2019年4月30日", "2019-04-30"},
        Case{"2019年4月30日 10:05", "2019-04-30T10:05:00Z"},
        Case{"2019년 4월 30일", "2019-04-30"}
    )
);

INSTANTIATE_TEST_SUITE_P(
    FurtherLanguages,
    ParsesDate,
    ::testing::Values(
        Case{"2019. gada 30. aprīlis", "2019-04-30"},
        Case{"30 aprel 2019", "2019-04-30"},
        Case{"30 prill 2019", "2019-04-30"},
        Case{"30. apríla 2019", "2019-04-30"},
        Case{"30 აპრილი 2019", "2019-04-30"},
        Case{"30 ապրիլի 2019", "2019-04-30"},
        Case{"৩০ এপ্রিল ২০১৯", "2019-04-30"},
        Case{"३० अप्रैल २०१९", "2019-04-30"},
        Case{"30 اپریل 2019", "2019-04-30"},
        Case{"۳۰ آوریل ۲۰۱۹", "2019-04-30"}
    )
);

INSTANTIATE_TEST_SUITE_P(
    Eras,
    ParsesDate,
    ::testing::Values(
        Case{"平成31年4月30日", "2019-04-30"},
        Case{"令和元年5月1日 10:05", "2019-05-01T10:05:00Z"},
        Case{"昭和20年8月15日", "1945-08-15"},
        Case{"中華民國108年4月30日", "2019-04-30"},
        Case{"西暦2019年4月30日", "2019-04-30"}
    )
);

INSTANTIATE_TEST_SUITE_P(
    Wrapped,
    ParsesDate,
    ::testing::Values(
        Case{"/Date(1556618400000)/", "2019-04-30T10:00:00Z"},
        Case{"/Date(1556618400000+0200)/", "2019-04-30T10:00:00Z"}
    )
);

INSTANTIATE_TEST_SUITE_P(
    OtherScripts,
    ParsesDate,
    ::testing::Values(
        Case{"2019-04-30 오후 11:23:17", "2019-04-30T23:23:17Z"},
        Case{"2019년 4월 30일 화요일 오전 12:05", "2019-04-30T00:05:00Z"},
        Case{"2019년 4월 28일 일요일", "2019-04-28"},
        Case{"2019年4月30日(火) 午後2時5分", "2019-04-30T14:05:00Z"},
        Case{"2019年4月28日 星期日 下午 2:05", "2019-04-28T14:05:00Z"},
        Case{"2019年04月30日14:05:30", "2019-04-30T14:05:30Z"},
        Case{"Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T12:00:00-05:00"},
        Case{"الاثنين 5 يوليو 2021 - 14:05", "2021-07-05T14:05:00Z"},
        Case{"٥ يوليو ٢٠٢١", "2021-07-05"},
        Case{"5 ביולי 2021", "2021-07-05"},
        Case{"5 जुलाई 2021", "2021-07-05"},
        Case{"5 กรกฎาคม 2564 14:05", "2021-07-05T14:05:00Z"},
        Case{"5 tháng 7, 2021", "2021-07-05"},
        Case{"5 юли 2021", "2021-07-05"},
        Case{"5 de juliol de 2021", "2021-07-05"},
        Case{"lundi 5 juillet 2021 à 14 h 05", "2021-07-05T14:05:00Z"}
    )
);

INSTANTIATE_TEST_SUITE_P(
    Numbers,
    ParsesDate,
    ::testing::Values(
        Case{"2019/04/30", "2019-04-30"},
        Case{"2019.04.30", "2019-04-30"},
        Case{"2019/4/5 08:07", "2019-04-05T08:07:00Z"},
        Case{"30.04.2019", "2019-04-30"},
        Case{"04.05.2019", "2019-05-04"},
        Case{"5.4.19", "2019-04-05"},
        Case{"04/30/2019", "2019-04-30"},
        Case{"30/04/2019 15:01", "2019-04-30T15:01:00Z"},
        Case{"04/30/19", "2019-04-30"},
        Case{"30-04-2019", "2019-04-30"},
        Case{"04/05/2019", "2019"},
        Case{"04/05/2019 10:00", "2019"},
        Case{"04/04/2019", "2019-04-04"}
    )
);

INSTANTIATE_TEST_SUITE_P(
    Refused,
    ParsesDate,
    ::testing::Values(
        Case{"", "nothing"},
        Case{"12 hours ago", "nothing"},
        Case{"Monday", "nothing"},
        Case{"April 30", "nothing"},
        Case{"30 Apr 2019 in the year of our rabbit", "nothing"},
        Case{"31 April 2019", "nothing"},
        Case{"2019-02-29", "nothing"},
        Case{"30 Apr 2019 25:00:00", "nothing"},
        Case{"13/13/2019", "nothing"},
        Case{"1234567", "nothing"},
        Case{"123456789012345678901234567890", "nothing"},
        Case{"April", "nothing"},
        Case{"\xFF\xFE 30 April 2019", "nothing"},
        Case{"version 3.2.1", "nothing"}
    )
);

TEST(DateParser, ReadsDaysAndMonthsByTheirSize) {
    EXPECT_EQ(iso("12.29.14"), "2014-12-29");
    EXPECT_EQ(iso("29.12.14"), "2014-12-29");
    EXPECT_EQ(iso("29.29.14"), "nothing");
    EXPECT_EQ(iso("13/29/2014"), "nothing");
}

TEST(DateParser, RefusesTextsTooLongToBeDates) {
    EXPECT_FALSE(parse_date("30 April 2019" + std::string(200, ' ') + "x"));
}

TEST(DateParser, SurvivesEveryPrefixOfADate) {
    const std::string text = "Tuesday, 30-Apr-2019 at 3:15:01.25 p.m. +02:00 (CEST)";
    for (std::size_t size = 0; size <= text.size(); ++size)
        parse_date(text.substr(0, size));
    EXPECT_EQ(iso(text), "2019-04-30T15:15:01.250+02:00");
}

std::string url_iso(std::string_view url) {
    const auto date = date_in_url(url);
    return date ? to_iso(*date) : "nothing";
}

TEST(DateInUrl, FindsDays) {
    EXPECT_EQ(url_iso("https://news.example/2019/04/30/storm.html"), "2019-04-30");
    EXPECT_EQ(url_iso("https://news.example/world/2019/apr/30/storm"), "2019-04-30");
    EXPECT_EQ(url_iso("https://news.example/storm-2019-04-30"), "2019-04-30");
    EXPECT_EQ(url_iso("https://news.example/20190430/storm"), "2019-04-30");
    EXPECT_EQ(url_iso("/2019/4/5/storm"), "2019-04-05");
}

TEST(DateInUrl, FindsMonths) {
    EXPECT_EQ(url_iso("https://news.example/2019/04/storm"), "2019-04");
}

TEST(DateInUrl, RefusesOtherNumbers) {
    EXPECT_EQ(url_iso("https://news.example/id/20190499"), "nothing");
    EXPECT_EQ(url_iso("https://news.example/storm?day=/2019/04/30/"), "nothing");
    EXPECT_EQ(url_iso("https://news.example/1234/05/06"), "nothing");
    EXPECT_EQ(url_iso("https://2019.example/"), "nothing");
    EXPECT_EQ(url_iso("https://news.example/201904301234567"), "nothing");
    EXPECT_EQ(url_iso("https://news.example/2019/monday-storm"), "nothing");
    EXPECT_EQ(url_iso(""), "nothing");
}

TEST(BelievableDate, ToleratesTomorrowsEditionOnly) {
    const Date now = *make_instant(2019, 4, 30, 12, 0, 0);
    EXPECT_TRUE(is_believable(*make_date(2019, 5, 1), now));
    EXPECT_FALSE(is_believable(*make_date(2019, 5, 4), now));
    EXPECT_TRUE(is_believable(*make_date(1605), now));
    EXPECT_FALSE(is_believable(*make_date(1066), now));
}

TEST(DateWords, KnowsMonthsByFoldedName) {
    EXPECT_EQ(month_of(fold_date_word("Février")), 2);
    EXPECT_EQ(month_of(fold_date_word("ДЕКАБРЯ")), 12);
    EXPECT_EQ(month_of(fold_date_word("Smarch")), 0);
}

TEST(DateWords, KnowsZones) {
    EXPECT_EQ(zone_offset("pdt"), -420);
    EXPECT_EQ(zone_offset("ist"), 330);
    EXPECT_FALSE(zone_offset("xyz"));
}

// A day or month of zero once led behind the end of the text.
TEST(ParseDate, RefusesDaysAndMonthsOfZero) {
    for (const std::string_view text :
         {"5/0/2019", "0/5/2019", "0/0/2019", "00.00.2019", "2019/0/5", "5-0-19"})
        EXPECT_EQ(parse_date(text), std::nullopt) << text;
}

}  // namespace
}  // namespace broadsheet
