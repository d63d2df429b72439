#include "searcher/printers/date_text.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(DateText, IsAsLongAsWhatIsKnown) {
    EXPECT_EQ(date_text(*make_date(2019)), "2019");
    EXPECT_EQ(date_text(*make_date(2019, 4)), "April 2019");
    EXPECT_EQ(date_text(*make_date(2019, 4, 3)), "3 April 2019");
    EXPECT_EQ(date_text(*make_date(987, 12, 31)), "31 December 0987");
}

TEST(DateText, ShowsTheDayOfTheClockItWasPrintedWith) {
    EXPECT_EQ(date_text(*make_instant(2019, 4, 30, 23, 30, 0, 0, -240)), "30 April 2019");
}

TEST(DateText, ShowsTheTimeOfAnInstant) {
    EXPECT_EQ(date_and_time_text(*make_instant(2019, 4, 30, 15, 1, 1)), "30 April 2019, 15:01 UTC");
    EXPECT_EQ(
        date_and_time_text(*make_instant(2019, 4, 30, 15, 1, 1, 790, 120)),
        "30 April 2019, 15:01 UTC+02:00"
    );
    EXPECT_EQ(
        date_and_time_text(*make_instant(2019, 4, 30, 15, 1, 1, 790, -240)),
        "30 April 2019, 15:01 UTC-04:00"
    );
    EXPECT_EQ(date_and_time_text(*make_date(2019, 4)), "April 2019");
}

}  // namespace
}  // namespace broadsheet
