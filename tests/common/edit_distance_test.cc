#include "common/edit_distance.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(EditDistance, CountsLettersOfAnyScript) {
    EXPECT_EQ(edit_distance("harbour", "harbour", 2), 0U);
    EXPECT_EQ(edit_distance("harbour", "harbor", 2), 1U);
    EXPECT_EQ(edit_distance("harbour", "habrour", 2), 1U);
    EXPECT_EQ(edit_distance("harbour", "barber", 3), 3U);
    EXPECT_EQ(edit_distance("", "ab", 2), 2U);
    EXPECT_EQ(edit_distance("\u043C\u043E\u0440\u0435", "\u043C\u043E\u0440\u044F", 2), 1U);
    EXPECT_EQ(edit_distance("ab", "\u00E9b", 2), 1U);
}

TEST(EditDistance, StopsBeyondTheLimit) {
    EXPECT_EQ(edit_distance("harbour", "zeppelin", 2), 3U);
    EXPECT_EQ(edit_distance("a", "abcdefgh", 1), 2U);
}

}  // namespace
}  // namespace broadsheet
