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
    EXPECT_EQ(period("1er ao\u00FBt 2019", today), "none");
    EXPECT_EQ(period("ao\u00FBt 2019", today), "2019-08..2019-08");
    EXPECT_EQ(period("mar\u00E7o 2019..junho 2019", today), "2019-03..2019-06");
    EXPECT_EQ(period("Q3 2019", today), "2019-07..2019-09");
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
