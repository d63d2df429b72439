#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/bundle/split_archive.h"
#include "tests/indexer/bundle/bundle_fixtures.h"

namespace broadsheet::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Gzip, ReadsMembersInARow) {
    EXPECT_THAT(
        read_as(
            "b.txt.gz",
            compressed(CompressionKind::gzip, "Ferry ") +
                compressed(CompressionKind::gzip, "returns") + std::string(1000, '\0')
        ),
        ::testing::AllOf(
            ::testing::Field(
                &CollectingVisitor::entries, ElementsAre(ReadEntry{"b.txt", "Ferry returns"})
            ),
            ::testing::Field(&CollectingVisitor::problems, IsEmpty())
        )
    );
}

TEST(Gzip, SaysWhenItsChecksumDoesNotMatch) {
    std::string zipped = compressed(CompressionKind::gzip, "Ferry returns");
    zipped[zipped.size() - 8] = static_cast<char>(zipped[zipped.size() - 8] ^ 1);
    const CollectingVisitor read = read_as("b.txt.gz", zipped);
    EXPECT_THAT(read.entries, ElementsAre(ReadEntry{"b.txt", "Ferry returns"}));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_THAT(read.problems[0].reason, HasSubstr("checksum"));
}

TEST(Gzip, SaysWhenThereIsMoreBehindIt) {
    const CollectingVisitor read =
        read_as("b.txt.gz", compressed(CompressionKind::gzip, "Ferry returns") + "and more");
    EXPECT_THAT(read.entries, ElementsAre(ReadEntry{"b.txt", "Ferry returns"}));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_THAT(read.problems[0].reason, HasSubstr("behind the end"));
}

TEST(Gzip, ReadsOnAtTheNextMemberBehindADamagedOne) {
    std::string damaged = compressed(CompressionKind::gzip, long_text(3000));
    for (std::size_t i = 200; i < 260; ++i)
        damaged[i] = '\xff';
    const CollectingVisitor read =
        read_as("b.txt.gz", damaged + compressed(CompressionKind::gzip, "Ferry returns"));
    ASSERT_THAT(read.entries, SizeIs(1));
    EXPECT_TRUE(read.entries[0].content.ends_with("Ferry returns"));
    EXPECT_THAT(read.problems, SizeIs(1));
}

TEST(Tar, ReadsOnBehindADamagedHeader) {
    std::string tar = archive_of(ArchiveKind::tar, small_files());
    const std::size_t second_header = 1024;
    ASSERT_EQ(tar.substr(second_header, 5), "b.txt");
    tar[second_header] = 'X';
    const CollectingVisitor read = read_as("b.tar", tar);
    EXPECT_THAT(read.names(), ElementsAre("a.txt", "c.txt"));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_THAT(read.problems[0].reason, HasSubstr("damaged"));
}

TEST(Tar, ReadsSeveralInARow) {
    const std::string one = archive_of(ArchiveKind::tar, {{"1.txt", "one"}});
    const std::string two = archive_of(ArchiveKind::tar, {{"2.txt", "two"}});
    EXPECT_THAT(read_as("b.tar", one + two).names(), ElementsAre("1.txt", "2.txt"));
}

TEST(Tar, FillsTheHolesOfSparseFilesWithZeros) {
    const CollectingVisitor read =
        read_as("b.tar", sparse_tar("s.txt", "at the end", 1'000'000, 1'000'010));
    ASSERT_THAT(read.entries, SizeIs(1));
    EXPECT_EQ(read.entries[0].content, std::string(1'000'000, '\0') + "at the end");
    EXPECT_THAT(read.problems, IsEmpty());
}

TEST(Tar, CountsHolesAgainstTheLimits) {
    const CollectingVisitor read = read_as(
        "b.tar",
        sparse_tar(
            "s.txt", "at the end", std::int64_t{200} << 20U, (std::int64_t{200} << 20U) + 10
        ),
        {.expansion_max = 10}
    );
    ASSERT_THAT(read.entries, SizeIs(1));
    EXPECT_LT(read.entries[0].content.size(), 70U << 20U);
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].kind, ProblemKind::over_limit);
}

TEST(Zip, IsReadWithoutItsDirectory) {
    const std::string zip = archive_of(ArchiveKind::zip, three_files());
    const CollectingVisitor read = read_as("b.zip", zip.substr(0, zip.rfind("PK\x01\x02")));
    EXPECT_THAT(read.names(), ElementsAre("a.txt", "news/b.txt", "news/c.txt"));
    EXPECT_EQ(read.entries.at(1).content, three_files()[1].content);
}

TEST(Zip, IsReadWhereItsDirectoryIsDamaged) {
    std::string zip = archive_of(ArchiveKind::zip, three_files());
    for (std::size_t at = zip.find("PK\x01\x02"); at != std::string::npos;
         at = zip.find("PK\x01\x02", at))
        zip[at] = 'X';
    EXPECT_THAT(read_as("b.zip", zip).names(), ElementsAre("a.txt", "news/b.txt", "news/c.txt"));
}

TEST(Zip, SaysWhichEntryHasAWrongChecksum) {
    std::string zip = archive_of(ArchiveKind::zip_stored, small_files());
    zip[zip.find("Ferry returns")] = 'B';
    const CollectingVisitor read = read_as("b.zip", zip);
    EXPECT_THAT(read.names(), ElementsAre("a.txt", "b.txt", "c.txt"));
    EXPECT_EQ(read.entries[0].content, "Berry returns\n");
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].entry, "a.txt");
    EXPECT_THAT(read.problems[0].reason, HasSubstr("checksum"));
}

TEST(Zip, SaysWhichEntriesAreEncrypted) {
    const CollectingVisitor read = read_as("b.zip", encrypted_zip(small_files(), "ferry"));
    EXPECT_THAT(read.entries, IsEmpty());
    ASSERT_THAT(read.problems, SizeIs(3));
    EXPECT_EQ(read.problems[1].entry, "b.txt");
    EXPECT_EQ(read.problems[1].kind, ProblemKind::unreadable);
    EXPECT_THAT(read.problems[1].reason, HasSubstr("encrypted"));
}

TEST(WrongNames, DoNotMatter) {
    const std::string tar = archive_of(ArchiveKind::tar, small_files());
    EXPECT_EQ(read_as("b.tar.xz", tar).entries, as_entries(small_files()));
    EXPECT_EQ(read_as("b.txt", tar).entries, as_entries(small_files()));
    EXPECT_THAT(
        read_as("b.zip", "only text").entries, ElementsAre(ReadEntry{"b.zip", "only text"})
    );
    const std::string lines = "Ferry returns\nIt was late.\n";
    EXPECT_THAT(read_as("b.tar", lines).entries, ElementsAre(ReadEntry{"b.tar", lines}));
}

TEST(WrongNames, AreNotNeededForTextThatLooksLikeAnArchive) {
    for (const char* text :
         {"PKware was founded in Aldmoor",
          "BZh is no word",
          "070707 is a number",
          "LZIP it",
          "7z, they said",
          "Rar! cried the bird",
          "WARC/2 will come",
          "\x1f\x9d\xff"}) {
        EXPECT_THAT(read_as("a.txt", text).entries, ElementsAre(ReadEntry{"a.txt", text}));
    }
}

TEST(ForeignCompression, IsNeverStartedAsAProgram) {
    const CollectingVisitor read =
        read_as("b.lzo", std::string_view("\x89LZO\0\r\n\x1a\n and so on", 18));
    EXPECT_THAT(read.entries, IsEmpty());
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_THAT(read.problems[0].reason, HasSubstr("unpack it first"));
}

TEST(EmptyThings, HaveNoEntries) {
    EXPECT_THAT(read_as("a.txt", "").problems, SizeIs(1));
    EXPECT_THAT(read_as("a.txt.gz", compressed(CompressionKind::gzip, "")).problems, SizeIs(1));
    const CollectingVisitor tar = read_as("a.tar", std::string(10240, '\0'));
    EXPECT_THAT(tar.entries, IsEmpty());
    EXPECT_THAT(tar.problems, IsEmpty());
    const CollectingVisitor zip =
        read_as("a.zip", archive_of(ArchiveKind::zip, {{"e.txt", ""}, {"f.txt", "x"}}));
    EXPECT_THAT(zip.names(), ElementsAre("f.txt"));
    EXPECT_THAT(zip.problems, IsEmpty());
}

TEST(SplitArchives, AreKnownByTheNamesOfTheirParts) {
    for (const char* part :
         {"news.7z.001",
          "news.zip.012",
          "news.tar.gz.ab",
          "NEWS.Z01",
          "news.r00",
          "news.part2.rar"})
        EXPECT_TRUE(is_part_of_archive(part)) << part;
    for (const char* whole :
         {"news.7z",
          "news.2019.tar.gz",
          "page.001",
          "news.tar.xz",
          "notes.md",
          "a.zip.txt",
          "news.rar"})
        EXPECT_FALSE(is_part_of_archive(whole)) << whole;
}

TEST(SplitArchives, AreToBePutTogetherFirst) {
    const TempDirectory folder;
    const std::string whole = archive_of(ArchiveKind::seven_zip, small_files());
    const CollectingVisitor read =
        read_all(folder.write("news.7z.001", whole.substr(0, whole.size() / 2)));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].reason, kPartOfArchive);
}

TEST(SplitArchives, AreToBlameForTheEntryInWhichAPartEnds) {
    const TempDirectory folder;
    const std::string whole =
        archive_of(ArchiveKind::zip, {{"a.txt", "Ferry\n"}, three_files()[1]});
    const CollectingVisitor read =
        read_all(folder.write("news.zip.001", whole.substr(0, whole.size() / 2)));
    EXPECT_THAT(read.names(), Contains("a.txt"));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].entry, "");
    EXPECT_EQ(read.problems[0].reason, kPartOfArchive);
}

// A frame that names a dictionary: magic, one byte for its number, window, number, an empty block.
TEST(Damage, AMissingDictionaryIsAskedFor) {
    const TempDirectory folder;
    const CollectingVisitor read =
        read_all(folder.write("a.warc.zst", std::string("\x28\xB5\x2F\xFD\x01\x58\x07\x01\0\0", 10))
        );
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_THAT(read.problems[0].reason, HasSubstr("zstd -d -D DICTIONARY"));
}

}  // namespace
}  // namespace broadsheet::testing
