// Words near others, in all their forms: how many of them are looked for.

#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/searcher.h"
#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::ids;
using ::testing::IsEmpty;
using testing::make_article;
using testing::TestIndex;
using ::testing::UnorderedElementsAre;

TEST(NearWords, FindsAsManyFormsOfAWordNearAnotherAsSegmentsHave) {
    const TestIndex index(
        {{make_article("one", "One", "Rivals met in the cities by the sea.")},
         {make_article("two", "Two", "A rival left the city of lamps.")}}
    );
    Searcher searcher(index.path());
    EXPECT_THAT(
        ids(searcher.search({.text = "rivals NEAR/3 city"})), UnorderedElementsAre("one", "two")
    );
}

TEST(NearWords, LooksForFormsOfSoManyWordsOfOneQueryOnly) {
    const TestIndex index({{make_article("walk", "Walk", "Rivals met in cities.")}});
    Searcher searcher(index.path());
    const auto many = [](int pairs, const std::string& last) {
        std::string text;
        for (int i = 0; i < pairs; ++i)
            text += fmt::format("(wordy{} NEAR/2 lamps) SAME/p x OR ", i);
        return text + last;
    };
    const auto few = searcher.search({.text = many(10, "rival NEAR/3 city")});
    EXPECT_THAT(ids(few), ElementsAre("walk"));
    EXPECT_THAT(few.notes, IsEmpty());
    const auto full = searcher.search({.text = many(60, "rival NEAR/3 city")});
    EXPECT_THAT(ids(full), IsEmpty());
    EXPECT_THAT(full.notes, ElementsAre(HasSubstr("in all their forms")));
    EXPECT_THAT(
        ids(searcher.search({.text = many(60, "rivals NEAR/3 cities")})), ElementsAre("walk")
    );
}

TEST(NearWords, SaysThatAPatternNearAWordWasCut) {
    std::string names;
    for (int i = 0; i < 300; ++i)
        names += fmt::format("gamma{} ", i);
    const TestIndex index({{make_article("list", "List", names + "lamp")}});
    Searcher searcher(index.path());
    EXPECT_THAT(
        searcher.search({.text = "gamma* NEAR/2 lamp"}).notes,
        ElementsAre(HasSubstr("fits more words than can be searched for"))
    );
}

}  // namespace
}  // namespace broadsheet
