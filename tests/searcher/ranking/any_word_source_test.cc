#include "searcher/ranking/any_word_source.h"

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/ranking/term_union.h"

namespace broadsheet {
namespace {

constexpr Bm25Settings kBm25 = {.k1 = 0.9, .b = 0.3};
const std::vector<std::string> kTerms = {"dock", "docker", "dockers", "dockyard"};

Xapian::WritableDatabase news(unsigned first) {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    for (unsigned i = first; i < first + 200; ++i) {
        Xapian::Document document;
        document.add_term("filler", 5 + i % 41);
        for (unsigned term = 0; term < kTerms.size(); ++term) {
            if (i % (3 + 2 * term) == 0) document.add_term(kTerms[term], 1 + i % 4);
        }
        if (i % 4 == 0) document.add_term("strike", 1 + i % 2);
        index.add_document(document);
    }
    return index;
}

Xapian::Query source(const Xapian::Database& index) {
    auto word = std::make_shared<AnyWord>(AnyWord{.terms = kTerms});
    std::vector<Xapian::doccount> found_in;
    for (const auto& term : kTerms)
        found_in.push_back(index.get_termfreq(term));
    word->found_in = estimated_union(found_in, index.get_doccount());
    auto scoring = std::make_shared<WordScoring>();
    scoring->bm25 = kBm25;
    return Xapian::Query((new AnyWordSource(index, word, scoring))->release());
}

Xapian::Query engines_own() {
    return {Xapian::Query::OP_SYNONYM, kTerms.begin(), kTerms.end()};
}

Xapian::MSet answer(const Xapian::Database& index, const Xapian::Query& query, unsigned limit) {
    Xapian::Enquire enquire(index);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BM25Weight(kBm25.k1, 0, 1, kBm25.b, 0));
    return enquire.get_mset(0, limit);
}

void expect_same(const Xapian::MSet& found, const Xapian::MSet& expected) {
    ASSERT_EQ(found.size(), expected.size());
    for (Xapian::doccount i = 0; i < found.size(); ++i)
        EXPECT_NEAR(found[i].get_weight(), expected[i].get_weight(), 1e-9) << "hit " << i;
}

TEST(AnyWordSource, ScoresAsTheEngineDoesOverSegments) {
    Xapian::Database index;
    index.add_database(news(0));
    index.add_database(news(200));
    const Xapian::MSet all = answer(index, source(index), 400);
    EXPECT_GT(all.size(), 150U);
    expect_same(all, answer(index, engines_own(), 400));
    expect_same(answer(index, source(index), 7), answer(index, engines_own(), 7));
}

TEST(AnyWordSource, StandsBesideOtherWords) {
    using Xapian::Query;
    const Xapian::WritableDatabase index = news(0);
    const Query other("strike");
    const auto combined = [&](Query::op op, const Query& words, bool first) {
        return first ? Query(op, words, other) : Query(op, other, words);
    };
    for (const auto op : {Query::OP_AND, Query::OP_OR, Query::OP_AND_NOT, Query::OP_FILTER}) {
        for (const bool first : {true, false}) {
            expect_same(
                answer(index, combined(op, source(index), first), 400),
                answer(index, combined(op, engines_own(), first), 400)
            );
        }
    }
    const Query twice(Query::OP_SCALE_WEIGHT, source(index), 2);
    const Query engines_twice(Query::OP_SCALE_WEIGHT, engines_own(), 2);
    expect_same(answer(index, twice, 9), answer(index, engines_twice, 9));
}

TEST(EstimatedUnion, GrowsWithEveryTerm) {
    EXPECT_EQ(estimated_union({}, 100), 0U);
    EXPECT_EQ(estimated_union({30}, 100), 30U);
    EXPECT_EQ(estimated_union({50, 50}, 100), 75U);
    EXPECT_EQ(estimated_union({50, 0, 50}, 100), 75U);
    EXPECT_EQ(estimated_union({100, 100, 3}, 100), 100U);
}

}  // namespace
}  // namespace broadsheet
