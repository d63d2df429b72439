#include <memory>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/error.h"
#include "tests/indexer/segment/segment_fixture.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

using testing::expect_builders_agree;
using testing::Words;

ArticleTerms article_of(const Word& word, std::initializer_list<std::uint32_t> positions) {
    ArticleTerms article;
    for (const auto position : positions) {
        article.occurrences.push_back({.word = &word, .position = position});
    }
    return article;
}

TEST(BulkBuilder, AgreesOnOneTerm) {
    Words words;
    expect_builders_agree({article_of(words.add("harbour", ""), {1})});
}

TEST(BulkBuilder, AgreesOnNothing) {
    expect_builders_agree({});
}

TEST(BulkBuilder, AgreesOnMetadataAlone) {
    expect_builders_agree({}, {{"schema", "1"}});
}

TEST(BulkBuilder, AgreesOnEmptyArticles) {
    Words words;
    expect_builders_agree({{}, {}, article_of(words.add("harbour", "harbour"), {7}), {}});
}

TEST(BulkBuilder, AgreesOnFieldsAndWeights) {
    Words words;
    const Word& flood = words.add("floods", "flood");
    const Word& year = words.add("1987", "");
    ArticleTerms article;
    std::uint32_t position = 1;
    for (std::size_t field = 0; field < ArticleTerms::field_prefixes().size(); ++field) {
        for (const Word* word : {&flood, &year, &flood}) {
            article.occurrences.push_back(
                {.word = word,
                 .position = position++,
                 .field = static_cast<std::uint8_t>(field),
                 .weight = static_cast<std::uint8_t>(field * 60)}
            );
        }
    }
    expect_builders_agree({article, {}, article});
}

TEST(BulkBuilder, AgreesOnWordsThatShareATermButNotAStem) {
    Words words;
    const Word& english = words.add("gift", "gift");
    const Word& german = words.add("gift", "gif");
    const Word& unstemmed = words.add("gift", "");
    const Word& like_a_stem = words.add("Zgift", "");
    ArticleTerms article;
    std::uint32_t position = 1;
    for (const Word* word : {&german, &english, &unstemmed, &like_a_stem, &german}) {
        article.occurrences.push_back({.word = word, .position = position++, .weight = 2});
    }
    expect_builders_agree({article, article});
}

TEST(BulkBuilder, AgreesOnRepeatedPositions) {
    Words words;
    expect_builders_agree({article_of(words.add("echo", "echo"), {3, 3, 3, 9, 9, 12})});
}

TEST(BulkBuilder, AgreesOnHundredThousandPositions) {
    Words words;
    const Word& dense = words.add("dense", "");
    const Word& sparse = words.add("sparse", "spars");
    std::mt19937 random(1);
    ArticleTerms article;
    std::uint32_t position = 0;
    for (int i = 0; i < 100'000; ++i) {
        position += 1 + random() % 3;
        article.occurrences.push_back({.word = &dense, .position = position});
        if (random() % 1000 == 0) position += random() % 1'000'000;
        article.occurrences.push_back({.word = &sparse, .position = ++position});
    }
    expect_builders_agree({article});
}

TEST(BulkBuilder, AgreesOnTheLargestPositions) {
    Words words;
    expect_builders_agree({
        article_of(words.add("far", ""), {1, 0x7fffffff, 0x80000000, 0xfffffffe}),
        article_of(words.at(0), {0x80000000}),
    });
}

TEST(BulkBuilder, AgreesOnTermsWithZeroBytes) {
    Words words;
    std::vector<ArticleTerms> articles(40);
    std::uint32_t position = 0;
    for (const std::string& term :
         {std::string("a"),
          std::string("a\0", 2),
          std::string("a\0b", 3),
          std::string("\0", 1),
          std::string("\0\xff", 2),
          std::string("a\xff"),
          std::string("\0\0\0\0\0\0\0\0\0", 9),
          std::string(122, '\0'),
          std::string(123, '\0'),
          std::string(130, '\0')}) {
        const Word& word = words.add(term, term);
        ++position;
        for (auto& article : articles) {
            article.occurrences.push_back({.word = &word, .position = position});
        }
    }
    expect_builders_agree(articles);
}

TEST(BulkBuilder, AgreesOnTermsOfEveryLength) {
    Words words;
    ArticleTerms article;
    std::vector<ArticleTerms> articles;
    for (std::uint32_t length = 1; length <= 260; ++length) {
        const Word& word = words.add(std::string(length, 'x'), std::string(length, 'y'));
        article.occurrences.push_back({.word = &word, .position = length, .weight = 126});
        articles.push_back(article_of(word, {length}));
    }
    articles.push_back(article);
    articles.push_back(article);
    expect_builders_agree(articles);
}

TEST(BulkBuilder, AgreesOnExactTermsWithoutWords) {
    ArticleTerms article;
    article.exact_terms = {"Qone", "Kport", "Kport", std::string(300, 'K'), ""};
    expect_builders_agree({article, article});
}

TEST(BulkBuilder, AgreesOnFrequenciesOfEverySize) {
    Words words;
    std::vector<ArticleTerms> articles;
    for (const std::uint32_t times : {1U, 2U, 30U, 31U, 32U, 126U, 127U, 128U, 255U, 20'000U}) {
        ArticleTerms article;
        for (const std::string term : {"wave", "waves"}) {
            const Word& word = words.add(term, "wave");
            for (std::uint32_t i = 0; i < times; ++i) {
                article.occurrences.push_back(
                    {.word = &word,
                     .position = static_cast<std::uint32_t>(article.occurrences.size() + 1)}
                );
            }
        }
        articles.push_back(article);
    }
    expect_builders_agree(articles);
}

TEST(BulkBuilder, AgreesOnValuesOfEverySizeAndSlot) {
    std::vector<ArticleTerms> articles;
    std::mt19937 random(2);
    for (std::uint32_t size = 0; size < 700; ++size) {
        ArticleTerms article;
        article.values.emplace_back(0, std::string(size * 3, static_cast<char>(random())));
        if (size % 3 == 0) article.values.emplace_back(1, "same");
        if (size % 5 == 0) article.values.emplace_back(130, std::to_string(random()));
        if (size % 7 == 0) article.values.emplace_back(300, std::string(size % 2, 'v'));
        article.values.emplace_back(0xfffffffe, std::string("\0\xff", 2));
        articles.push_back(article);
    }
    articles[100].values[0].second.assign(1'000'000, 'w');
    expect_builders_agree(articles);
}

TEST(BulkBuilder, AgreesOnDataOfEverySize) {
    std::vector<ArticleTerms> articles;
    std::mt19937 random(3);
    for (const std::uint32_t size :
         {0U, 1U, 17U, 18U, 19U, 2000U, 2020U, 2043U, 2044U, 8192U, 100'000U, 3'000'000U}) {
        ArticleTerms packed;
        packed.data.assign(size, 'a');
        articles.push_back(packed);
        ArticleTerms noise;
        for (std::uint32_t i = 0; i < size; ++i)
            noise.data.push_back(static_cast<char>(random()));
        articles.push_back(noise);
    }
    expect_builders_agree(articles);
}

TEST(BulkBuilder, AgreesOnMetadataOfEverySize) {
    std::map<std::string, std::string> metadata;
    for (std::size_t size = 1; size < 250; ++size) {
        metadata[std::string(size, 'm')] = std::string(size * size, 'v');
    }
    metadata[std::string("\0\xd0", 2)] = "not a statistic";
    metadata["empty"] = "";
    expect_builders_agree({}, metadata);
}

// 60,000 keys of up to 250 bytes take some 1,900 leaves, whose separators need two more levels.
TEST(BulkBuilder, AgreesOnTreesOfThreeLevels) {
    Words words;
    std::vector<ArticleTerms> articles(3);
    for (std::uint32_t number = 0; number < 60'000; ++number) {
        std::string term = std::string(220, 'k') + std::to_string(number);
        const Word& word = words.add(term, "");
        articles[number % 3].occurrences.push_back({.word = &word, .position = number + 1});
    }
    expect_builders_agree(articles);
}

TEST(BulkBuilder, AgreesOnLongPostingLists) {
    Words words;
    const Word& always = words.add("the", "the");
    const Word& often = words.add("of", "");
    std::vector<ArticleTerms> articles;
    for (std::uint32_t number = 0; number < 40'000; ++number) {
        articles.push_back(article_of(always, {number + 1, number + 3}));
        if (number % 7 == 0) articles.back().occurrences.push_back({&often, number + 9});
    }
    expect_builders_agree(articles);
}

// Long distinct words, enough to make an entry of the term list table longer than it can be.
TEST(BulkBuilder, RefusesAnArticleThatWouldSpoilItsSegmentAndGoesOn) {
    Words words;
    ArticleTerms hostile;
    for (std::uint32_t number = 0; number < 500'000; ++number) {
        const std::string name = std::to_string(number);
        const Word& word = words.add(name + std::string(200, 'x'), name);
        hostile.occurrences.push_back({.word = &word, .position = number + 1});
    }
    const testing::TempDirectory directory;
    const auto builder = make_bulk_builder();
    const std::size_t memory = builder->memory_bytes();
    EXPECT_THROW(builder->add(hostile), Error);
    EXPECT_EQ(builder->memory_bytes(), memory);
    EXPECT_EQ(builder->article_count(), 0U);
    const auto good = article_of(words.at(0), {1});
    testing::build(*builder, {good}, directory / "bulk");
    testing::build(*make_reference_builder(), {good}, directory / "reference");
    testing::expect_same(directory / "bulk", directory / "reference");
}

class RandomArticles {
public:
    explicit RandomArticles(std::uint32_t seed) : random_(seed) {
        const std::size_t words = 1 + random_() % 3000;
        while (words_.size() < words) {
            std::string term = text(1 + random_() % 12);
            std::string stem = random_() % 4 == 0 ? "" : term.substr(0, 1 + random_() % 12);
            words_.add(term, stem);
        }
    }

    std::vector<ArticleTerms> make() {
        std::vector<ArticleTerms> articles(random_() % 400);
        for (auto& article : articles)
            fill(article);
        return articles;
    }

private:
    void fill(ArticleTerms& article) {
        std::uint32_t position = 1;
        for (std::size_t left = random_() % 500; left > 0; --left) {
            // The square of an even distribution: some words are common.
            const double even = static_cast<double>(random_() % 10'000) / 10'000;
            const auto number =
                static_cast<std::size_t>(even * even * static_cast<double>(words_.size()));
            const auto fields = ArticleTerms::field_prefixes().size();
            article.occurrences.push_back(
                {.word = &words_.at(number),
                 .position = position,
                 .field = static_cast<std::uint8_t>(random_() % 3 == 0 ? random_() % fields : 0),
                 .weight = static_cast<std::uint8_t>(random_() % 5)}
            );
            position += random_() % 3 + (random_() % 50 == 0 ? 100 : 0);
        }
        for (std::size_t left = random_() % 5; left > 0; --left) {
            article.exact_terms.push_back("K" + text(random_() % 3));
        }
        for (std::uint32_t slot = 0; slot < 4; ++slot) {
            if (random_() % 2 == 0) article.values.emplace_back(slot, text(random_() % 30));
        }
        article.data = text(random_() % 4000);
    }

    std::string text(std::size_t size) {
        std::string text;
        while (text.size() < size) {
            text.push_back(static_cast<char>(random_() % 40 == 0 ? random_() : 'a' + random_() % 6)
            );
        }
        return text;
    }

    std::mt19937 random_;
    Words words_;
};

class RandomSegments : public ::testing::TestWithParam<std::uint32_t> {};

TEST_P(RandomSegments, AreTheSameBothWays) {
    RandomArticles random(GetParam());
    expect_builders_agree(random.make(), {{"seed", std::to_string(GetParam())}});
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomSegments, ::testing::Range(1U, 13U));

}  // namespace
}  // namespace broadsheet
