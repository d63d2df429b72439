#include "searcher/query/vocabulary.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/edit_distance.h"

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<Xapian::Database> index_of(const std::vector<std::vector<std::string>>& articles) {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    for (const auto& terms : articles) {
        Xapian::Document document;
        for (const auto& term : terms)
            document.add_term(term);
        index.add_document(document);
    }
    return {index};
}

TEST(Vocabulary, FindsWordsThatFitAPatternMostFrequentFirst) {
    const auto index = index_of(
        {{"harbour", "harbours", "hafen", "Sharbour", "Zharbour", "Len"},
         {"harbours", "labour", "\u0445\u0430\u0440"}}
    );
    EXPECT_THAT(Vocabulary(index).fitting("", "harb*").terms(), ElementsAre("harbours", "harbour"));
    EXPECT_THAT(Vocabulary(index).fitting("", "*bour").terms(), ElementsAre("harbour", "labour"));
    EXPECT_THAT(Vocabulary(index).fitting("", "h?fen").terms(), ElementsAre("hafen"));
    EXPECT_THAT(
        Vocabulary(index).fitting("", "\u0445?\u0440").terms(), ElementsAre("\u0445\u0430\u0440")
    );
    EXPECT_THAT(Vocabulary(index).fitting("", "?a*").terms().size(), 4U);
    EXPECT_THAT(Vocabulary(index).fitting("S", "h*").terms(), ElementsAre("harbour"));
    EXPECT_THAT(Vocabulary(index).fitting("", "z*").terms(), IsEmpty());
}

TEST(Vocabulary, SaysWhenMoreWordsFitThanAreTaken) {
    std::vector<std::string> many;
    for (std::size_t i = 0; i < kExpansionTermsMax + 1; ++i)
        many.push_back(fmt::format("word{:04}", i));
    const auto index = index_of({many, {"word0042"}});
    const Expansion all = Vocabulary(index).fitting("", "word*");
    EXPECT_TRUE(all.cut);
    EXPECT_EQ(all.words.size(), kExpansionTermsMax);
    EXPECT_EQ(all.words.front().term, "word0042");
    EXPECT_FALSE(Vocabulary(index).fitting("", "word00*").cut);
}

TEST(Vocabulary, AddsUpTheSegments) {
    std::vector<Xapian::Database> segments = index_of({{"harbour", "hafen"}, {"hafen"}});
    segments.push_back(index_of({{"harbour"}, {"harbour", "labour"}}).front());
    EXPECT_THAT(
        Vocabulary(segments).fitting("", "h*").words,
        ElementsAre(
            VocabularyWord{.term = "harbour", .articles = 3},
            VocabularyWord{.term = "hafen", .articles = 2}
        )
    );
    EXPECT_THAT(Vocabulary(segments).near("", "lavour", 1).terms(), ElementsAre("labour"));
}

TEST(Vocabulary, FindsTheSameAsComparingEachWord) {
    std::mt19937 random(7);
    std::vector<std::string> words;
    for (int i = 0; i < 3000; ++i) {
        std::string word;
        const std::size_t length = 1 + random() % 7;
        while (word.size() < length)
            word += std::array{"a", "b", "c", "\u00E9", "\u5927"}[random() % 5];
        words.push_back(word);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    const auto index = index_of({words});
    for (const std::uint32_t distance : {1U, 2U}) {
        for (std::size_t i = 0; i < words.size(); i += 100) {
            std::size_t near = 0;
            for (const auto& word : words)
                near += edit_distance(words[i], word, distance) <= distance ? 1 : 0;
            const Expansion found = Vocabulary(index).near("", words[i], distance);
            EXPECT_EQ(found.words.size(), std::min(near, kExpansionTermsMax)) << words[i];
            for (const auto& word : found.words)
                EXPECT_LE(edit_distance(words[i], word.term, distance), distance) << word.term;
        }
    }
}

TEST(Vocabulary, FindsTheSameInWhatItKeepsInMemory) {
    std::vector<std::string> many;
    for (std::size_t i = 0; i < 60'000; ++i)
        many.push_back(fmt::format("w{:05}", i));
    std::vector<Xapian::Database> segments = index_of({many, {"w00042", "Sw", "tail"}});
    segments.push_back(index_of({{"w00042", "tail", "w7"}}).front());
    Vocabulary vocabulary(segments);
    const auto prefix = vocabulary.fitting("", "w0*").words;
    const auto suffix = vocabulary.fitting("", "*42").words;
    const auto near = vocabulary.near("", "tall", 1).words;
    EXPECT_THAT(near, ElementsAre(VocabularyWord{.term = "tail", .articles = 2}));
    // By now more has been read than is read in place.
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(vocabulary.fitting("", "*42").words, suffix);
    EXPECT_EQ(vocabulary.fitting("", "w0*").words, prefix);
    EXPECT_EQ(vocabulary.near("", "tall", 1).words, near);
    EXPECT_THAT(vocabulary.fitting("S", "w*").terms(), ElementsAre("w"));
    EXPECT_EQ(suffix.front(), (VocabularyWord{.term = "w00042", .articles = 3}));
}

TEST(Vocabulary, FindsWordsOfNearlyTheSameSpelling) {
    const auto index = index_of({{"harbour", "harbor", "habour", "arbour", "harvest"}});
    EXPECT_THAT(
        Vocabulary(index).near("", "harbour", 1).terms(),
        UnorderedElementsAre("harbour", "harbor", "habour", "arbour")
    );
    EXPECT_THAT(Vocabulary(index).near("", "", 1).terms(), IsEmpty());
}

}  // namespace
}  // namespace broadsheet
