#include "common/index/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

LedgerRow complete_row(const char* path, const char* digest, std::uint64_t articles) {
    return {.path = path, .bytes = 10, .digest = digest, .articles = articles, .complete = true};
}

LedgerRow stopped_row(
    const char* path, const char* digest, std::uint64_t entry, std::uint64_t offset
) {
    return {
        .path = path, .bytes = 10, .digest = digest, .next_entry = entry, .next_offset = offset};
}

TEST(LedgerRow, SurvivesJson) {
    const LedgerRow whole = complete_row("a \"b\".tar", "00ff", 7);
    const LedgerRow stopped = stopped_row("a", "00ff", 3, 1ULL << 40U);
    EXPECT_EQ(parse_ledger_row(to_json(whole)), whole);
    EXPECT_EQ(parse_ledger_row(to_json(stopped)), stopped);
}

TEST(LedgerRow, IsNotReadFromOtherText) {
    EXPECT_EQ(parse_ledger_row(""), std::nullopt);
    EXPECT_EQ(parse_ledger_row("[]"), std::nullopt);
    EXPECT_EQ(parse_ledger_row(R"({"path":"a"})"), std::nullopt);
    EXPECT_EQ(
        parse_ledger_row(R"({"path":1,"bytes":1,"digest":"","articles":1,"complete":true})"),
        std::nullopt
    );
}

TEST(Ledger, FindsACompleteBundleByItsContents) {
    Ledger ledger;
    ledger.add(complete_row("a.tar", "d1", 5));
    ASSERT_NE(ledger.complete("d1"), nullptr);
    EXPECT_EQ(ledger.complete("d1")->path, "a.tar");
    EXPECT_EQ(ledger.complete("d2"), nullptr);
}

TEST(Ledger, NeverTakesStandardInputForABundleThatIsIn) {
    Ledger ledger;
    ledger.add(complete_row("-", "", 5));
    EXPECT_EQ(ledger.complete(""), nullptr);
}

TEST(Ledger, GoesOnAtTheFurthestPoint) {
    Ledger ledger;
    ledger.add(stopped_row("a.tar", "d1", 2, 100));
    ledger.add(stopped_row("a.tar", "d1", 2, 900));
    ledger.add(stopped_row("a.tar", "d1", 1, 5000));
    ledger.add(stopped_row("b.tar", "d1", 9, 0));
    ASSERT_NE(ledger.furthest("a.tar", "d1"), nullptr);
    EXPECT_EQ(ledger.furthest("a.tar", "d1")->next_offset, 900U);
    EXPECT_EQ(ledger.furthest("a.tar", "d2"), nullptr);
}

TEST(Ledger, SumsTheArticlesOfABundleOverItsRows) {
    Ledger ledger;
    ledger.add(stopped_row("a.tar", "d1", 2, 100));
    ledger.add(complete_row("a.tar", "d1", 5));
    ledger.add(complete_row("a.tar", "d1", 6));
    ledger.add(complete_row("a.tar", "d2", 1));
    const auto bundles = ledger.bundles();
    ASSERT_EQ(bundles.size(), 2U);
    EXPECT_EQ(bundles[0].articles, 11U);
    EXPECT_TRUE(bundles[0].complete);
    EXPECT_EQ(bundles[1].articles, 1U);
}

TEST(Ledger, IsReadFromTheMetadataOfASegment) {
    const testing::TempDirectory folder;
    Xapian::WritableDatabase segment((folder / "s").string(), Xapian::DB_CREATE);
    const LedgerRow row = complete_row("a.tar", "d1", 5);
    segment.set_metadata(ledger_key(row, "one"), to_json(row));
    segment.set_metadata(ledger_key(row, "two"), to_json(row));
    segment.set_metadata("broadsheet.ledger.broken", "junk");
    segment.commit();
    Ledger ledger;
    ledger.add_segment(segment);
    EXPECT_EQ(ledger.bundles().at(0).articles, 10U);
}

}  // namespace
}  // namespace broadsheet
