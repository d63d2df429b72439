#include "common/index/stub.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/error.h"
#include "common/index/layout.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

ErrorKind kind_of_reading(const std::filesystem::path& index) {
    try {
        read_stub(index);
    } catch (const Error& error) {
        return error.kind();
    }
    ADD_FAILURE() << "the stub was believed";
    return ErrorKind::internal;
}

TEST(Stub, GivesBackTheSegmentsInTheirOrder) {
    const testing::TempDirectory index;
    write_stub(index.path(), {"b-2", "a-1"});
    EXPECT_THAT(read_stub(index.path()), ElementsAre("b-2", "a-1"));
}

TEST(Stub, ReplacesTheFormerListAndLeavesNothingBeside) {
    const testing::TempDirectory index;
    write_stub(index.path(), {"one"});
    write_stub(index.path(), {"two"});
    EXPECT_THAT(read_stub(index.path()), ElementsAre("two"));
    EXPECT_FALSE(std::filesystem::exists(index / "XAPIANDB.new"));
}

TEST(Stub, IsInTheFormXapianReads) {
    const testing::TempDirectory index;
    write_stub(index.path(), {"one"});
    EXPECT_EQ(testing::read_file(stub_path(index.path())), "glass segments/one\n");
}

TEST(Stub, SaysHowToMakeAnIndexWhereThereIsNone) {
    const testing::TempDirectory folder;
    try {
        read_stub(folder.path());
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::not_found);
        EXPECT_THAT(error.what(), HasSubstr("broadsheet-index"));
    }
}

TEST(Stub, PassesOverBlankLinesAndComments) {
    const testing::TempDirectory index;
    index.write("XAPIANDB", "# by hand\n\nglass segments/one\n");
    EXPECT_THAT(read_stub(index.path()), ElementsAre("one"));
}

TEST(Stub, MayBeEmpty) {
    const testing::TempDirectory index;
    index.write("XAPIANDB", "");
    EXPECT_THAT(read_stub(index.path()), IsEmpty());
}

class HostileStub : public ::testing::TestWithParam<const char*> {};

TEST_P(HostileStub, IsNotBelieved) {
    const testing::TempDirectory index;
    index.write("XAPIANDB", GetParam());
    EXPECT_EQ(kind_of_reading(index.path()), ErrorKind::corrupt);
}

INSTANTIATE_TEST_SUITE_P(
    Lines,
    HostileStub,
    ::testing::Values(
        "remote :touch /tmp/owned\n",
        "remote localhost:1234\n",
        "auto segments/one\n",
        "inmemory\n",
        "glass /etc\n",
        "glass segments/../../elsewhere\n",
        "glass segments/\n",
        "glass segments/a b\n",
        "glass segments/one\nremote :prog\n",
        "chert segments/one\n",
        " glass segments/one\n"
    )
);

TEST(Stub, OfEnormousSizeIsRefused) {
    const testing::TempDirectory index;
    index.write("XAPIANDB", std::string(3U << 20U, '\n'));
    EXPECT_EQ(kind_of_reading(index.path()), ErrorKind::corrupt);
}

TEST(Stub, CannotBeWrittenWhereThereIsNoFolder) {
    const testing::TempDirectory folder;
    try {
        write_stub(folder / "missing", {"one"});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::unwritable);
    }
}

}  // namespace
}  // namespace broadsheet
