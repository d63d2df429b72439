#include "common/text/dense_script.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/analyzer.h"
#include "tests/common/text/found_by.h"

namespace broadsheet {
namespace {

using testing::describe_tokens;

TEST(DenseScript, GivesEveryCharacterAPositionAndWordsOverThem) {
    EXPECT_EQ(
        describe_tokens("政变。军", "zh"), "0-3@0 政/, 0-6@0+2 政变/政变, 3-6@1 变/, 9-12@2 军/"
    );
}

TEST(DenseScript, KeepsVowelAndToneSignsWithTheirConsonant) {
    CharacterClasses classes;
    DenseScript script;
    std::vector<DenseWord> words;
    const std::string text = "ที่";  // one consonant, a vowel and a tone above it
    script.cut(text, classes, words);
    ASSERT_EQ(words.size(), 1U);
    EXPECT_EQ(words[0].end, text.size());
}

TEST(DenseScript, GivesKoreanSyllablesAPositionEach) {
    EXPECT_EQ(
        describe_tokens("서울은", "ko"), "0-3@0 서/, 0-9@0+3 서울은/서울은, 3-6@1 울/, 6-9@2 은/"
    );
}

TEST(DenseScript, GivesKoreanWithChineseCharactersItsWords) {
    EXPECT_EQ(
        describe_tokens("政变은", "ko"), "0-3@0 政/, 0-6@0+2 政变/政变, 3-6@1 变/, 6-9@2 은/"
    );
}

TEST(DenseScript, CountsCharactersBeyondTheBasicPlaneOnce) {
    EXPECT_EQ(
        describe_tokens("𠮷政变𠮷", "zh"),
        "0-4@0 𠮷/, 4-7@1 政/, 4-10@1+2 政变/政变, 7-10@2 变/, 10-14@3 𠮷/"
    );
}

TEST(DenseScript, GoesOnCountingBehindOtherScripts) {
    EXPECT_EQ(describe_tokens("用GPS找", "zh"), "0-3@0 用/, 3-6@1 gps/gps, 6-9@2 找/");
}

TEST(DenseScript, TakesTextWithoutAnyStop) {
    std::string text;
    for (int i = 0; i < 20000; ++i)
        text += "军";
    Analyzer analyzer;
    std::vector<Token> tokens;
    analyzer.analyze(text, "zh", tokens);
    EXPECT_EQ(tokens.back().end, text.size());
    EXPECT_EQ(tokens.back().position, 19999U);
}

}  // namespace
}  // namespace broadsheet
