#include "indexer/bundle/bundle.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/error.h"
#include "tests/indexer/bundle/bundle_fixtures.h"
#include "tests/indexer/bundle/collecting_visitor.h"
#include "tests/support/archive_builder.h"
#include "tests/support/temp_directory.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class EveryContainer : public ::testing::TestWithParam<ArchiveKind> {};

TEST_P(EveryContainer, GivesTheSameEntries) {
    const TempDirectory folder;
    const auto path = folder.write("bundle.bin", archive_of(GetParam(), three_files()));
    const CollectingVisitor read = read_all(path);
    EXPECT_EQ(read.entries, as_entries(three_files()));
    EXPECT_THAT(read.problems, IsEmpty());
    EXPECT_TRUE(read.head_is_prefix);
    EXPECT_TRUE(read.consumed_grows);
}

INSTANTIATE_TEST_SUITE_P(
    Containers,
    EveryContainer,
    ::testing::Values(
        ArchiveKind::tar,
        ArchiveKind::pax,
        ArchiveKind::zip,
        ArchiveKind::zip_stored,
        ArchiveKind::seven_zip,
        ArchiveKind::cpio
    )
);

TEST(Folder, GivesTheSameEntries) {
    const TempDirectory folder;
    for (const PackedFile& file : three_files())
        folder.write(file.name, file.content);
    const CollectingVisitor read = read_all(folder.path());
    EXPECT_EQ(read.entries, as_entries(three_files()));
    EXPECT_THAT(read.problems, IsEmpty());
}

class EveryCompression : public ::testing::TestWithParam<CompressionKind> {};

TEST_P(EveryCompression, IsUndoneAroundALoneFile) {
    const TempDirectory folder;
    const std::string text = long_text(400'000);
    const auto path = folder.write("wire.jsonl.gz", compressed(GetParam(), text));
    const CollectingVisitor read = read_all(path);
    EXPECT_THAT(read.entries, ElementsAre(ReadEntry{"wire.jsonl", text}));
    EXPECT_THAT(read.problems, IsEmpty());
}

TEST_P(EveryCompression, IsUndoneAroundATar) {
    const TempDirectory folder;
    const auto path = folder.write("dump", archive_of(ArchiveKind::tar, three_files(), GetParam()));
    const CollectingVisitor read = read_all(path);
    EXPECT_EQ(read.entries, as_entries(three_files()));
    EXPECT_THAT(read.problems, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Compressions,
    EveryCompression,
    ::testing::Values(
        CompressionKind::gzip,
        CompressionKind::bzip2,
        CompressionKind::compress,
        CompressionKind::xz,
        CompressionKind::lzma,
        CompressionKind::lzip,
        CompressionKind::zstd,
        CompressionKind::lz4
    )
);

TEST(PlainFile, IsOneEntryOfItsOwnName) {
    const TempDirectory folder;
    const auto path = folder.write("deep/article.txt", "Lighthouse keeper retires\n");
    const CollectingVisitor read = read_all(path);
    EXPECT_THAT(read.entries, ElementsAre(ReadEntry{"article.txt", "Lighthouse keeper retires\n"}));
    EXPECT_EQ(read.consumed_bytes, 26U);
}

TEST(Bundle, ThatDoesNotExistIsAnError) {
    CollectingVisitor visitor;
    try {
        read_bundle("/nowhere/at/all.tar", {}, visitor);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::not_found);
        EXPECT_THAT(error.what(), HasSubstr("there is no such file"));
    }
}

}  // namespace
}  // namespace broadsheet::testing
