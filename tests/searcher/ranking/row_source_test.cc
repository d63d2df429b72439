#include "searcher/ranking/row_source.h"

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

constexpr Bm25Settings kBm25 = {.k1 = 0.9, .b = 0.3};
constexpr int kWords = 12;
constexpr Xapian::doccount kArticles = 3000;
constexpr Xapian::doccount kPage = 10;

std::string word(unsigned number) {
    return "word" + std::to_string(number);
}

// Articles of 3 to 40 words; the first of the words are in many, the last in few.
Xapian::WritableDatabase news() {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    std::mt19937 random(1702);  // gives the same numbers everywhere
    for (Xapian::doccount i = 0; i < kArticles; ++i) {
        Xapian::Document document;
        const auto length = 3 + random() % 38;
        for (unsigned position = 1; position <= length; ++position) {
            const auto number = std::min(random() % 400 + 1, random() % 400 + 1);
            document.add_posting(number > kWords ? "filler" : word(number - 1), position);
        }
        index.add_document(document);
    }
    return index;
}

// Two to five of the words, neighbours in it being pairs.
WordRow any_row(std::mt19937& random) {
    WordRow row;
    const auto count = 2 + random() % 4;
    for (unsigned i = 0; i < count; ++i) {
        const double weight = 0.25 * (1 + random() % 8);
        row.words.push_back({.terms = {word(random() % kWords)}, .weight = weight});
        if (i == 0) continue;
        row.pairs.push_back(
            {.first = row.words[i - 1].terms.front(),
             .second = row.words[i].terms.front(),
             .weight = 0.5}
        );
    }
    return row;
}

Xapian::Query source(const Xapian::Database& index, const WordRow& row) {
    auto scoring = std::make_shared<WordScoring>();
    scoring->bm25 = kBm25;
    return Xapian::Query((new RowSource(index, row, scoring))->release());
}

Xapian::Query engines_own(const WordRow& row) {
    using Xapian::Query;
    std::vector<Query> parts;
    for (const ScoredWord& part : row.words)
        parts.emplace_back(Query::OP_SCALE_WEIGHT, Query(part.terms.front()), part.weight);
    for (const ScoredPair& pair : row.pairs) {
        const std::string terms[] = {pair.first, pair.second};
        const Query phrase(Query::OP_PHRASE, std::begin(terms), std::end(terms), 2);
        parts.emplace_back(Query::OP_SCALE_WEIGHT, phrase, pair.weight);
    }
    return {Query::OP_OR, parts.begin(), parts.end()};
}

Xapian::MSet answer(
    const Xapian::Database& index,
    const Xapian::Query& query,
    Xapian::doccount limit,
    Xapian::doccount looked_at = 0
) {
    Xapian::Enquire enquire(index);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BM25Weight(kBm25.k1, 0, 1, kBm25.b, 0));
    return enquire.get_mset(0, limit, looked_at);
}

void expect_same_scores(const Xapian::MSet& found, const Xapian::MSet& expected) {
    ASSERT_EQ(found.size(), expected.size());
    for (Xapian::doccount i = 0; i < found.size(); ++i)
        ASSERT_NEAR(found[i].get_weight(), expected[i].get_weight(), 1e-9) << "hit " << i;
}

std::map<Xapian::docid, double> scores(const Xapian::MSet& all) {
    std::map<Xapian::docid, double> scores;
    for (auto match = all.begin(); match != all.end(); ++match)
        scores[*match] = match.get_weight();
    return scores;
}

bool has(const Xapian::Database& index, Xapian::docid document, const std::string& term) {
    auto posting = index.postlist_begin(term);
    posting.skip_to(document);
    return posting != index.postlist_end(term) && *posting == document;
}

TEST(RowSource, ScoresAsTheEnginesOrDoes) {
    const Xapian::WritableDatabase index = news();
    std::mt19937 random(1);
    for (int i = 0; i < 40; ++i) {
        const WordRow row = any_row(random);
        const Xapian::MSet all = answer(index, source(index, row), kArticles);
        expect_same_scores(all, answer(index, engines_own(row), kArticles, kArticles));
        EXPECT_GT(all.size(), kPage);
    }
}

TEST(RowSource, PassesOverNothingThatBelongsOnThePage) {
    const Xapian::WritableDatabase index = news();
    std::mt19937 random(2);
    for (int i = 0; i < 400; ++i) {
        const WordRow row = any_row(random);
        expect_same_scores(
            answer(index, source(index, row), kPage),
            answer(index, engines_own(row), kPage, kArticles)
        );
    }
}

// Under a filter the engine's own OR of words and phrases of them counts phrases that are none.
TEST(RowSource, IsLedByAFilter) {
    const Xapian::WritableDatabase index = news();
    const Xapian::Query filter(word(7));
    std::mt19937 random(3);
    for (int i = 0; i < 100; ++i) {
        const WordRow row = any_row(random);
        const Xapian::Query filtered(Xapian::Query::OP_FILTER, source(index, row), filter);
        const Xapian::MSet page = answer(index, filtered, kPage);
        std::vector<double> expected;
        for (const auto& [document, score] : scores(answer(index, engines_own(row), kArticles))) {
            if (has(index, document, word(7))) expected.push_back(score);
        }
        std::sort(expected.rbegin(), expected.rend());
        expected.resize(std::min<std::size_t>(expected.size(), kPage));
        ASSERT_EQ(page.size(), expected.size());
        for (Xapian::doccount hit = 0; hit < page.size(); ++hit)
            ASSERT_NEAR(page[hit].get_weight(), expected[hit], 1e-9);
    }
}

TEST(RowSource, SaysHowManyArticlesItOffers) {
    const Xapian::WritableDatabase index = news();
    std::mt19937 random(4);
    for (int i = 0; i < 40; ++i) {
        const WordRow row = any_row(random);
        const Xapian::MSet page = answer(index, source(index, row), 1);
        const Xapian::doccount all = answer(index, source(index, row), kArticles).size();
        EXPECT_LE(page.get_matches_lower_bound(), all);
        EXPECT_GE(page.get_matches_upper_bound(), all);
    }
}

}  // namespace
}  // namespace broadsheet
