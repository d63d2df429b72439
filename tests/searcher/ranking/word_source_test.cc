#include "searcher/ranking/word_source.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

constexpr Bm25Settings kBm25 = {.k1 = 0.9, .b = 0.3};
constexpr double kTypedWeight = 0.35;

// Three ways to stem a word, the first of which is in many articles, and forms that were printed.
Xapian::WritableDatabase news() {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    for (unsigned i = 0; i < 300; ++i) {
        Xapian::Document document;
        document.add_term("filler", 5 + i % 41);
        if (i % 2 == 0) document.add_term("Zferri", 1 + i % 4);
        if (i % 7 == 0) document.add_term("Zferrie");
        if (i % 2 == 0 && i % 5 != 0) document.add_term("ferries", 1 + i % 3);
        if (i % 31 == 0) document.add_term("Zharbour", 1 + i % 2);
        index.add_document(document);
    }
    return index;
}

Xapian::Query source(const Xapian::Database& index, const ScoredWord& word) {
    auto scoring = std::make_shared<WordScoring>();
    scoring->bm25 = kBm25;
    return Xapian::Query((new WordSource(index, word, scoring))->release());
}

Xapian::Query engines_own(const ScoredWord& word) {
    using Xapian::Query;
    Query query(Query::OP_SYNONYM, word.terms.begin(), word.terms.end());
    if (!word.typed.empty()) {
        const Query typed(Query::OP_SCALE_WEIGHT, Query(word.typed), word.typed_weight);
        query = Query(Query::OP_AND_MAYBE, query, typed);
    }
    return query;
}

Xapian::MSet answer(const Xapian::Database& index, const Xapian::Query& query, unsigned limit) {
    Xapian::Enquire enquire(index);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BM25Weight(kBm25.k1, 0, 1, kBm25.b, 0));
    return enquire.get_mset(0, limit);
}

void expect_same(const Xapian::MSet& found, const Xapian::MSet& expected) {
    EXPECT_EQ(found.get_matches_estimated(), expected.get_matches_estimated());
    ASSERT_EQ(found.size(), expected.size());
    for (Xapian::doccount i = 0; i < found.size(); ++i)
        EXPECT_NEAR(found[i].get_weight(), expected[i].get_weight(), 1e-9) << "hit " << i;
}

const std::vector<ScoredWord> kWords = {
    {.terms = {"Zferri"}},
    {.terms = {"Zferri", "Zferrie"}},
    {.terms = {"Zferri"}, .typed = "ferries", .typed_weight = kTypedWeight},
    {.terms = {"Zferri", "ferries"}, .typed = "ferries", .typed_weight = kTypedWeight},
    {.terms = {"Zferrie", "ferries"}, .typed = "ferries", .typed_weight = kTypedWeight},
};

TEST(WordSource, ScoresAsTheEngineDoes) {
    const Xapian::WritableDatabase index = news();
    for (const ScoredWord& word : kWords) {
        const Xapian::MSet all = answer(index, source(index, word), 300);
        expect_same(all, answer(index, engines_own(word), 300));
        EXPECT_GT(all.size(), 40U);
    }
}

TEST(WordSource, FindsTheFirstHitsBesideAnotherWord) {
    const Xapian::WritableDatabase index = news();
    const Xapian::Query other("Zharbour");
    for (const ScoredWord& word : kWords) {
        for (const auto op : {Xapian::Query::OP_OR, Xapian::Query::OP_AND}) {
            const Xapian::Query mine(op, source(index, word), other);
            const Xapian::Query engines(op, engines_own(word), other);
            const Xapian::MSet first = answer(index, mine, 5);
            const Xapian::MSet all = answer(index, engines, 300);
            ASSERT_EQ(first.size(), std::min(5U, all.size()));
            for (Xapian::doccount i = 0; i < first.size(); ++i)
                EXPECT_NEAR(first[i].get_weight(), all[i].get_weight(), 1e-9);
        }
    }
}

TEST(WordSource, LeavesOutWhatIsExcluded) {
    const Xapian::WritableDatabase index = news();
    const Xapian::Query excluded("Zharbour");
    for (const ScoredWord& word : kWords) {
        const Xapian::Query mine(Xapian::Query::OP_AND_NOT, source(index, word), excluded);
        const Xapian::Query engines(Xapian::Query::OP_AND_NOT, engines_own(word), excluded);
        expect_same(answer(index, mine, 300), answer(index, engines, 300));
    }
}

TEST(WordSource, CountsAWordsOwnWeight) {
    const Xapian::WritableDatabase index = news();
    const double once = answer(index, source(index, {.terms = {"Zferri"}}), 1)[0].get_weight();
    const double thrice =
        answer(index, source(index, {.terms = {"Zferri"}, .weight = 3}), 1)[0].get_weight();
    EXPECT_NEAR(thrice, 3 * once, 1e-9);
}

}  // namespace
}  // namespace broadsheet
