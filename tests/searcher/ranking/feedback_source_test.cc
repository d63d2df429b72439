#include "searcher/ranking/feedback_source.h"

#include <gtest/gtest.h>

#include "searcher/ranking/weight.h"

namespace broadsheet {
namespace {

Xapian::WritableDatabase news() {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    for (unsigned i = 0; i < 40; ++i) {
        Xapian::Document document;
        document.add_term("filler", 5 + i);
        if (i % 3 == 0) document.add_term("ferry", 1 + i % 4);
        if (i % 5 == 0) document.add_term("harbour", 1 + i % 3);
        if (i % 7 == 0) document.add_term("tolm");
        index.add_document(document);
    }
    return index;
}

const std::vector<std::pair<std::string, double>> kTerms = {
    {"ferry", 0.5}, {"harbour", 2}, {"tolm", 1.5}};
constexpr Bm25Settings kBm25 = {.k1 = 1.2, .b = 0.4};

Xapian::Query source(const Xapian::Database& index, double sign = 1) {
    auto sum = std::make_shared<TermSum>();
    sum->bm25 = kBm25;
    sum->mean_length = index.get_average_length();
    for (const auto& [term, weight] : kTerms) {
        const double idf = inverse_frequency(index.get_doccount(), index.get_termfreq(term));
        sum->terms.push_back(
            {.term = term, .weight = (term == "ferry" ? sign : 1) * weight * idf * (kBm25.k1 + 1)}
        );
    }
    return Xapian::Query((new FeedbackSource(sum))->release());
}

Xapian::Query engines_own() {
    std::vector<Xapian::Query> parts;
    for (const auto& [term, weight] : kTerms)
        parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), weight);
    return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

Xapian::MSet answer(const Xapian::Database& index, const Xapian::Query& query, unsigned limit) {
    Xapian::Enquire enquire(index);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BM25Weight(kBm25.k1, 0, 1, kBm25.b, 0));
    return enquire.get_mset(0, limit);
}

TEST(FeedbackSource, WeighsAsTheEnginesOwnSum) {
    const Xapian::WritableDatabase index = news();
    const Xapian::MSet expected = answer(index, engines_own(), 100);
    const Xapian::MSet found = answer(index, source(index), 100);
    ASSERT_EQ(found.size(), expected.size());
    ASSERT_GT(found.size(), 15U);
    for (Xapian::doccount i = 0; i < found.size(); ++i) {
        EXPECT_EQ(*found[i], *expected[i]);
        EXPECT_NEAR(found[i].get_weight(), expected[i].get_weight(), 1e-5);  // it adds floats
    }
}

TEST(FeedbackSource, WeighsTheSameOverSegments) {
    const Xapian::WritableDatabase index = news();
    Xapian::WritableDatabase odd("", Xapian::DB_BACKEND_INMEMORY);
    Xapian::WritableDatabase even("", Xapian::DB_BACKEND_INMEMORY);
    for (Xapian::docid i = 1; i <= 40; ++i)
        (i % 2 == 1 ? odd : even).add_document(index.get_document(i));
    Xapian::Database both;
    both.add_database(odd);
    both.add_database(even);
    const Xapian::MSet expected = answer(index, source(index), 100);
    const Xapian::MSet found = answer(both, source(both), 100);
    ASSERT_EQ(found.size(), expected.size());
    // Two segments' documents take turns, so the numbers are those of the one index.
    for (Xapian::doccount i = 0; i < found.size(); ++i) {
        EXPECT_EQ(*found[i], *expected[i]);
        EXPECT_EQ(found[i].get_weight(), expected[i].get_weight());
    }
}

TEST(FeedbackSource, GivesTheSameFirstArticlesWhenOnlyThoseAreAsked) {
    const Xapian::WritableDatabase index = news();
    const Xapian::Query both(Xapian::Query::OP_OR, source(index), Xapian::Query("filler"));
    const Xapian::MSet all = answer(index, both, 100);
    const Xapian::MSet few = answer(index, both, 5);
    ASSERT_EQ(few.size(), 5U);
    for (Xapian::doccount i = 0; i < few.size(); ++i)
        EXPECT_EQ(*few[i], *all[i]);
}

TEST(FeedbackSource, PassesOverWhatHasMoreAgainstItThanForIt) {
    const Xapian::WritableDatabase index = news();
    const Xapian::MSet found = answer(index, source(index, -1), 100);
    ASSERT_GT(found.size(), 0U);
    for (auto match = found.begin(); match != found.end(); ++match) {
        EXPECT_GT(match.get_weight(), 0);
        EXPECT_TRUE((*match - 1) % 5 == 0 || (*match - 1) % 7 == 0) << *match;
    }
}

TEST(FeedbackSource, OfTermsNobodyHasIsEmpty) {
    const Xapian::WritableDatabase index = news();
    auto sum = std::make_shared<TermSum>();
    sum->terms = {{.term = "zebra", .weight = 1}};
    EXPECT_TRUE(answer(index, Xapian::Query((new FeedbackSource(sum))->release()), 10).empty());
}

}  // namespace
}  // namespace broadsheet
