#include "indexer/pipeline/id_registry.h"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/fields.h"
#include "common/index/layout.h"
#include "common/index/stub.h"
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
    EXPECT_EQ(ids.claim(first, 1, 0), Claim::added);
    EXPECT_EQ(ids.claim(second, 1, 0), Claim::added);
    EXPECT_EQ(ids.claim(third, 1, 1), Claim::added);
    EXPECT_EQ(first.id, "x");
    EXPECT_EQ(second.id, "x~2");
    EXPECT_EQ(third.id, "x~3");
}

TEST(IdRegistry, PassesOverACopyNameThatAnArticleReallyHas) {
    IdRegistry ids;
    Article named = article("x~2");
    Article first = article("x");
    Article second = article("x");
    ids.claim(named, 1, 0);
    ids.claim(first, 1, 0);
    ids.claim(second, 1, 0);
    EXPECT_EQ(second.id, "x~3");
}

TEST(IdRegistry, LetsALaterBundleReplaceAnEarlierOne) {
    IdRegistry ids;
    Article first = article("x");
    Article second = article("x", "0000000000000002");
    ids.claim(first, 1, 0);
    EXPECT_EQ(ids.claim(second, 2, 7), Claim::replaced);
    EXPECT_EQ(second.id, "x");
    EXPECT_THAT(ids.take_superseded().unpublished_ids, ElementsAre(Pair("x", 7U)));
    EXPECT_THAT(ids.take_superseded().unpublished_ids, IsEmpty());
}

TEST(IdRegistry, KnowsAnUnchangedArticleOfThePublishedIndex) {
    const testing::TempDirectory index;
    IdRegistry ids;
    ids.publication(published(index, article("x")));
    Article same = article("x");
    EXPECT_EQ(ids.claim(same, 1, 0), Claim::unchanged);
    EXPECT_THAT(ids.take_superseded().published_ids, IsEmpty());
}

TEST(IdRegistry, ReplacesAPublishedArticleOfOtherContent) {
    const testing::TempDirectory index;
    IdRegistry ids;
    ids.publication(published(index, article("x")));
    Article newer = article("x", "00000000000000ff");
    EXPECT_EQ(ids.claim(newer, 1, 0), Claim::replaced);
    EXPECT_THAT(ids.take_superseded().published_ids, ElementsAre("x"));
}

TEST(IdRegistry, ReplacesThePublishedArticleThatAnEarlierBundleOfTheRunLeftUnchanged) {
    const testing::TempDirectory index;
    IdRegistry ids;
    ids.publication(published(index, article("x")));
    Article same = article("x");
    Article newer = article("x", "00000000000000ff");
    EXPECT_EQ(ids.claim(same, 1, 0), Claim::unchanged);
    EXPECT_EQ(ids.claim(newer, 2, 1), Claim::replaced);
    EXPECT_THAT(ids.take_superseded().published_ids, ElementsAre("x"));
}

TEST(IdRegistry, GoesOnCountingCopiesInABundleThatWasInterrupted) {
    const testing::TempDirectory index;
    IdRegistry ids;
    ids.publication(published(index, article("x"), "b.tar"));
    ids.resume(1, "b.tar");
    Article second = article("x", "00000000000000ff");
    EXPECT_EQ(ids.claim(second, 1, 0), Claim::added);
    EXPECT_EQ(second.id, "x~2");
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
