#include "common/text/number_term.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(NumberTerms, DropThousandsSigns) {
    EXPECT_THAT(number_terms({{"4", "000"}, ","}), ElementsAre("4000"));
    EXPECT_THAT(number_terms({{"4", "000"}, "'"}), ElementsAre("4000"));
    EXPECT_THAT(number_terms({{"12", "345", "678"}, ".."}), ElementsAre("12345678"));
    EXPECT_THAT(number_terms({{"1", "00", "000"}, ",,"}), ElementsAre("100000"));
}

TEST(NumberTerms, WriteDecimalsWithAPoint) {
    EXPECT_THAT(number_terms({{"3", "5"}, "."}), ElementsAre("3.5"));
    EXPECT_THAT(number_terms({{"3", "5"}, ","}), ElementsAre("3.5"));
    EXPECT_THAT(number_terms({{"1", "234", "56"}, ",."}), ElementsAre("1234.56"));
    EXPECT_THAT(number_terms({{"1", "234", "56"}, ".,"}), ElementsAre("1234.56"));
    EXPECT_THAT(number_terms({{"0", "125"}, "."}), ElementsAre("0.125"));
}

TEST(NumberTerms, ReadAnAmbiguousPointBothWays) {
    EXPECT_THAT(number_terms({{"4", "000"}, "."}), ElementsAre("4.000", "4000"));
}

TEST(NumberTerms, AreNoneForDatesAndLists) {
    EXPECT_THAT(number_terms({{"30", "04", "2019"}, ".."}), IsEmpty());
    EXPECT_THAT(number_terms({{"1", "2", "3"}, ",,"}), IsEmpty());
    EXPECT_THAT(number_terms({{"2017", "2018"}, ","}), IsEmpty());
    EXPECT_THAT(number_terms({{"127", "0", "0", "1"}, "..."}), IsEmpty());
}

}  // namespace
}  // namespace broadsheet
