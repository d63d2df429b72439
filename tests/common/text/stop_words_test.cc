#include "common/text/stop_words.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(StopWords, AreKnownByLanguage) {
    EXPECT_TRUE(is_stop_word("the", "en"));
    EXPECT_FALSE(is_stop_word("the", "de"));
    EXPECT_TRUE(is_stop_word("fur", "de"));
    EXPECT_TRUE(is_stop_word("og", "nb"));
    EXPECT_TRUE(is_stop_word("что", "ru"));
    EXPECT_TRUE(is_stop_word("τησ", "el"));  // folding has no final sigma
}

TEST(StopWords, LeaveNewsWordsAlone) {
    EXPECT_FALSE(is_stop_word("coup", "en"));
    EXPECT_FALSE(is_stop_word("u.s", "en"));
    EXPECT_FALSE(is_stop_word("", "en"));
}

TEST(StopWords, AreNoneInLanguagesWithoutAList) {
    EXPECT_FALSE(is_stop_word("the", ""));
    EXPECT_FALSE(is_stop_word("the", "tlh"));
}

}  // namespace
}  // namespace broadsheet
