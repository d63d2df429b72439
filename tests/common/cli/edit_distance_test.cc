#include "common/cli/edit_distance.h"

#include <array>
#include <string>

#include <gtest/gtest.h>

namespace broadsheet::cli {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"limit", "offset", "format", "from"};

TEST(Nearest, FindsWhatWasMeantWhateverTheLetterCase) {
    EXPECT_EQ(nearest("limt", kNames), "limit");
    EXPECT_EQ(nearest("OFSET", kNames), "offset");
    EXPECT_EQ(nearest("formt", kNames), "format");
}

TEST(Nearest, GuessesNothingForAWordFarFromAll) {
    EXPECT_EQ(nearest("banana", kNames), std::nullopt);
    EXPECT_EQ(nearest("", kNames), std::nullopt);
    EXPECT_EQ(nearest(std::string(1 << 20, 'l'), kNames), std::nullopt);
}

}  // namespace
}  // namespace broadsheet::cli
