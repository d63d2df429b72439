#include "common/text/analyzer.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/common/text/found_by.h"

namespace broadsheet {
namespace {

using testing::describe_tokens;

TEST(Analyzer, NamesTermStemOffsetsAndPositions) {
    EXPECT_EQ(
        describe_tokens("Troops  marched.", "en"), "0-6@0 troops/troop, 8-15@1 marched/march"
    );
}

TEST(Analyzer, LeavesWordsOfUnknownLanguagesUnstemmed) {
    EXPECT_EQ(describe_tokens("Troops", ""), "0-6@0 troops/troops");
    EXPECT_EQ(describe_tokens("Troops", "tlh"), "0-6@0 troops/troops");
}

TEST(Analyzer, GivesNumbersNoStem) {
    EXPECT_EQ(describe_tokens("4,000 men", "en"), "0-5@0 4000/, 6-9@1 men/man");
}

TEST(Analyzer, GivesStopWordsOfTheLanguageNoStem) {
    EXPECT_EQ(
        describe_tokens("The war was over", "en"),
        "0-3@0 the/, 4-7@1 war/war, 8-11@2 was/, 12-16@3 over/"
    );
    EXPECT_EQ(
        describe_tokens("Es war The Who", "de"),
        "0-2@0 es/, 3-6@1 war/, 7-10@2 the/the, 11-14@3 who/who"
    );
}

TEST(Analyzer, PutsJoinedFormsAtTheFirstPartOfACompound) {
    EXPECT_EQ(
        describe_tokens("an e-mail came", "en"),
        "0-2@0 an/, 3-4@1 e/e, 3-9@1+2 email/email, 5-9@2 mail/mail, 10-14@3 came/come"
    );
}

TEST(Analyzer, MarksAWordWithoutItsPossessive) {
    EXPECT_EQ(describe_tokens("Kotova’s", "en"), "0-6@0 kotova/kotova");
}

TEST(Analyzer, MarksAnAcronymWithItsPoints) {
    EXPECT_EQ(
        describe_tokens("the U.S. said", ""), "0-3@0 the/the, 4-8@1 u.s/u.s, 9-13@2 said/said"
    );
}

TEST(Analyzer, AppendsToTheTokensGiven) {
    Analyzer analyzer;
    std::vector<Token> tokens;
    analyzer.analyze("one two", "en", tokens);
    analyzer.analyze("three", "en", tokens);
    ASSERT_EQ(tokens.size(), 3U);
    EXPECT_EQ(tokens[2].position, 0U);
    EXPECT_EQ(tokens[2].word->term, "three");
}

TEST(Analyzer, GivesFormsWithTheSameTermsTheSameWord) {
    Analyzer analyzer;
    std::vector<Token> tokens;
    analyzer.analyze("Coup coup COUP coup's Coup", "en", tokens);
    ASSERT_EQ(tokens.size(), 5U);
    for (const auto& token : tokens)
        EXPECT_EQ(token.word, tokens[0].word);
    EXPECT_EQ(analyzer.word_count(), 1U);
}

TEST(Analyzer, NumbersItsWordsFromZero) {
    Analyzer analyzer;
    std::vector<Token> tokens;
    analyzer.analyze("alpha beta alpha gamma", "", tokens);
    ASSERT_EQ(tokens.size(), 4U);
    EXPECT_EQ(tokens[0].word->number, 0U);
    EXPECT_EQ(tokens[1].word->number, 1U);
    EXPECT_EQ(tokens[3].word->number, 2U);
    EXPECT_EQ(analyzer.word_count(), 3U);
}

TEST(Analyzer, KeepsWordsWhileManyOthersArrive) {
    Analyzer analyzer;
    std::vector<Token> tokens;
    analyzer.analyze("first", "", tokens);
    const Word* first = tokens[0].word;
    for (int i = 0; i < 20000; ++i)
        analyzer.analyze("w" + std::to_string(i), "", tokens);
    EXPECT_EQ(first->term, "first");
    tokens.clear();
    analyzer.analyze("First", "", tokens);
    EXPECT_EQ(tokens[0].word, first);
}

TEST(Analyzer, ForgetsItsWordsAndTheirMemory) {
    Analyzer analyzer;
    std::vector<Token> tokens;
    const std::size_t empty = analyzer.memory_bytes();
    for (int i = 0; i < 20000; ++i)
        analyzer.analyze("w" + std::to_string(i), "", tokens);
    EXPECT_GT(analyzer.memory_bytes(), empty + 1000000);
    analyzer.forget_words();
    EXPECT_EQ(analyzer.memory_bytes(), empty);
    EXPECT_EQ(analyzer.word_count(), 0U);
    tokens.clear();
    analyzer.analyze("again", "", tokens);
    EXPECT_EQ(tokens[0].word->number, 0U);
}

TEST(Analyzer, StemsTheSameFormByTheLanguageOfEachCall) {
    Analyzer analyzer;
    std::vector<Token> tokens;
    analyzer.analyze("nations", "en", tokens);
    analyzer.analyze("nations", "", tokens);
    EXPECT_EQ(tokens[0].word->stem, "nation");
    EXPECT_EQ(tokens[1].word->stem, "nations");
}

TEST(Analyzer, TakesIllFormedBytesAsSeparators) {
    EXPECT_EQ(
        describe_tokens(
            "ab\xFF"
            "cd\xC3",
            ""
        ),
        "0-2@0 ab/ab, 3-5@1 cd/cd"
    );
    EXPECT_EQ(describe_tokens("\xED\xA0\x80x", ""), "3-4@0 x/x");
}

TEST(Analyzer, CutsEndlessRunsIntoPieces) {
    Analyzer analyzer;
    std::vector<Token> tokens;
    analyzer.analyze(std::string(5000, 'a'), "en", tokens);
    ASSERT_GE(tokens.size(), 9U);
    for (const auto& token : tokens)
        EXPECT_LE(token.word->term.size(), 200U);
    EXPECT_EQ(tokens.back().end, 5000U);
}

TEST(Analyzer, TakesEndlessTextsInTheTimeOfTheirLength) {
    // A rule that looks ahead without a bound takes the square of these: at this size longer than
    // the time limit of a test.
    const std::pair<const char*, const char*> kTexts[] = {
        {"a", "en"},
        {"l'", "fr"},
        {"U.", "en"},
        {"a-\n      ", "en"},
        {"\u0301", ""},
        {"\u200B", ""},
    };
    for (const auto& [part, language] : kTexts) {
        std::string text = "x";
        while (text.size() < 32'000'000)
            text += part;
        Analyzer analyzer;
        std::vector<Token> tokens;
        analyzer.analyze(text, language, tokens);
        EXPECT_GE(tokens.size(), 1U);
        EXPECT_LE(tokens.back().end, text.size());
    }
}

TEST(Analyzer, FindsNothingInTextWithoutWords) {
    EXPECT_EQ(describe_tokens("", "en"), "");
    EXPECT_EQ(describe_tokens(" \n -- '' ... # @ \xE2\x80\x94 \xF0\x9F\x98\x80", "en"), "");
}

TEST(Analyzer, KeepsTheOrderOfLongRowsOfWordsWithOthersAmongThem) {
    std::string text;
    for (int row = 0; row < 30; ++row)
        text +=
            "harbour bridge ferries 1987 \xC3\xA9"
            "t\xC3\xA9 U.S. #Westmoor storm's end ";
    Analyzer analyzer;
    std::vector<Token> tokens;
    analyzer.analyze(text, "en", tokens);
    ASSERT_EQ(tokens.size(), 30U * 9U);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        EXPECT_EQ(tokens[i].position, i);
        EXPECT_EQ(tokens[i].word, tokens[i % 9].word);
        if (i > 0) {
            EXPECT_LE(tokens[i - 1].end, tokens[i].begin);
        }
    }
}

}  // namespace
}  // namespace broadsheet
