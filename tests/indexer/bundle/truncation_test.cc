#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/bundle/bundle_fixtures.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Cut {
    const char* name;
    std::string bytes;
};

/// What is read must be the beginning of what is there, and something must be said.
void expect_prefixes(const Cut& cut, const std::vector<ReadEntry>& all) {
    const TempDirectory folder;
    for (std::size_t size = 1; size < cut.bytes.size(); ++size) {
        const std::string what = std::string(cut.name) + " cut to " + std::to_string(size);
        const auto path = folder.write(cut.name, std::string_view(cut.bytes).substr(0, size));
        const CollectingVisitor read = read_all(path);
        ASSERT_LE(read.entries.size(), all.size()) << what;
        for (std::size_t i = 0; i < read.entries.size(); ++i) {
            EXPECT_EQ(read.entries[i].name, all[i].name) << what;
            EXPECT_TRUE(all[i].content.starts_with(read.entries[i].content)) << what;
        }
        EXPECT_TRUE(read.entries == all || !read.problems.empty()) << what;
    }
}

TEST(Truncation, OfAnArchiveAtAnyByteGivesAPrefixAndAProblem) {
    for (const Cut& cut :
         {Cut{"b.tar", archive_of(ArchiveKind::tar, small_files())},
          Cut{"b.zip", archive_of(ArchiveKind::zip, small_files())},
          Cut{"b.7z", archive_of(ArchiveKind::seven_zip, small_files())},
          Cut{"b.cpio", archive_of(ArchiveKind::cpio, small_files())},
          Cut{"b.tgz", archive_of(ArchiveKind::tar, small_files(), CompressionKind::gzip)},
          Cut{"b.tar.zst", archive_of(ArchiveKind::tar, small_files(), CompressionKind::zstd)}}) {
        expect_prefixes(cut, as_entries(small_files()));
    }
}

TEST(Truncation, OfACompressedFileAtAnyByteGivesAPrefixAndAProblem) {
    const std::string text = long_text(2000);
    for (const Cut& cut :
         {Cut{"b.txt.gz", compressed(CompressionKind::gzip, text)},
          Cut{"b.txt.bz2", compressed(CompressionKind::bzip2, text)},
          Cut{"b.txt.xz", compressed(CompressionKind::xz, text)},
          Cut{"b.txt.zst", compressed(CompressionKind::zstd, text)},
          Cut{"b.txt.lz4", compressed(CompressionKind::lz4, text)}}) {
        expect_prefixes(cut, {{"b.txt", text}});
    }
}

TEST(Truncation, OfGzipKeepsEveryByteThatWasThere) {
    const std::string text = long_text(50'000);
    const std::string zipped = compressed(CompressionKind::gzip, text);
    const CollectingVisitor read = read_as("b.txt.gz", zipped.substr(0, zipped.size() / 2));
    ASSERT_THAT(read.entries, SizeIs(1));
    EXPECT_GT(read.entries[0].content.size(), text.size() / 3);
    EXPECT_TRUE(text.starts_with(read.entries[0].content));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].kind, ProblemKind::unreadable);
    EXPECT_EQ(read.problems[0].entry, "b.txt");
    EXPECT_THAT(read.problems[0].reason, HasSubstr("truncated"));
}

TEST(Truncation, BetweenTwoEntriesOfATarIsNotItsEnd) {
    const std::string tar = archive_of(ArchiveKind::tar, small_files());
    const CollectingVisitor read = read_as("b.tar", std::string_view(tar).substr(0, 1024));
    EXPECT_THAT(read.names(), ElementsAre("a.txt"));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].kind, ProblemKind::unreadable);
    EXPECT_THAT(read.problems[0].reason, HasSubstr("may be truncated"));
    EXPECT_THAT(read_as("b.tar", tar + tar).problems, IsEmpty());
}

// An ar has no mark of its end, only headers that are there or not.
TEST(Truncation, InTheHeaderOfAnArIsNotItsEnd) {
    const std::string ar = archive_of(ArchiveKind::ar, small_files());
    for (const std::size_t size : {12U, 60U, 90U, 140U}) {
        const CollectingVisitor read = read_as("b.ar", std::string_view(ar).substr(0, size));
        EXPECT_THAT(read.entries, SizeIs(size < 68 ? 0 : 1)) << size;
        ASSERT_THAT(read.problems, SizeIs(1)) << size;
        EXPECT_THAT(read.problems[0].reason, HasSubstr("truncated")) << size;
    }
}

TEST(Truncation, BeforeAnythingCouldBeReadIsSaidSo) {
    const std::string text = long_text(2000);
    const std::string bzip2 = compressed(CompressionKind::bzip2, text);
    for (const CollectingVisitor& read :
         {read_as("b.7z", archive_of(ArchiveKind::seven_zip, small_files()).substr(0, 40)),
          read_as("b.zip", "PK"),
          read_as("b.txt.xz", compressed(CompressionKind::xz, text).substr(0, 30)),
          read_as("b.txt.bz2", bzip2.substr(0, 10)),
          read_as("b.txt.bz2", bzip2.substr(0, 13))}) {
        EXPECT_THAT(read.entries, IsEmpty());
        ASSERT_THAT(read.problems, SizeIs(1));
        EXPECT_THAT(read.problems[0].reason, EndsWith("; nothing could be read"));
    }
}

TEST(Truncation, NamesTheEntryInTheMiddleOfWhichTheBundleEnds) {
    const std::string tar = archive_of(ArchiveKind::tar, three_files());
    const CollectingVisitor read = read_as("b.tar", tar.substr(0, 100'000));
    EXPECT_THAT(read.names(), ElementsAre("a.txt", "news/b.txt"));
    EXPECT_TRUE(three_files()[1].content.starts_with(read.entries[1].content));
    EXPECT_GT(read.entries[1].content.size(), 90'000U);
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].entry, "news/b.txt");
    EXPECT_THAT(read.problems[0].reason, HasSubstr("truncated"));
}

TEST(Truncation, OfAnInnerArchiveLeavesTheOuterOneReadable) {
    const std::string inner = archive_of(ArchiveKind::tar, three_files(), CompressionKind::gzip);
    const CollectingVisitor read = read_as(
        "b.tar",
        archive_of(
            ArchiveKind::tar, {{"in.tgz", inner.substr(0, inner.size() / 2)}, {"ok.txt", "fine"}}
        )
    );
    EXPECT_THAT(read.names(), ElementsAre("in.tgz/a.txt", "in.tgz/news/b.txt", "ok.txt"));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].entry, "in.tgz/news/b.txt");
}

}  // namespace
}  // namespace broadsheet::testing
