#include "common/text/sentences.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> sentences(std::string_view text, std::string_view language = "en") {
    std::vector<std::string> result;
    for (const auto& sentence : find_sentences(text, language)) {
        result.emplace_back(text.substr(sentence.begin, sentence.end - sentence.begin));
    }
    return result;
}

TEST(Sentences, EndAtStopsQuestionsAndExclamations) {
    EXPECT_THAT(
        sentences("They left. Why? Nobody knew! All was quiet"),
        ElementsAre("They left.", "Why?", "Nobody knew!", "All was quiet")
    );
}

TEST(Sentences, GoOnBehindAcronyms) {
    EXPECT_THAT(
        sentences("Many U.S. officials came. The U.S. Navy left."),
        ElementsAre("Many U.S. officials came.", "The U.S. Navy left.")
    );
}

TEST(Sentences, EndAtAnAcronymWhenAFunctionWordFollows) {
    EXPECT_THAT(
        sentences("She went to the U.S. The army stayed."),
        ElementsAre("She went to the U.S.", "The army stayed.")
    );
}

TEST(Sentences, GoOnBehindTitlesAndInitials) {
    EXPECT_THAT(
        sentences("Sen. Rubalo met J. K. Marling and Mr. T. Smith. Dr. No. 5 left."),
        ElementsAre("Sen. Rubalo met J. K. Marling and Mr. T. Smith.", "Dr. No. 5 left.")
    );
}

TEST(Sentences, TakeNoBeforeANumberOnly) {
    EXPECT_THAT(sentences("She said no. Paul left."), ElementsAre("She said no.", "Paul left."));
    EXPECT_THAT(sentences("He is No. 5 there."), ElementsAre("He is No. 5 there."));
}

TEST(Sentences, GoOnBehindDecimalNumbersAndHosts) {
    EXPECT_THAT(
        sentences("It rose 3.5 percent at example.com today. Fine."),
        ElementsAre("It rose 3.5 percent at example.com today.", "Fine.")
    );
}

TEST(Sentences, KeepClosingQuotationMarks) {
    EXPECT_THAT(
        sentences("“We go.” He left. (It rained.) \"Now!\" she said."),
        ElementsAre("“We go.”", "He left.", "(It rained.)", "\"Now!\" she said.")
    );
}

TEST(Sentences, GoOnWhenASmallLetterFollows) {
    EXPECT_THAT(sentences("“Really?” he asked. Yes."), ElementsAre("“Really?” he asked.", "Yes."));
    EXPECT_THAT(sentences("Well ... perhaps."), ElementsAre("Well ... perhaps."));
}

TEST(Sentences, EndAtWideStopsWithoutBlanks) {
    EXPECT_THAT(
        sentences("他走了。「你来吗？」我不知道！", "zh"),
        ElementsAre("他走了。", "「你来吗？」", "我不知道！")
    );
    EXPECT_THAT(sentences("वह गया। वह आया।", "hi"), ElementsAre("वह गया।", "वह आया।"));
    EXPECT_THAT(sentences("ሰላም። ደህና።", "am"), ElementsAre("ሰላም።", "ደህና።"));
}

TEST(Sentences, GoOnBehindGermanOrdinals) {
    EXPECT_THAT(
        sentences("Am 30. April kam er. Es regnete.", "de"),
        ElementsAre("Am 30. April kam er.", "Es regnete.")
    );
    EXPECT_THAT(
        sentences("He was 30. April came.", "en"), ElementsAre("He was 30.", "April came.")
    );
}

TEST(Sentences, EndAtEmptyLinesButNotAtLineBreaks) {
    EXPECT_THAT(
        sentences("A headline\n\nThe first\nline. Next"),
        ElementsAre("A headline", "The first\nline.", "Next")
    );
}

TEST(Sentences, AreNoneInBlanks) {
    EXPECT_THAT(sentences(""), IsEmpty());
    EXPECT_THAT(sentences(" \n\n \r\n"), IsEmpty());
}

TEST(Sentences, CoverAnyBytesInOrder) {
    const std::string bytes = "a.\xFF\xFE B.\xC3 C.. \xE2\x80 D.\xE3\x80\x82\xE3 E";
    std::uint32_t last = 0;
    for (const auto& sentence : find_sentences(bytes, "en")) {
        EXPECT_LE(last, sentence.begin);
        EXPECT_LT(sentence.begin, sentence.end);
        last = sentence.end;
    }
    EXPECT_EQ(last, bytes.size());
}

}  // namespace
}  // namespace broadsheet
