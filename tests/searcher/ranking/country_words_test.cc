#include "searcher/ranking/country_words.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "broadsheet/searcher.h"
#include "common/text/stemmer.h"
#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using testing::ids;
using testing::make_article;
using testing::TestIndex;

using Stems = std::vector<std::string>;

std::string stem(std::string_view word) {
    return Stemmer("en").stem(word);
}

bool leads_to(std::string_view from, std::string_view to) {
    const Stems words = country_words({stem(from)});
    return std::ranges::find(words, stem(to)) != words.end();
}

TEST(CountryWords, LeadFromTheCountryToItsPeopleAndBack) {
    EXPECT_TRUE(leads_to("japan", "japanese"));
    EXPECT_TRUE(leads_to("japanese", "japan"));
    EXPECT_TRUE(leads_to("germany", "germans"));
    EXPECT_TRUE(leads_to("dutch", "netherlands"));
    EXPECT_TRUE(leads_to("saudi", "arabia"));
    EXPECT_TRUE(leads_to("european", "europe"));
}

TEST(CountryWords, KnowNamesOfTwoWords) {
    EXPECT_EQ(
        country_words({stem("united"), stem("states")}), (Stems{"america", "american", "u.s"})
    );
    EXPECT_EQ(country_words({stem("united")}), Stems());
    EXPECT_EQ(country_words({stem("americans")}), (Stems{"america", "u.s"}));
}

TEST(CountryWords, AreNoneOfOtherWordsAndNotThoseTyped) {
    EXPECT_EQ(country_words({stem("harbour"), stem("japans")}).size(), 1U);
    EXPECT_EQ(country_words({stem("harbour")}), Stems());
    EXPECT_EQ(country_words({stem("japan"), stem("japanese")}), Stems());
    EXPECT_FALSE(leads_to("japan", "china"));
}

TEST(CountryWords, AreSearchedForBesideTheTypedOnesWithExpand) {
    std::vector<Article> list = {
        make_article("country", "Ferry", "A ferry to Norway sailed."),
        make_article("people", "Harbour", "Norwegian fishermen mended nets."),
        make_article("neither", "Harbour", "Fishermen from Tolm mended nets."),
    };
    for (int i = 0; i < 20; ++i)
        list.push_back(make_article("x" + std::to_string(i), "Market", "Corn was quiet."));
    const TestIndex index({list});
    Searcher searcher(index.path());
    EXPECT_EQ(ids(searcher.search({.text = "norway"})), Stems{"country"});
    const Results found = searcher.search({.text = "norway", .expand = true});
    EXPECT_EQ(ids(found), (Stems{"country", "people"}));
    EXPECT_NE(std::ranges::find(found.added_words, "norwegian"), found.added_words.end());
}

TEST(CountryWords, CountLessThanTheTypedWord) {
    std::vector<Article> list = {
        make_article("people", "Nets", "Norwegian fishermen mended nets."),
        make_article("country", "Nets", "Norway fishermen mended nets."),
    };
    for (int i = 0; i < 20; ++i)
        list.push_back(make_article("x" + std::to_string(i), "Market", "Corn was quiet."));
    const TestIndex index({list});
    Searcher searcher(index.path());
    EXPECT_EQ(
        ids(searcher.search({.text = "norway nets", .limit = 2, .expand = true})),
        (Stems{"country", "people"})
    );
}

}  // namespace
}  // namespace broadsheet
