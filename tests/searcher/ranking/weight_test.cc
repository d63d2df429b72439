#include "searcher/ranking/weight.h"

#include <gtest/gtest.h>
#include <xapian.h>

namespace broadsheet {
namespace {

// The scores of a short and a long document that both hold a word once, of a mean length of 10.
std::pair<double, double> short_and_long(std::size_t words) {
    Xapian::WritableDatabase index("", Xapian::DB_BACKEND_INMEMORY);
    for (const unsigned length : {2U, 8U, 20U}) {
        Xapian::Document document;
        if (length != 8) document.add_term("word");
        document.add_term("other", length == 8 ? length : length - 1);
        index.add_document(document);
    }
    Xapian::Enquire enquire(index);
    enquire.set_query(Xapian::Query("word"));
    enquire.set_weighting_scheme(*make_weight(words, {}));
    const Xapian::MSet matches = enquire.get_mset(0, 2);
    return {matches[0].get_weight(), matches[1].get_weight()};
}

// tf (k1 + 1) / (tf + k1 (1 - b + b length / mean)) with tf = 1.
double bm25(double k1, double b, double length) {
    return (k1 + 1) / (1 + k1 * (1 - b + b * length / 10));
}

TEST(Bm25, HoldsLengthLittleAgainstArticlesForFewWords) {
    const auto [brief, lengthy] = short_and_long(2);
    EXPECT_NEAR(brief / lengthy, bm25(0.9, 0.3, 2) / bm25(0.9, 0.3, 20), 1e-9);
}

TEST(Bm25, HoldsLengthMoreAgainstArticlesForManyWords) {
    const auto [brief, lengthy] = short_and_long(40);
    EXPECT_NEAR(brief / lengthy, bm25(3, 0.7, 2) / bm25(3, 0.7, 20), 1e-9);
}

TEST(Bm25, ChangesStepByStepBetween) {
    const auto few = short_and_long(3);
    const auto some = short_and_long(4);
    const auto more = short_and_long(11);
    const auto many = short_and_long(12);
    EXPECT_LT(few.first / few.second, some.first / some.second);
    EXPECT_LT(some.first / some.second, more.first / more.second);
    EXPECT_LT(more.first / more.second, many.first / many.second);
}

}  // namespace
}  // namespace broadsheet
