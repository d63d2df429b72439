#include "common/index/snapshot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/error.h"
#include "common/index/layout.h"
#include "common/index/stub.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

void write_segment(
    const std::filesystem::path& index, const std::string& name, bool versions = true
) {
    std::filesystem::create_directories(segments_path(index));
    Xapian::WritableDatabase segment(segment_path(index, name).string(), Xapian::DB_CREATE);
    Xapian::Document document;
    document.add_term(name);
    segment.add_document(document);
    if (versions) {
        for (const auto& [key, value] : version_metadata())
            segment.set_metadata(key, value);
    }
    segment.commit();
}

TEST(Snapshot, HoldsTheLiveSegmentsOnly) {
    const testing::TempDirectory index;
    for (const char* name : {"one", "two", "three"})
        write_segment(index.path(), name);
    write_stub(index.path(), {"one", "three"});
    const Snapshot snapshot = open_snapshot(index.path());
    EXPECT_THAT(snapshot.segments, ElementsAre("one", "three"));
    EXPECT_EQ(snapshot.database.get_doccount(), 2U);
    EXPECT_FALSE(snapshot.database.term_exists("two"));
}

TEST(Snapshot, StaysWholeWhenItsSegmentsAreDropped) {
    const testing::TempDirectory index;
    write_segment(index.path(), "one");
    write_stub(index.path(), {"one"});
    const Snapshot snapshot = open_snapshot(index.path());
    std::filesystem::remove_all(segments_path(index.path()));
    EXPECT_TRUE(snapshot.database.term_exists("one"));
}

TEST(Snapshot, RefusesASegmentOfAnotherVersion) {
    const testing::TempDirectory index;
    write_segment(index.path(), "one", false);
    write_stub(index.path(), {"one"});
    try {
        open_snapshot(index.path());
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::incompatible);
        EXPECT_THAT(error.what(), HasSubstr("index the bundles anew"));
    }
}

TEST(Snapshot, SaysWhichSegmentIsMissing) {
    const testing::TempDirectory index;
    write_stub(index.path(), {"gone"});
    try {
        open_snapshot(index.path());
        FAIL();
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("segments/gone"));
    }
}

TEST(Snapshot, NeverFollowsAStubPutInTheSegmentsPlace) {
    const testing::TempDirectory index;
    const auto owned = index / "owned";
    index.write("segments/one/XAPIANDB", "remote :touch " + owned.string() + "\n");
    index.write("segments/two", "remote :touch " + owned.string() + "\n");
    for (const char* name : {"one", "two"}) {
        write_stub(index.path(), {name});
        EXPECT_THROW(open_snapshot(index.path()), Error);
    }
    EXPECT_FALSE(std::filesystem::exists(owned));
}

TEST(Snapshot, IsOpenedByXapianItselfThroughTheStub) {
    const testing::TempDirectory index;
    write_segment(index.path(), "one");
    write_segment(index.path(), "two");
    write_stub(index.path(), {"one", "two"});
    EXPECT_EQ(Xapian::Database(index.path().string()).get_doccount(), 2U);
}

}  // namespace
}  // namespace broadsheet
