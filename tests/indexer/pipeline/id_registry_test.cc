#include "indexer/pipeline/id_registry.h"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/fields.h"
#include "common/index/layout.h"
#include "common/index/stub.h"
#include "common/stored_article.h"
#include "indexer/pipeline/terms_of_article.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

Article article(const char* id, const char* digest = "0000000000000001") {
    Article a;
    a.id = id;
    a.origin.digest = digest;
    return a;
}

// An index of one segment with one article, as the registry looks it up.
Snapshot published(
    const testing::TempDirectory& index, const Article& a, const char* bundle = "old.tar"
) {
    std::filesystem::create_directories(segments_path(index.path()));
    Xapian::WritableDatabase segment(segment_path(index.path(), "one").string(), Xapian::DB_CREATE);
    Xapian::Document document;
    document.add_boolean_term(exact_term(*find_field("id"), a.id));
    document.add_boolean_term(exact_term(*find_field("bundle"), bundle));
    document.add_value(static_cast<Xapian::valueno>(Slot::id), a.id);
    document.add_value(static_cast<Xapian::valueno>(Slot::digest), packed_digest(a.origin.digest));
    std::string stored;
    append_article_json(stored, a);
    document.set_data(stored);
    segment.add_document(document);
    for (const auto& [key, value] : version_metadata())
        segment.set_metadata(key, value);
    segment.commit();
    write_stub(index.path(), {"one"});
    return open_snapshot(index.path());
}

TEST(IdRegistry, KeepsEveryArticleOfABundle) {
    IdRegistry ids;
    Article first = article("x");
    Article second = article("x");
    Article third = article("x");
    EXPECT_EQ(ids.claim(first, {1, 0}).claim, Claim::added);
    EXPECT_EQ(ids.claim(second, {1, 0}).claim, Claim::added);
    EXPECT_EQ(ids.claim(third, {1, 1}).claim, Claim::added);
    EXPECT_EQ(first.id, "x");
    EXPECT_EQ(second.id, "x~2");
    EXPECT_EQ(third.id, "x~3");
}

TEST(IdRegistry, PassesOverACopyNameThatAnArticleReallyHas) {
    IdRegistry ids;
    Article named = article("x~2");
    Article first = article("x");
    Article second = article("x");
    ids.claim(named, {1, 0});
    ids.claim(first, {1, 0});
    ids.claim(second, {1, 0});
    EXPECT_EQ(second.id, "x~3");
}

TEST(IdRegistry, LetsALaterBundleReplaceAnEarlierOne) {
    IdRegistry ids;
    Article first = article("x");
    Article second = article("x", "0000000000000002");
    ids.claim(first, {1, 0});
    EXPECT_EQ(ids.claim(second, {2, 7}).claim, Claim::replaced);
    EXPECT_EQ(second.id, "x");
    EXPECT_THAT(ids.take_superseded().unpublished_ids, ElementsAre(Pair("x", 7U)));
    EXPECT_THAT(ids.take_superseded().unpublished_ids, IsEmpty());
}

TEST(IdRegistry, KnowsAnUnchangedArticleOfThePublishedIndex) {
    const testing::TempDirectory index;
    IdRegistry ids;
    ids.publication(published(index, article("x")));
    Article same = article("x");
    EXPECT_EQ(ids.claim(same, {1, 0}).claim, Claim::unchanged);
    EXPECT_THAT(ids.take_superseded().published_ids, IsEmpty());
}

TEST(IdRegistry, ReplacesAPublishedArticleOfOtherContent) {
    const testing::TempDirectory index;
    IdRegistry ids;
    ids.publication(published(index, article("x")));
    Article newer = article("x", "00000000000000ff");
    EXPECT_EQ(ids.claim(newer, {1, 0}).claim, Claim::replaced);
    EXPECT_THAT(ids.take_superseded().published_ids, ElementsAre("x"));
}

TEST(IdRegistry, ReplacesThePublishedArticleThatAnEarlierBundleOfTheRunLeftUnchanged) {
    const testing::TempDirectory index;
    IdRegistry ids;
    ids.publication(published(index, article("x")));
    Article same = article("x");
    Article newer = article("x", "00000000000000ff");
    EXPECT_EQ(ids.claim(same, {1, 0}).claim, Claim::unchanged);
    EXPECT_EQ(ids.claim(newer, {2, 1}).claim, Claim::replaced);
    EXPECT_THAT(ids.take_superseded().published_ids, ElementsAre("x"));
}

TEST(IdRegistry, GoesOnCountingCopiesInABundleThatWasInterrupted) {
    const testing::TempDirectory index;
    IdRegistry ids;
    ids.publication(published(index, article("x"), "b.tar"));
    ids.resume(1, "b.tar");
    Article second = article("x", "00000000000000ff");
    EXPECT_EQ(ids.claim(second, {1, 0}).claim, Claim::added);
    EXPECT_EQ(second.id, "x~2");
}

Article version(std::uint32_t number, const char* id = "x") {
    Article a = article(id, number == 1 ? "0000000000000001" : "0000000000000002");
    a.version = number;
    return a;
}

TEST(IdRegistry, KeepsTheHighestVersionOfABundleWhateverComesFirst) {
    IdRegistry ids;
    Article first = version(1);
    Article third = version(3);
    Article second = version(2);
    EXPECT_EQ(ids.claim(first, {.bundle_number = 1, .sequence = 0}).claim, Claim::added);
    const Settled settled = ids.claim(third, {.bundle_number = 1, .sequence = 4});
    EXPECT_EQ(settled.claim, Claim::added);
    ASSERT_EQ(settled.overtaken.size(), 1U);
    EXPECT_EQ(settled.overtaken[0].version, 1U);
    EXPECT_EQ(settled.overtaken[0].claim, Claim::added);
    EXPECT_EQ(ids.claim(second, {.bundle_number = 1, .sequence = 5}).claim, Claim::outdated);
    EXPECT_EQ(third.id, "x");
    EXPECT_THAT(ids.take_superseded().unpublished_ids, ElementsAre(Pair("x", 4U)));
}

TEST(IdRegistry, KeepsTheHighestVersionOfTwoBundles) {
    IdRegistry ids;
    Article second = version(2);
    Article first = version(1);
    Article third = version(3);
    ids.claim(second, {.bundle_number = 1});
    EXPECT_EQ(ids.claim(first, {.bundle_number = 2}).claim, Claim::outdated);
    EXPECT_EQ(ids.claim(third, {.bundle_number = 3}).claim, Claim::replaced);
}

TEST(IdRegistry, KnowsTheVersionsOfThePublishedIndex) {
    const testing::TempDirectory index;
    IdRegistry ids;
    ids.publication(published(index, version(2)));
    Article first = version(1);
    Article third = version(3);
    EXPECT_EQ(ids.claim(first, {.bundle_number = 1}).claim, Claim::outdated);
    EXPECT_THAT(ids.take_superseded().published_ids, IsEmpty());
    EXPECT_EQ(ids.claim(third, {.bundle_number = 1}).claim, Claim::replaced);
    EXPECT_THAT(ids.take_superseded().published_ids, ElementsAre("x"));
}

TEST(IdRegistry, KeepsTwoArticlesOfTheSameVersionUntilALaterOneComes) {
    IdRegistry ids;
    Article one = version(1);
    Article other = version(1);
    Article second = version(2);
    Article other_second = version(2);
    ids.claim(one, {.bundle_number = 1, .sequence = 0});
    EXPECT_EQ(ids.claim(other, {.bundle_number = 1, .sequence = 1}).claim, Claim::added);
    EXPECT_EQ(other.id, "x~2");
    EXPECT_EQ(ids.claim(second, {.bundle_number = 1, .sequence = 2}).overtaken.size(), 2U);
    ids.claim(other_second, {.bundle_number = 1, .sequence = 2});
    EXPECT_EQ(other_second.id, "x~2");
}

TEST(IdRegistry, LetsAWithdrawalTakeWhatItWithdrawsAndALaterVersionComeBack) {
    IdRegistry ids;
    Article first = version(1);
    Article canceled = version(2);
    Article again = version(2);
    Article third = version(3);
    ids.claim(first, {.bundle_number = 1, .sequence = 0});
    const Settled settled =
        ids.claim(canceled, {.bundle_number = 1, .sequence = 1, .withdrawn = true});
    EXPECT_EQ(settled.overtaken.size(), 1U);
    EXPECT_EQ(ids.claim(again, {.bundle_number = 1, .sequence = 2}).claim, Claim::outdated);
    const Settled back = ids.claim(third, {.bundle_number = 1, .sequence = 3});
    EXPECT_EQ(back.claim, Claim::added);
    EXPECT_TRUE(back.overtaken.empty());
}

TEST(IdRegistry, SettlesBatchesInTheirOrderWhoeverComesFirst) {
    IdRegistry ids;
    std::string order;
    std::thread late([&] { ids.in_turn(1, [&] { order += "1"; }); });
    std::thread later([&] { ids.in_turn(2, [&] { order += "2"; }); });
    ids.in_turn(0, [&] { order += "0"; });
    late.join();
    later.join();
    EXPECT_EQ(order, "012");
}

TEST(IdRegistry, LetsWaitersGoWhenTheRunIsAbandoned) {
    IdRegistry ids;
    std::thread waiter([&] { EXPECT_FALSE(ids.in_turn(5, [] { FAIL() << "not its turn"; })); });
    ids.abandon();
    waiter.join();
}

}  // namespace
}  // namespace broadsheet
