#include "common/dates/date_layout.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(DateLayout, IsAsPreciseAsItSays) {
    EXPECT_EQ(parse_date_in_layout("30/04/2019", "%d/%m/%Y"), make_date(2019, 4, 30));
    EXPECT_EQ(parse_date_in_layout(" 04.2019 ", "%m.%Y"), make_date(2019, 4));
    EXPECT_EQ(parse_date_in_layout("2019", "%Y"), make_date(2019));
    EXPECT_EQ(
        parse_date_in_layout("20190430123059", "%Y%m%d%H%M%S"),
        make_instant(2019, 4, 30, 12, 30, 59)
    );
    EXPECT_EQ(
        parse_date_in_layout("30 April 2019 08:05 -0500", "%d %B %Y %H:%M %z"),
        make_instant(2019, 4, 30, 8, 5, 0, 0, -300)
    );
}

TEST(DateLayout, RefusesWhatIsWrittenOtherwise) {
    EXPECT_EQ(parse_date_in_layout("2019-04-30", "%d/%m/%Y"), std::nullopt);
    EXPECT_EQ(parse_date_in_layout("30/04/2019 and more", "%d/%m/%Y"), std::nullopt);
    EXPECT_EQ(parse_date_in_layout("31/02/2019", "%d/%m/%Y"), std::nullopt);
    EXPECT_EQ(parse_date_in_layout("", "%Y"), std::nullopt);
    EXPECT_EQ(parse_date_in_layout(std::string(10'000, '1'), "%Y"), std::nullopt);
}

TEST(DateLayout, SaysWhatIsWrongWithIt) {
    EXPECT_EQ(wrong_in_date_layout("%d/%m/%Y"), "");
    EXPECT_EQ(wrong_in_date_layout("%d/%m"), "no year");
    EXPECT_EQ(wrong_in_date_layout("%Y %Q"), "%Q means nothing");
    EXPECT_EQ(wrong_in_date_layout("%Y %"), "a % stands alone");
}

}  // namespace
}  // namespace broadsheet
