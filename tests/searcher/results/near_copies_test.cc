#include "searcher/results/near_copies.h"

#include <string>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

Article article_of(const std::vector<std::string>& paragraphs) {
    Article article;
    article.language = "en";
    article.paragraphs = paragraphs;
    return article;
}

std::string words(int from, int to) {
    std::string text;
    for (int i = from; i < to; ++i)
        text += "word" + std::to_string(i) + " ";
    return text;
}

class NearCopiesOf : public ::testing::Test {
protected:
    bool is_copy(const std::string& kept, const std::string& text) {
        NearCopies copies(analyzer_);
        copies.keep(article_of({kept}));
        return copies.has_copy_of(article_of({text}));
    }

    Analyzer analyzer_;
};

TEST_F(NearCopiesOf, AreTextsWithAnotherBeginningOrEnd) {
    EXPECT_TRUE(is_copy(words(0, 300), "Once more: " + words(0, 300)));
    EXPECT_TRUE(is_copy(words(0, 300), words(0, 250)));
    EXPECT_TRUE(is_copy(words(0, 3000), words(0, 2500)));
}

TEST_F(NearCopiesOf, AreNotTextsThatQuoteEachOther) {
    EXPECT_FALSE(is_copy(words(0, 300), words(200, 500)));
    EXPECT_FALSE(is_copy(words(0, 300), words(0, 30)));
    EXPECT_FALSE(is_copy(words(0, 3000), words(2000, 5000)));
}

TEST_F(NearCopiesOf, HaveTheirWordsInTheSameOrder) {
    std::string backwards;
    for (int i = 300; i > 0; --i)
        backwards += "word" + std::to_string(i) + " ";
    EXPECT_FALSE(is_copy(words(1, 301), backwards));
}

TEST_F(NearCopiesOf, DifferInPunctuationAndCase) {
    EXPECT_TRUE(is_copy("Rain fell on the old harbour.", "RAIN fell: on the \"old\" harbour"));
}

TEST_F(NearCopiesOf, AreEqualWhereTheyAreShort) {
    EXPECT_TRUE(is_copy("Rain fell", "Rain fell."));
    EXPECT_FALSE(is_copy("Rain fell", "Snow fell"));
    EXPECT_FALSE(is_copy("", ""));
}

TEST_F(NearCopiesOf, MayBeCutIntoOtherParagraphs) {
    NearCopies copies(analyzer_);
    copies.keep(article_of({words(0, 100), words(100, 200)}));
    EXPECT_TRUE(copies.has_copy_of(article_of({words(0, 200)})));
    EXPECT_FALSE(copies.has_copy_of(article_of({words(300, 400)})));
}

}  // namespace
}  // namespace broadsheet
