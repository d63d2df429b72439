#include "searcher/results/match_set.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

// 300 documents in two databases: K0 to K4 by number, every seventh without, "odd" in half of them.
class MatchSet : public ::testing::Test {
protected:
    MatchSet() {
        Xapian::WritableDatabase parts[2] = {
            Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY),
            Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY)};
        for (int i = 0; i < 300; ++i) {
            Xapian::Document document;
            if (i % 7 != 0) document.add_boolean_term("K" + std::to_string(i % 5));
            if (i % 11 == 0) document.add_boolean_term("Kb");
            if (i % 2 == 1) document.add_term("odd");
            document.add_boolean_term("L" + std::to_string(i % 3));
            parts[i % 3 == 0].add_document(document);
        }
        for (const auto& part : parts)
            index_.add_database(part);
    }

    Xapian::Database index_;
};

TEST_F(MatchSet, HoldsEveryMatch) {
    EXPECT_EQ(all_matches(index_, Xapian::Query("odd")).size(), 150U);
    EXPECT_EQ(all_matches(index_, Xapian::Query::MatchAll).size(), 300U);
    EXPECT_EQ(all_matches(index_, Xapian::Query::MatchNothing).size(), 0U);
}

TEST_F(MatchSet, CountsTheSameEitherWay) {
    const DocumentSet odd = all_matches(index_, Xapian::Query("odd"));
    const TermCounts a = count_terms(index_, odd, "K", CountBy::postings);
    const TermCounts b = count_terms(index_, odd, "K", CountBy::termlists);
    std::size_t without = 0;
    std::size_t third = 0;
    for (int i = 1; i < 300; i += 2) {
        without += i % 7 == 0 && i % 11 != 0 ? 1 : 0;
        third += i % 7 != 0 && i % 5 == 2 ? 1 : 0;
    }
    EXPECT_EQ(a.without, without);
    EXPECT_EQ(b.without, without);
    ASSERT_EQ(a.terms.size(), 6U);
    EXPECT_EQ(a.terms[2].term, "K2");
    EXPECT_EQ(a.terms[2].articles, third);
    ASSERT_EQ(b.terms.size(), a.terms.size());
    for (std::size_t i = 0; i < a.terms.size(); ++i) {
        EXPECT_EQ(a.terms[i].term, b.terms[i].term);
        EXPECT_EQ(a.terms[i].articles, b.terms[i].articles);
        EXPECT_EQ(a.terms[i].first, b.terms[i].first);
    }
}

TEST_F(MatchSet, ReadsTermlistsForSmallSetsOnly) {
    EXPECT_EQ(
        faster_way(index_, all_matches(index_, Xapian::Query::MatchNothing)), CountBy::termlists
    );
    EXPECT_EQ(faster_way(index_, all_matches(index_, Xapian::Query("odd"))), CountBy::postings);
}

}  // namespace
}  // namespace broadsheet
