#include "searcher/ranking/word_weight.h"

#include <gtest/gtest.h>

#include "searcher/ranking/asking_words.h"

namespace broadsheet {
namespace {

constexpr EvidenceSettings kSettings = {.repeats = 3, .rarity = 0.2, .asking = 0.5};

TEST(WordWeight, OfAFewWordsIsTheSameForAll) {
    EXPECT_EQ(word_weight({.rarity = 1}, 2, kSettings), 1);
    EXPECT_EQ(word_weight({.rarity = 9}, 2, kSettings), 1);
    EXPECT_EQ(word_weight({.rarity = 9, .asking = true}, 3, kSettings), 1);
}

TEST(WordWeight, OfManyWordsIsGreaterForRareOnesAndLessForAskingOnes) {
    const double common = word_weight({.rarity = 1}, 30, kSettings);
    EXPECT_GT(word_weight({.rarity = 5}, 30, kSettings), common);
    EXPECT_DOUBLE_EQ(word_weight({.rarity = 1, .asking = true}, 30, kSettings), common / 2);
    const double between = word_weight({.rarity = 1, .asking = true}, 7, kSettings);
    EXPECT_LT(between, 1);
    EXPECT_GT(between, 0.5);
}

TEST(WordWeight, OfAWordTypedAgainGrowsLessThanItsNumber) {
    EXPECT_DOUBLE_EQ(word_weight({.times = 2, .rarity = 1}, 2, kSettings), 8.0 / 5);
    EXPECT_DOUBLE_EQ(word_weight({.times = 3, .rarity = 1}, 2, kSettings), 2);
}

TEST(AskingWords, AreThoseOfTheLanguage) {
    EXPECT_TRUE(is_asking_word("concerning", "en"));
    EXPECT_TRUE(is_asking_word("actual", "en"));
    EXPECT_TRUE(is_asking_word("would", "en"));
    EXPECT_FALSE(is_asking_word("ferry", "en"));
    EXPECT_FALSE(is_asking_word("", "en"));
    EXPECT_TRUE(is_asking_word("gesucht", "de"));
    EXPECT_FALSE(is_asking_word("concerning", "de"));
    EXPECT_FALSE(is_asking_word("concerning", "nl"));
}

}  // namespace
}  // namespace broadsheet
