#include "searcher/query/vocabulary.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Xapian::WritableDatabase index_of(const std::vector<std::vector<std::string>>& articles) {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    for (const auto& terms : articles) {
        Xapian::Document document;
        for (const auto& term : terms)
            document.add_term(term);
        index.add_document(document);
    }
    return index;
}

TEST(Vocabulary, FindsWordsThatFitAPatternMostFrequentFirst) {
    const auto index = index_of(
        {{"harbour", "harbours", "hafen", "Sharbour", "Zharbour", "Len"},
         {"harbours", "labour", "\u0445\u0430\u0440"}}
    );
    EXPECT_THAT(expand_wildcard(index, "", "harb*").terms, ElementsAre("harbours", "harbour"));
    EXPECT_THAT(expand_wildcard(index, "", "*bour").terms, ElementsAre("harbour", "labour"));
    EXPECT_THAT(expand_wildcard(index, "", "h?fen").terms, ElementsAre("hafen"));
    EXPECT_THAT(
        expand_wildcard(index, "", "\u0445?\u0440").terms, ElementsAre("\u0445\u0430\u0440")
    );
    EXPECT_THAT(expand_wildcard(index, "", "?a*").terms.size(), 4U);
    EXPECT_THAT(expand_wildcard(index, "S", "h*").terms, ElementsAre("harbour"));
    EXPECT_THAT(expand_wildcard(index, "", "z*").terms, IsEmpty());
}

TEST(Vocabulary, SaysWhenMoreWordsFitThanAreTaken) {
    std::vector<std::string> many;
    for (std::size_t i = 0; i < kExpansionTermsMax + 1; ++i)
        many.push_back(fmt::format("word{:04}", i));
    const auto index = index_of({many, {"word0042"}});
    const Expansion all = expand_wildcard(index, "", "word*");
    EXPECT_TRUE(all.cut);
    EXPECT_EQ(all.terms.size(), kExpansionTermsMax);
    EXPECT_EQ(all.terms.front(), "word0042");
    EXPECT_FALSE(expand_wildcard(index, "", "word00*").cut);
}

TEST(Vocabulary, FindsWordsOfNearlyTheSameSpelling) {
    const auto index = index_of({{"harbour", "harbor", "habour", "arbour", "harvest"}});
    EXPECT_THAT(
        expand_fuzzy(index, "", "harbour", 1).terms,
        UnorderedElementsAre("harbour", "harbor", "habour")
    );
    EXPECT_THAT(expand_fuzzy(index, "", "", 1).terms, IsEmpty());
}

}  // namespace
}  // namespace broadsheet
