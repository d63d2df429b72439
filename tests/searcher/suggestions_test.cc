#include "broadsheet/suggestions.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/searcher.h"
#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::make_article;
using testing::TestIndex;

class Suggestions : public ::testing::Test {
protected:
    Suggestions()
        : index_(
              {{make_article("1", "Blackout in Port Levant", "The harbour was dark."),
                make_article("2", "Harbour opens again", "Ships left the harbour of Levant."),
                make_article("3", "Military parade", "The military marched past the harbour.")},
               {make_article("4", "Oil price falls", "The oil price fell again."),
                make_article("5", "Oil prize", "The prize of the academy."),
                make_article("6", "\u0420\u0435\u043A\u0430", "\u0420\u0435\u043A\u0430")}}
          ),
          searcher_(index_.path()) {}

    std::vector<std::string> meant(const char* text) {
        std::vector<std::string> texts;
        for (const auto& suggestion :
             searcher_.search({.text = text, .suggestions = 3}).suggestions)
            texts.push_back(suggestion.text);
        return texts;
    }

    TestIndex index_;
    Searcher searcher_;
};

TEST_F(Suggestions, CorrectLetters) {
    EXPECT_THAT(meant("harbuor"), ElementsAre("harbour"));
    EXPECT_THAT(meant("militray parade"), ElementsAre("military parade"));
    EXPECT_THAT(meant("\u0440\u0438\u043A\u0430"), ElementsAre("\u0440\u0435\u043A\u0430"));
}

TEST_F(Suggestions, CorrectEveryWordOfAQuery) {
    EXPECT_THAT(meant("militray AND harbuor"), ElementsAre("military AND harbour"));
    EXPECT_THAT(meant("title:\"militray parade\""), ElementsAre("headline:\"military parade\""));
}

TEST_F(Suggestions, OfferAWordOnceAndNoFunctionWords) {
    EXPECT_THAT(meant("hrabour"), ElementsAre("harbour"));
    EXPECT_THAT(meant("teh"), IsEmpty());
}

TEST_F(Suggestions, PutBlanksInAndTakeThemOut) {
    EXPECT_THAT(meant("oilprice"), ElementsAre("oil price"));
    EXPECT_THAT(meant("black out"), ElementsAre("blackout"));
    EXPECT_THAT(meant("harbour (black out)"), ElementsAre("harbour blackout"));
}

TEST_F(Suggestions, ListenToTheOtherWords) {
    const auto falls = meant("prixe fell");
    ASSERT_FALSE(falls.empty());
    EXPECT_EQ(falls.front(), "price fell");
    const auto academy = meant("prixe academy");
    ASSERT_FALSE(academy.empty());
    EXPECT_EQ(academy.front(), "prize academy");
}

TEST_F(Suggestions, AreSilentAboutWhatIsFound) {
    EXPECT_THAT(meant("harbour"), IsEmpty());
    EXPECT_THAT(meant("harbours"), IsEmpty());
    EXPECT_THAT(meant("levant -harbuor"), IsEmpty());
    EXPECT_THAT(meant("zzzzzzzzzz"), IsEmpty());
    EXPECT_THAT(searcher_.search({.text = "harbuor"}).suggestions, IsEmpty());
}

TEST_F(Suggestions, SayHowManyArticlesTheyFind) {
    const auto suggestions = searcher_.search({.text = "harbuor", .suggestions = 1}).suggestions;
    ASSERT_EQ(suggestions.size(), 1U);
    EXPECT_EQ(suggestions.front().total, 3U);
}

TEST_F(Suggestions, CompleteWordsByFrequency) {
    const Completions completions = searcher_.complete("ha", 5);
    EXPECT_THAT(completions.words, ElementsAre(CompletedWord{.text = "harbour", .articles = 3}));
    EXPECT_THAT(
        searcher_.complete("oil pri").words,
        ElementsAre(
            CompletedWord{.text = "oil price", .articles = 1},
            CompletedWord{.text = "oil prize", .articles = 1}
        )
    );
    EXPECT_THAT(searcher_.complete("").words, IsEmpty());
    EXPECT_THAT(searcher_.complete("oil ").words, IsEmpty());
}

TEST_F(Suggestions, CompleteHeadlines) {
    const auto headlines = searcher_.complete("Oil pri", 5).headlines;
    ASSERT_EQ(headlines.size(), 2U);
    EXPECT_THAT(
        headlines, ::testing::Contains(CompletedHeadline{.headline = "Oil price falls", .id = "4"})
    );
    EXPECT_EQ(searcher_.complete("oil pri", 1).headlines.size(), 1U);
}

}  // namespace
}  // namespace broadsheet
