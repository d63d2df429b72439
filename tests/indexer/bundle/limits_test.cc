#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/bundle/reading.h"
#include "tests/indexer/bundle/bundle_fixtures.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::size_t kMebibyte = std::size_t{1} << 20U;

std::string noise(std::size_t size) {
    std::mt19937 random(1);
    std::string bytes(size, '\0');
    for (char& c : bytes)
        c = static_cast<char>(random());
    return bytes;
}

std::string blanks(std::size_t size) {
    return std::string(size, ' ');
}

TEST(Limits, CutAnEntryThatIsTooLong) {
    const CollectingVisitor read = read_as(
        "b.tar",
        archive_of(ArchiveKind::tar, {{"long.txt", long_text(100'000)}, {"ok.txt", "short"}}),
        {.entry_bytes_max = 1000}
    );
    EXPECT_THAT(
        read.entries,
        ElementsAre(ReadEntry{"long.txt", long_text(1000)}, ReadEntry{"ok.txt", "short"})
    );
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].kind, ProblemKind::over_limit);
    EXPECT_EQ(read.problems[0].entry, "long.txt");
    EXPECT_THAT(read.problems[0].reason, HasSubstr("--max-entry-size"));
}

TEST(Limits, LetAnEntryOfExactlyTheSizePass) {
    const CollectingVisitor read = read_as("a.txt", "0123456789", {.entry_bytes_max = 10});
    EXPECT_THAT(read.entries, ElementsAre(ReadEntry{"a.txt", "0123456789"}));
    EXPECT_THAT(read.problems, IsEmpty());
}

TEST(Limits, StopAfterTooManyEntries) {
    const CollectingVisitor read =
        read_as("b.zip", archive_of(ArchiveKind::zip, three_files()), {.entries_max = 2});
    EXPECT_THAT(read.names(), ElementsAre("a.txt", "news/b.txt"));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].kind, ProblemKind::over_limit);
    EXPECT_THAT(read.problems[0].reason, HasSubstr("more than 2 entries"));
    EXPECT_THAT(read.problems[0].reason, HasSubstr("--max-entries"));
}

TEST(Limits, CountEntriesOfInnerArchivesToo) {
    const std::string inner = archive_of(ArchiveKind::tar, three_files());
    const CollectingVisitor read = read_as(
        "b.tar",
        archive_of(ArchiveKind::tar, {{"1.tar", inner}, {"2.tar", inner}}),
        {.entries_max = 4}
    );
    EXPECT_THAT(read.entries, SizeIs(4));
    EXPECT_THAT(read.problems, SizeIs(1));
}

std::string tar_in_tar(int depth) {
    std::string bytes = "Ferry returns";
    std::string name = "a.txt";
    for (int i = 0; i < depth; ++i) {
        bytes = archive_of(ArchiveKind::tar, {{name, bytes}});
        name = "t.tar";
    }
    return bytes;
}

TEST(Limits, OpenArchivesInArchivesToTheDepth) {
    EXPECT_THAT(
        read_as("b", tar_in_tar(3), {.depth_max = 3}).names(), ElementsAre("t.tar/t.tar/a.txt")
    );
    const CollectingVisitor read = read_as("b", tar_in_tar(4), {.depth_max = 3});
    EXPECT_THAT(read.entries, IsEmpty());
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].kind, ProblemKind::over_limit);
    EXPECT_EQ(read.problems[0].entry, "t.tar/t.tar/t.tar");
    EXPECT_THAT(read.problems[0].reason, HasSubstr("--max-depth"));
}

TEST(Limits, OpenTheBundleItselfOnlyAtDepthOne) {
    const CollectingVisitor read = read_as(
        "b.tgz",
        archive_of(ArchiveKind::tar, three_files(), CompressionKind::gzip),
        {.depth_max = 1}
    );
    EXPECT_EQ(read.entries, as_entries(three_files()));
}

TEST(Limits, BoundCompressionInCompression) {
    std::string bytes = "Ferry returns";
    for (int i = 0; i < 5; ++i)
        bytes = compressed(CompressionKind::gzip, bytes);
    const CollectingVisitor read = read_as("b.gz", bytes, {.depth_max = 4});
    EXPECT_THAT(read.entries, IsEmpty());
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_THAT(read.problems[0].reason, HasSubstr("--max-depth"));
    EXPECT_THAT(read_as("b.gz", bytes, {.depth_max = 5}).entries, SizeIs(1));
}

TEST(Limits, ExpansionIsFreeForTheFirst64Mebibytes) {
    EXPECT_FALSE(expands_too_far(64 * kMebibyte, 1, 250));
    EXPECT_TRUE(expands_too_far(64 * kMebibyte + 251, 1, 250));
    EXPECT_FALSE(expands_too_far(64 * kMebibyte + 249, 1, 250));
    EXPECT_TRUE(expands_too_far(~std::uint64_t{0}, 1, 250));
    EXPECT_FALSE(expands_too_far(~std::uint64_t{0}, ~std::uint64_t{0}, ~std::uint64_t{0}));
}

class EveryBomb : public ::testing::TestWithParam<CompressionKind> {};

TEST_P(EveryBomb, IsStoppedAndKeepsItsBeginning) {
    const CollectingVisitor read =
        read_as("b.txt.gz", compressed(GetParam(), blanks(100 * kMebibyte)), {.expansion_max = 10});
    ASSERT_THAT(read.entries, SizeIs(1));
    EXPECT_GE(read.entries[0].content.size(), 63 * kMebibyte);
    EXPECT_LT(read.entries[0].content.size(), 70 * kMebibyte);
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].kind, ProblemKind::over_limit);
    EXPECT_EQ(read.problems[0].entry, "b.txt");
    EXPECT_THAT(read.problems[0].reason, HasSubstr("--max-expansion"));
}

INSTANTIATE_TEST_SUITE_P(
    Compressions,
    EveryBomb,
    ::testing::Values(CompressionKind::gzip, CompressionKind::bzip2, CompressionKind::zstd)
);

TEST(Limits, LeaveOutABombAndReadOnBehindIt) {
    // The bundle as a whole is big enough for what comes out of the bomb until it is stopped.
    const std::vector<PackedFile> files{
        {"noise.bin", noise(2 * kMebibyte)},
        {"bomb.txt.gz", compressed(CompressionKind::gzip, blanks(100 * kMebibyte))},
        {"ok.txt", "Ferry returns"}};
    for (const ArchiveKind kind : {ArchiveKind::tar, ArchiveKind::zip, ArchiveKind::seven_zip}) {
        const CollectingVisitor read = read_as("b", archive_of(kind, files), {.expansion_max = 20});
        EXPECT_THAT(read.names(), ElementsAre("noise.bin", "bomb.txt", "ok.txt"));
        ASSERT_THAT(read.problems, SizeIs(1));
        EXPECT_EQ(read.problems[0].entry, "bomb.txt");
        EXPECT_LT(read.entries[1].content.size(), 70 * kMebibyte);
    }
}

TEST(Limits, EndABundleThatExpandsTooFarAltogether) {
    std::vector<PackedFile> files;
    for (int i = 0; i < 6; ++i)
        files.push_back({std::to_string(i) + ".txt", blanks(30 * kMebibyte)});
    for (const ArchiveKind kind : {ArchiveKind::zip, ArchiveKind::seven_zip}) {
        const CollectingVisitor read = read_as("b", archive_of(kind, files), {.expansion_max = 20});
        std::uint64_t size = 0;
        for (const ReadEntry& entry : read.entries)
            size += entry.content.size();
        EXPECT_LT(size, 80 * kMebibyte);
        ASSERT_THAT(read.problems, SizeIs(1));
        EXPECT_THAT(read.problems[0].reason, HasSubstr("the bundle expands"));
    }
}

TEST(Limits, BoundWhatIsOnlySkipped) {
    // Nobody reads these entries; a solid archive must decode them all the same.
    class Idle : public CollectingVisitor {
        void entry(Entry& entry) override { seen.push_back(entry.name()); }

    public:
        std::vector<std::string> seen;
    };

    const TempDirectory folder;
    std::vector<PackedFile> files;
    for (int i = 0; i < 6; ++i)
        files.push_back({std::to_string(i) + ".txt", blanks(30 * kMebibyte)});
    Idle idle;
    read_bundle(
        folder.write("b.7z", archive_of(ArchiveKind::seven_zip, files)), {.expansion_max = 20}, idle
    );
    EXPECT_LT(idle.seen.size(), 6U);
    EXPECT_THAT(idle.problems, SizeIs(1));
}

TEST(Limits, GiveEachFileOfAFolderItsOwnAllowance) {
    const TempDirectory folder;
    folder.write("1.txt.gz", compressed(CompressionKind::gzip, blanks(100 * kMebibyte)));
    folder.write("2.txt", "Ferry returns");
    const CollectingVisitor read = read_all(folder.path(), {.expansion_max = 10});
    EXPECT_THAT(read.names(), ElementsAre("1.txt", "2.txt"));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].entry, "1.txt");
}

TEST(Limits, HoldInnerArchivesInMemoryUpToTheSizeOfAnArticle) {
    const std::string inner = archive_of(ArchiveKind::seven_zip, {{"n.txt", noise(200'000)}});
    const std::string outer = archive_of(ArchiveKind::tar, {{"in.7z", inner}, {"ok.txt", "x"}});
    EXPECT_THAT(
        read_as("b.tar", outer, {.article_bytes_max = 300'000}).names(),
        ElementsAre("in.7z/n.txt", "ok.txt")
    );
    const CollectingVisitor read = read_as("b.tar", outer, {.article_bytes_max = 100'000});
    EXPECT_THAT(read.names(), ElementsAre("ok.txt"));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].kind, ProblemKind::over_limit);
    EXPECT_EQ(read.problems[0].entry, "in.7z");
    EXPECT_THAT(read.problems[0].reason, HasSubstr("--max-article-size"));
}

TEST(Limits, StreamAnInnerZipThatDoesNotFitInMemory) {
    const std::string inner = archive_of(ArchiveKind::zip, three_files());
    const CollectingVisitor read = read_as(
        "b.tar", archive_of(ArchiveKind::tar, {{"in.zip", inner}}), {.article_bytes_max = 1000}
    );
    EXPECT_THAT(
        read.names(), ElementsAre("in.zip/a.txt", "in.zip/news/b.txt", "in.zip/news/c.txt")
    );
    EXPECT_EQ(read.entries.at(1).content, three_files()[1].content);
    EXPECT_THAT(read.problems, IsEmpty());
}

// A header of cpio ("newc") states the length of its name, and the reader would hold all of it.
TEST(Limits, HoldForTheNamesOfACpioArchive) {
    const TempDirectory folder;
    const std::string header =
        "07070100000001000081a400000000000000000000000100000000000000000000000000000000000000000000"
        "0000"
        "0c00000000000000";
    const auto path = folder.write("hostile.cpio", header);
    std::filesystem::resize_file(path, std::uintmax_t{300} << 20U);  // sparse: it takes no room
    const CollectingVisitor read = read_all(path);
    EXPECT_THAT(read.entries, IsEmpty());
    EXPECT_THAT(read.problems, SizeIs(1));
    EXPECT_LT(read.consumed_bytes, std::uint64_t{64} << 20U);
}

TEST(Limits, LetTheNamesOfACpioArchiveStandBehindLongEntries) {
    const TempDirectory folder;
    const std::string big(std::size_t{20} << 20U, 'x');
    const CollectingVisitor read = read_all(folder.write(
        "plain.cpio",
        archive_of(ArchiveKind::cpio, {{".hidden", big}, {"b.txt", big}, {"c.txt", "Fog\n"}})
    ));
    EXPECT_THAT(read.names(), ::testing::ElementsAre("b.txt", "c.txt"));
}

}  // namespace
}  // namespace broadsheet::testing
