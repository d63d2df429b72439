#include "common/cli/number_text.h"

#include <gtest/gtest.h>

namespace broadsheet::cli {
namespace {

TEST(NumberText, PartsThousandsByCommas) {
    EXPECT_EQ(with_commas(0), "0");
    EXPECT_EQ(with_commas(999), "999");
    EXPECT_EQ(with_commas(1000), "1,000");
    EXPECT_EQ(with_commas(21578), "21,578");
    EXPECT_EQ(with_commas(UINT64_MAX), "18,446,744,073,709,551,615");
}

TEST(NumberText, CountsOneAndMany) {
    EXPECT_EQ(counted(0, "article"), "0 articles");
    EXPECT_EQ(counted(1, "article"), "1 article");
    EXPECT_EQ(counted(21578, "article"), "21,578 articles");
    EXPECT_EQ(counted(2, "entry", "entries"), "2 entries");
}

TEST(NumberText, ReadsWholeNumbersOnly) {
    EXPECT_EQ(parse_count("0"), 0U);
    EXPECT_EQ(parse_count("007"), 7U);
    EXPECT_EQ(parse_count("21,578"), 21578U);
    EXPECT_EQ(parse_count("18446744073709551615"), UINT64_MAX);
    for (const char* wrong :
         {"",
          "-1",
          "+1",
          " 1",
          "1 ",
          "1.5",
          "ten",
          "1,5",
          ",123",
          "1234,567",
          "1,,234",
          "1,2345",
          "18446744073709551616"})
        EXPECT_EQ(parse_count(wrong), std::nullopt) << wrong;
}

TEST(NumberText, ReadsSizesWithTheUsualUnits) {
    EXPECT_EQ(parse_size("4096"), 4096U);
    EXPECT_EQ(parse_size("12b"), 12U);
    EXPECT_EQ(parse_size("64M"), 64U << 20U);
    EXPECT_EQ(parse_size("64mb"), 64U << 20U);
    EXPECT_EQ(parse_size(" 4 GiB "), std::uint64_t{4} << 30U);
    EXPECT_EQ(parse_size("1.5k"), 1536U);
    EXPECT_EQ(parse_size("2T"), std::uint64_t{2} << 40U);
}

TEST(NumberText, RefusesWhatIsNoSize) {
    for (const char* wrong :
         {"",
          "M",
          "-1",
          "64X",
          "64MM",
          "64 M B",
          "1e3",
          "nan",
          "inf",
          "0x10",
          "16777216T",
          "99999999999999999999",
          ".5M"})
        EXPECT_EQ(parse_size(wrong), std::nullopt) << wrong;
}

TEST(NumberText, WritesSizesForPeople) {
    EXPECT_EQ(size_text(0), "0 bytes");
    EXPECT_EQ(size_text(1), "1 byte");
    EXPECT_EQ(size_text(1023), "1,023 bytes");
    EXPECT_EQ(size_text(1024), "1 KiB");
    EXPECT_EQ(size_text(1536), "1.5 KiB");
    EXPECT_EQ(size_text((1U << 20U) - 1), "1 MiB");
    EXPECT_EQ(size_text(64U << 20U), "64 MiB");
    EXPECT_EQ(size_text(UINT64_MAX), "16 EiB");
}

}  // namespace
}  // namespace broadsheet::cli
