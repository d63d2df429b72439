#include "broadsheet/date.h"

#include <limits>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet {

namespace {

constexpr std::int64_t kMsPerDay = 86'400'000;

std::string iso(const std::optional<Date>& date) {
    return date ? to_iso(*date) : "nothing";
}

TEST(Date, CountsFromTheUnixEpoch) {
    EXPECT_EQ(make_date(1970)->begin_ms, 0);
    EXPECT_EQ(make_date(1970, 1, 2)->begin_ms, kMsPerDay);
    EXPECT_EQ(make_date(1969, 12, 31)->begin_ms, -kMsPerDay);
    EXPECT_EQ(make_date(2000, 3, 1)->begin_ms, 951'868'800'000);
}

TEST(Date, KeepsHowMuchIsKnown) {
    EXPECT_EQ(make_date(2019)->precision, DatePrecision::year);
    EXPECT_EQ(make_date(2019, 1)->precision, DatePrecision::month);
    EXPECT_EQ(make_date(2019, 1, 1)->precision, DatePrecision::day);
    EXPECT_EQ(make_instant(2019, 1, 1, 0, 0, 0)->precision, DatePrecision::instant);
    EXPECT_NE(*make_date(2019), *make_date(2019, 1)) << "a year is not its January";
}

TEST(Date, KnowsLeapDays) {
    EXPECT_EQ(iso(make_date(2016, 2, 29)), "2016-02-29");
    EXPECT_EQ(iso(make_date(2000, 2, 29)), "2000-02-29");
    EXPECT_FALSE(make_date(1900, 2, 29));
    EXPECT_FALSE(make_date(2019, 2, 29));
}

TEST(Date, RefusesDaysThatDoNotExist) {
    EXPECT_FALSE(make_date(2019, 4, 31));
    EXPECT_FALSE(make_date(2019, 0, 1));
    EXPECT_FALSE(make_date(2019, 13, 1));
    EXPECT_FALSE(make_date(2019, 1, 0));
    EXPECT_FALSE(make_date(2019, 1, 32));
    EXPECT_FALSE(make_date(2019, -1));
}

TEST(Date, RefusesNumbersThatWouldWrapAround) {
    EXPECT_FALSE(make_date(2019, 257, 1)) << "257 is 1 in a byte";
    EXPECT_FALSE(make_date(2019, 1, 257));
    EXPECT_FALSE(make_date(2019 + 65'536));
    EXPECT_FALSE(make_date(std::numeric_limits<int>::min()));
    EXPECT_FALSE(make_date(2019, std::numeric_limits<int>::max(), std::numeric_limits<int>::max()));
}

TEST(Date, ReachesFromYear1To9999) {
    EXPECT_EQ(iso(make_date(1, 1, 1)), "0001-01-01");
    EXPECT_EQ(iso(make_date(9999, 12, 31)), "9999-12-31");
    EXPECT_FALSE(make_date(0));
    EXPECT_FALSE(make_date(10'000));
}

TEST(Instant, IsKeptInUtcAndPrintedAsItWasRead) {
    const auto east = make_instant(2019, 4, 30, 17, 1, 1, 790, 120);
    const auto utc = make_instant(2019, 4, 30, 15, 1, 1, 790);
    ASSERT_TRUE(east && utc);
    EXPECT_EQ(east->begin_ms, utc->begin_ms);
    EXPECT_NE(*east, *utc);
    EXPECT_EQ(to_iso(*east), "2019-04-30T17:01:01.790+02:00");
    EXPECT_EQ(to_iso(*utc), "2019-04-30T15:01:01.790Z");
}

TEST(Instant, PrintsOffsetsWestAndOfPartHours) {
    EXPECT_EQ(
        iso(make_instant(2019, 4, 30, 1, 0, 0, 0, -(3 * 60 + 30))), "2019-04-30T01:00:00-03:30"
    );
    EXPECT_EQ(iso(make_instant(2019, 4, 30, 1, 0, 0, 0, 345)), "2019-04-30T01:00:00+05:45");
    EXPECT_EQ(iso(make_instant(2019, 4, 30, 1, 0, 0, 0, -1)), "2019-04-30T01:00:00-00:01");
}

TEST(Instant, CrossesTheDayWithItsOffset) {
    const auto late = make_instant(2018, 12, 31, 23, 30, 0, 0, -60);
    ASSERT_TRUE(late);
    EXPECT_EQ(late->begin_ms, make_instant(2019, 1, 1, 0, 30, 0)->begin_ms);
    EXPECT_EQ(to_iso(*late), "2018-12-31T23:30:00-01:00");
}

TEST(Instant, TakesALeapSecondForTheSecondBefore) {
    EXPECT_EQ(iso(make_instant(2016, 12, 31, 23, 59, 60)), "2016-12-31T23:59:59Z");
    EXPECT_FALSE(make_instant(2016, 12, 31, 23, 59, 61));
}

TEST(Instant, RefusesTimesThatDoNotExist) {
    EXPECT_FALSE(make_instant(2019, 4, 30, 24, 0, 0));
    EXPECT_FALSE(make_instant(2019, 4, 30, -1, 0, 0));
    EXPECT_FALSE(make_instant(2019, 4, 30, 0, 60, 0));
    EXPECT_FALSE(make_instant(2019, 4, 30, 0, 0, 0, 1000));
    EXPECT_FALSE(make_instant(2019, 4, 30, 0, 0, 0, 0, 24 * 60));
    EXPECT_FALSE(make_instant(2019, 4, 31, 0, 0, 0));
}

TEST(Instant, StaysWithinTheYearsInUtcToo) {
    EXPECT_TRUE(make_instant(1, 1, 1, 0, 0, 0, 0, -60));
    EXPECT_FALSE(make_instant(1, 1, 1, 0, 0, 0, 0, 60)) << "that is in the year 0 of UTC";
    EXPECT_TRUE(make_instant(9999, 12, 31, 23, 59, 59, 999, 60));
    EXPECT_FALSE(make_instant(9999, 12, 31, 23, 59, 59, 999, -60));
}

TEST(Instant, ComesFromUnixMilliseconds) {
    EXPECT_EQ(iso(instant_from_unix_ms(0)), "1970-01-01T00:00:00Z");
    EXPECT_EQ(iso(instant_from_unix_ms(-1)), "1969-12-31T23:59:59.999Z");
    EXPECT_EQ(iso(instant_from_unix_ms(1'556'636'461'790)), "2019-04-30T15:01:01.790Z");
    EXPECT_EQ(iso(instant_from_unix_ms(253'402'300'799'999)), "9999-12-31T23:59:59.999Z");
    EXPECT_FALSE(instant_from_unix_ms(253'402'300'800'000));
    EXPECT_FALSE(instant_from_unix_ms(std::numeric_limits<std::int64_t>::max()));
    EXPECT_FALSE(instant_from_unix_ms(std::numeric_limits<std::int64_t>::min()));
}

TEST(EndOfDate, IsTheMillisecondBeforeTheNextPeriod) {
    EXPECT_EQ(end_ms(*make_date(2019)) + 1, make_date(2020)->begin_ms);
    EXPECT_EQ(end_ms(*make_date(2019, 4)) + 1, make_date(2019, 5)->begin_ms);
    EXPECT_EQ(end_ms(*make_date(2019, 12)) + 1, make_date(2020)->begin_ms);
    EXPECT_EQ(end_ms(*make_date(2019, 12, 31)) + 1, make_date(2020)->begin_ms);
}

TEST(EndOfDate, KnowsLeapYears) {
    EXPECT_EQ(end_ms(*make_date(2016, 2)), end_ms(*make_date(2016, 2, 29)));
    EXPECT_EQ(end_ms(*make_date(2016)) - make_date(2016)->begin_ms + 1, 366 * kMsPerDay);
    EXPECT_EQ(end_ms(*make_date(1900)) - make_date(1900)->begin_ms + 1, 365 * kMsPerDay);
}

TEST(EndOfDate, OfAnInstantIsTheInstant) {
    const auto noon = make_instant(2019, 4, 30, 12, 0, 0);
    EXPECT_EQ(end_ms(*noon), noon->begin_ms);
}

TEST(EndOfDate, ExistsForTheLastYear) {
    EXPECT_EQ(end_ms(*make_date(9999)), 253'402'300'799'999);
}

TEST(IsoDate, ReadsBackWhatItWrites) {
    for (const int year : {1, 4, 999, 1582, 1899, 1970, 2000, 2024, 9999}) {
        std::vector<Date> dates = {
            *make_date(year), *make_date(year, 2), *make_date(year, 2, 28), *make_date(year, 12)};
        for (const int offset : {0, 1, -1, 330, -570, 1439, -1439}) {
            dates.push_back(*make_instant(year, 6, 15, 13, 14, 15, 0, offset));
            dates.push_back(*make_instant(year, 6, 15, 13, 14, 15, 7, offset));
        }
        for (const Date& date : dates)
            EXPECT_EQ(parse_iso_date(to_iso(date)), date) << to_iso(date);
    }
}

TEST(IsoDate, ReadsEveryDayOfFourCenturies) {
    // 400 years of the Gregorian calendar have 146,097 days; each is the one after the last.
    std::int64_t expected = make_date(1800, 1, 1)->begin_ms;
    for (Date day = *make_date(1800, 1, 1); day.begin_ms < make_date(2200)->begin_ms;
         day.begin_ms += kMsPerDay) {
        const auto read = parse_iso_date(to_iso(day));
        ASSERT_TRUE(read) << to_iso(day);
        ASSERT_EQ(read->begin_ms, expected) << to_iso(day);
        expected += kMsPerDay;
    }
    EXPECT_EQ(expected - make_date(1800, 1, 1)->begin_ms, 146'097 * kMsPerDay);
}

struct Reading {
    const char* text;
    const char* iso;
};

class IsoDateReads : public ::testing::TestWithParam<Reading> {};

TEST_P(IsoDateReads, LenientForms) {
    EXPECT_EQ(iso(parse_iso_date(GetParam().text)), GetParam().iso);
}

INSTANTIATE_TEST_SUITE_P(
    Forms,
    IsoDateReads,
    ::testing::Values(
        Reading{"20190430", "2019-04-30"},
        Reading{"20190430T150101Z", "2019-04-30T15:01:01Z"},
        Reading{"20190430T150101.5+0200", "2019-04-30T15:01:01.500+02:00"},
        Reading{"2019-04-30 15:01:01", "2019-04-30T15:01:01Z"},
        Reading{"2019-04-30t15:01z", "2019-04-30T15:01:00Z"},
        Reading{"2019-04-30T15:01", "2019-04-30T15:01:00Z"},
        Reading{"2019-04-30T1501", "2019-04-30T15:01:00Z"},
        Reading{"2019-04-30T15:01:01,79Z", "2019-04-30T15:01:01.790Z"},
        Reading{"2019-04-30T15:01:01.790123456Z", "2019-04-30T15:01:01.790Z"},
        Reading{"2019-04-30T15:01:01-03", "2019-04-30T15:01:01-03:00"},
        Reading{"2019-04-30 15:01:01 +0200", "2019-04-30T15:01:01+02:00"},
        Reading{"  2019-04-30\r\n", "2019-04-30"},
        Reading{"\t2019 ", "2019"},
        Reading{"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"}
    )
);

class IsoDateRefuses : public ::testing::TestWithParam<const char*> {};

TEST_P(IsoDateRefuses, WhatIsNoDate) {
    EXPECT_EQ(iso(parse_iso_date(GetParam())), "nothing");
}

INSTANTIATE_TEST_SUITE_P(
    Texts,
    IsoDateRefuses,
    ::testing::Values(
        "",
        "   ",
        "19",
        "201",
        "-2019",
        "+2019",
        "201904",
        "2019-",
        "2019-4",
        "2019-04-",
        "2019-04-3",
        "2019-0430",
        "201904-30",
        "2019-W18-2",
        "2019-120",
        "2019-02-29",
        "2019-13",
        "2019-00-10",
        "0000-01-01",
        "2019-04-30T",
        "2019-04-30T15",
        "2019-04-30T15:01:",
        "2019-04-30T15:01:01.",
        "2019-04-30T24:00",
        "2019-04-30T15:60",
        "2019-04-30T-0:00",
        "2019-04-30T15:01:-0",
        "2019-04-30T15:01:01+",
        "2019-04-30T15:01:01+2",
        "2019-04-30T15:01:01+02:",
        "2019-04-30T15:01:01+02:60",
        "2019-04-30T15:01:01+24:00",
        "2019-04-30T15:01:01+-1:00",
        "2019-04-30T15:01:01Zz",
        "2019-04-30T15:01:01 UTC",
        "2019-04-30x",
        "April 30, 2019",
        "\xD9\xA2\xD9\xA0\xD9\xA1\xD9\xA9"
    )
);

TEST(IsoDate, RefusesAZeroByteInside) {
    EXPECT_FALSE(parse_iso_date(std::string_view("2019\0", 5)));
    EXPECT_FALSE(parse_iso_date(std::string_view("2019-04-30T15:01\0Z", 18)));
}

TEST(IsoDate, NeverReadsPastTheEnd) {
    // Every prefix of a full date, each in memory of exactly its size.
    const std::string full = "2019-04-30T15:01:01.790+02:00";
    for (std::size_t size = 0; size <= full.size(); ++size) {
        const std::vector<char> exact(full.begin(), full.begin() + static_cast<long>(size));
        const auto date = parse_iso_date({exact.data(), exact.size()});
        if (date) {
            EXPECT_EQ(parse_iso_date(to_iso(*date)), date) << full.substr(0, size);
        }
    }
}

}  // namespace

}  // namespace broadsheet
