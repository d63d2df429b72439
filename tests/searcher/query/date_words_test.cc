#include "searcher/query/date_words.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using std::chrono::year_month_day;

std::string period(std::string_view text, year_month_day today) {
    const auto found = parse_period(text, today);
    if (!found) return "none";
    return (found->from ? to_iso(*found->from) : "") + ".." +
           (found->until ? to_iso(*found->until) : "");
}

constexpr year_month_day day_of(int year, unsigned month, unsigned day) {
    return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
}

TEST(DateWords, CountsCalendarUnitsFromToday) {
    const year_month_day monday = day_of(2024, 1, 1);
    EXPECT_EQ(period("last week", monday), "2023-12-25..2023-12-31");
    EXPECT_EQ(period("this week", monday), "2024-01-01..2024-01-07");
    EXPECT_EQ(period("last month", monday), "2023-12..2023-12");
    EXPECT_EQ(period("last quarter", monday), "2023-10..2023-12");
    EXPECT_EQ(period("Last_Year", monday), "2023..2023");
    EXPECT_EQ(period("yesterday", monday), "2023-12-31..2023-12-31");
    EXPECT_EQ(period("this week", day_of(2024, 3, 3)), "2024-02-26..2024-03-03");
}

TEST(DateWords, CountsBackOverShortMonths) {
    EXPECT_EQ(period("last 1 month", day_of(2024, 3, 31)), "2024-03-01..2024-03-31");
    EXPECT_EQ(period("last 2 weeks", day_of(2024, 3, 14)), "2024-03-01..2024-03-14");
    EXPECT_EQ(period("past 1 year", day_of(2024, 2, 29)), "2023-03-01..2024-02-29");
}

TEST(DateWords, ReadsDatesInSeveralLanguages) {
    const year_month_day today = day_of(2024, 5, 15);
    EXPECT_EQ(period("30. April 2019", today), "2019-04-30..2019-04-30");
    EXPECT_EQ(period("1er ao\u00FBt 2019", today), "2019-08-01..2019-08-01");
    EXPECT_EQ(period("30 de abril de 2019", today), "2019-04-30..2019-04-30");
    EXPECT_EQ(period("3rd of May 2019", today), "2019-05-03..2019-05-03");
    EXPECT_EQ(period("2019\u5E744\u670830\u65E5", today), "2019-04-30..2019-04-30");
    EXPECT_EQ(period("2019\u5E744\u6708", today), "2019-04..2019-04");
    EXPECT_EQ(period("2019\uB144 4\uC6D4", today), "2019-04..2019-04");
    EXPECT_EQ(period("ao\u00FBt 2019", today), "2019-08..2019-08");
    EXPECT_EQ(period("mar\u00E7o 2019..junho 2019", today), "2019-03..2019-06");
    EXPECT_EQ(period("Q3 2019", today), "2019-07..2019-09");
}

TEST(DateWords, ReadsSlashesWhereOnlyOneReadingIsADate) {
    const year_month_day today = day_of(2024, 5, 15);
    EXPECT_EQ(period("4/30/2019", today), "2019-04-30..2019-04-30");
    EXPECT_EQ(period("30/4/2019", today), "2019-04-30..2019-04-30");
    EXPECT_EQ(period("5/5/2019", today), "2019-05-05..2019-05-05");
    EXPECT_EQ(period("4/5/2019", today), "none");
    EXPECT_EQ(period("31/31/2019", today), "none");
}

TEST(DateWords, ReadsDecadesAndMonthsThatShareAYear) {
    const year_month_day today = day_of(2024, 5, 15);
    EXPECT_EQ(period("1990s", today), "1990..1999");
    EXPECT_EQ(period("1995s", today), "none");
    EXPECT_EQ(period("april..june 2019", today), "2019-04..2019-06");
    EXPECT_EQ(period("april..june", today), "none");
}

TEST(DateWords, RefusesWhatIsNoDate) {
    const year_month_day today = day_of(2024, 5, 15);
    for (const char* text :
         {"",
          "..",
          "soon",
          "31 february 2019",
          "q5 2019",
          "last 0 days",
          "2019..soon",
          "13.13.2019",
          "last",
          "last 99999 days",
          "0000"})
        EXPECT_EQ(period(text, today), "none") << text;
    EXPECT_EQ(period(std::string(100'000, '.'), today), "none");
}

}  // namespace
}  // namespace broadsheet
