#include "indexer/pipeline/bundle_identity.h"

#include <gtest/gtest.h>

#include "broadsheet/error.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

TEST(BundleIdentity, OfAFileIsItsContentsWhateverItsName) {
    const testing::TempDirectory folder;
    const auto a = identify_bundle(folder.write("a", "one"));
    const auto b = identify_bundle(folder.write("b", "one"));
    const auto c = identify_bundle(folder.write("c", "two"));
    EXPECT_EQ(a.bytes, 3U);
    EXPECT_EQ(a.digest, b.digest);
    EXPECT_NE(a.digest, c.digest);
}

TEST(BundleIdentity, OfALargeFileCountsEveryByte) {
    const testing::TempDirectory folder;
    std::string content(3U << 20U, 'x');
    const auto a = identify_bundle(folder.write("a", content));
    content.back() = 'y';
    const auto b = identify_bundle(folder.write("b", content));
    EXPECT_EQ(a.bytes, content.size());
    EXPECT_NE(a.digest, b.digest);
}

TEST(BundleIdentity, OfAFolderChangesWithItsFiles) {
    const testing::TempDirectory folder;
    folder.write("in/a.txt", "one");
    const auto before = identify_bundle(folder / "in");
    EXPECT_EQ(identify_bundle(folder / "in").digest, before.digest);
    folder.write("in/deep/b.txt", "two");
    const auto after = identify_bundle(folder / "in");
    EXPECT_NE(after.digest, before.digest);
    EXPECT_EQ(after.bytes, 6U);
}

TEST(BundleIdentity, IsUnknownForStandardInput) {
    EXPECT_EQ(identify_bundle("-").digest, "");
}

TEST(BundleIdentity, SaysWhatIsMissing) {
    const testing::TempDirectory folder;
    try {
        identify_bundle(folder / "none.tar");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::not_found);
        // The problem that becomes of it names the bundle.
        EXPECT_STREQ(error.what(), "there is no such file or folder");
    }
}

}  // namespace
}  // namespace broadsheet
