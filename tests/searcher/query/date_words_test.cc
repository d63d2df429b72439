#include "searcher/query/date_words.h"

#include <initializer_list>
#include <string>
#include <string_view>

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

struct Row {
    std::string_view text;
    std::string_view period;
};

void expect_periods(year_month_day today, std::initializer_list<Row> rows) {
    for (const Row& row : rows)
        EXPECT_EQ(period(row.text, today), row.period) << row.text;
}

/// A day in the middle of everything, for what does not count from it.
constexpr year_month_day kAnyDay = day_of(2024, 5, 15);

TEST(DateWords, CountsCalendarUnitsFromToday) {
    expect_periods(
        day_of(2024, 1, 1),  // a Monday
        {{"last week", "2023-12-25..2023-12-31"},
         {"this week", "2024-01-01..2024-01-07"},
         {"last month", "2023-12..2023-12"},
         {"last quarter", "2023-10..2023-12"},
         {"Last_Year", "2023..2023"},
         {"yesterday", "2023-12-31..2023-12-31"}}
    );
    expect_periods(day_of(2024, 3, 3), {{"this week", "2024-02-26..2024-03-03"}});
}

TEST(DateWords, CountsBackOverShortMonths) {
    expect_periods(day_of(2024, 3, 31), {{"last 1 month", "2024-03-01..2024-03-31"}});
    expect_periods(day_of(2024, 3, 14), {{"last 2 weeks", "2024-03-01..2024-03-14"}});
    expect_periods(day_of(2024, 2, 29), {{"past 1 year", "2023-03-01..2024-02-29"}});
}

TEST(DateWords, ReadsDatesInSeveralLanguages) {
    expect_periods(
        kAnyDay,
        {{"30. April 2019", "2019-04-30..2019-04-30"},
         {"1er août 2019", "2019-08-01..2019-08-01"},
         {"30 de abril de 2019", "2019-04-30..2019-04-30"},
         {"3rd of May 2019", "2019-05-03..2019-05-03"},
         {"2019年4月30日", "2019-04-30..2019-04-30"},
         {"2019年4月", "2019-04..2019-04"},
         {"2019년 4월", "2019-04..2019-04"},
         {"août 2019", "2019-08..2019-08"},
         {"março 2019..junho 2019", "2019-03..2019-06"},
         {"Q3 2019", "2019-07..2019-09"}}
    );
}

TEST(DateWords, ReadsSlashesWhereOnlyOneReadingIsADate) {
    expect_periods(
        kAnyDay,
        {{"4/30/2019", "2019-04-30..2019-04-30"},
         {"30/4/2019", "2019-04-30..2019-04-30"},
         {"5/5/2019", "2019-05-05..2019-05-05"},
         {"4/5/2019", "none"},
         {"31/31/2019", "none"}}
    );
}

TEST(DateWords, ReadsDecadesAndMonthsThatShareAYear) {
    expect_periods(
        kAnyDay,
        {{"1990s", "1990..1999"},
         {"1995s", "none"},
         {"april..june 2019", "2019-04..2019-06"},
         {"april..june", "none"}}
    );
}

TEST(DateWords, RefusesWhatIsNoDate) {
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
        EXPECT_EQ(period(text, kAnyDay), "none") << text;
    EXPECT_EQ(period(std::string(100'000, '.'), kAnyDay), "none");
}

}  // namespace
}  // namespace broadsheet
