#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/utf8.h"
#include "indexer/bundle/entry_names.h"
#include "tests/indexer/bundle/bundle_fixtures.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(EntryNames, LoseTheirLeadingDotsAndSlashes) {
    EXPECT_EQ(clean_name("./a/b.txt"), "a/b.txt");
    EXPECT_EQ(clean_name("/etc/passwd"), "etc/passwd");
    EXPECT_EQ(clean_name(".//./a"), "a");
    EXPECT_EQ(clean_name("../../a"), "../../a");
    EXPECT_EQ(clean_name("./"), "");
    EXPECT_EQ(clean_name("caf\xe9"), "café");
}

TEST(EntryNames, LoseTheSuffixOfACompression) {
    EXPECT_EQ(without_compression_suffix("wire.jsonl.zst"), "wire.jsonl");
    EXPECT_EQ(without_compression_suffix("WIRE.JSONL.GZ"), "WIRE.JSONL");
    EXPECT_EQ(without_compression_suffix("dump.tgz"), "dump.tar");
    EXPECT_EQ(without_compression_suffix("a/.gz"), "a/.gz");
    EXPECT_EQ(without_compression_suffix("plain.txt"), "plain.txt");
    EXPECT_EQ(without_compression_suffix(""), "");
}

TEST(EntryNames, OfHiddenFilesAreSkipped) {
    EXPECT_FALSE(reason_to_skip("__MACOSX/a.txt").empty());
    EXPECT_FALSE(reason_to_skip("a/._b.txt").empty());
    EXPECT_FALSE(reason_to_skip("a/.DS_Store").empty());
    EXPECT_FALSE(reason_to_skip(".git/HEAD").empty());
    EXPECT_TRUE(reason_to_skip("../a.txt").empty());
    EXPECT_TRUE(reason_to_skip("a/b.c/d.txt").empty());
}

class EveryNamedContainer : public ::testing::TestWithParam<ArchiveKind> {};

TEST_P(EveryNamedContainer, KeepsNamesThatAreNotAscii) {
    const CollectingVisitor read =
        read_as("b", archive_of(GetParam(), {{"žurnál/日本.txt", "Ferry returns"}}));
    EXPECT_THAT(read.names(), ElementsAre("žurnál/日本.txt"));
    EXPECT_THAT(read.problems, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Containers,
    EveryNamedContainer,
    ::testing::Values(
        ArchiveKind::tar,
        ArchiveKind::pax,
        ArchiveKind::zip,
        ArchiveKind::seven_zip,
        ArchiveKind::cpio
    )
);

TEST(EntryNames, ThatAreNotUtf8AreRepaired) {
    std::string tar = archive_of(ArchiveKind::tar, {{"cafe.txt", "Ferry returns"}});
    tar[3] = '\xe9';
    // The checksum of the header, which the changed byte has made wrong.
    unsigned sum = 0;
    for (std::size_t i = 0; i < 512; ++i)
        sum += i >= 148 && i < 156 ? 32U : static_cast<unsigned char>(tar[i]);
    std::string digits = "000000";
    for (std::size_t i = 6; i > 0; --i, sum /= 8)
        digits[i - 1] = static_cast<char>('0' + sum % 8);
    tar.replace(148, 6, digits);
    const CollectingVisitor read = read_as("b.tar", tar);
    EXPECT_THAT(read.names(), ElementsAre("café.txt"));
}

TEST(EntryNames, ThatClimbOutStayHarmlessText) {
    const CollectingVisitor read = read_as(
        "b.zip",
        archive_of(
            ArchiveKind::zip, {{"../../x.txt", "one"}, {"/abs.txt", "two"}, {"./c.txt", "3"}}
        )
    );
    EXPECT_THAT(read.names(), ElementsAre("../../x.txt", "abs.txt", "c.txt"));
}

TEST(EntryNames, AreJoinedInArchivesInsideArchives) {
    const std::string inner =
        archive_of(ArchiveKind::tar, {{"x.txt", "Ferry"}}, CompressionKind::gzip);
    const CollectingVisitor read = read_as(
        "b.zip",
        archive_of(
            ArchiveKind::zip,
            {{"in/a.tar.gz", inner},
             {"in/wire.jsonl.zst", compressed(CompressionKind::zstd, "{}\n")}}
        )
    );
    EXPECT_THAT(
        read.entries,
        ElementsAre(ReadEntry{"in/a.tar.gz/x.txt", "Ferry"}, ReadEntry{"in/wire.jsonl", "{}\n"})
    );
}

TEST(EntryNames, StoredInAGzipHeaderAreNotBelieved) {
    std::string zipped = compressed(CompressionKind::gzip, "Ferry returns");
    zipped[3] = '\x08';  // FNAME: a name follows the ten bytes of the header
    zipped.insert(10, std::string("/etc/passwd\0", 12));
    EXPECT_THAT(
        read_as("wire.txt.gz", zipped).entries, ElementsAre(ReadEntry{"wire.txt", "Ferry returns"})
    );
}

TEST(HiddenEntries, AreProblemsWithTheirNames) {
    const CollectingVisitor read = read_as(
        "b.zip",
        archive_of(ArchiveKind::zip, {{"__MACOSX/._a.txt", "fork"}, {"a.txt", "Ferry returns"}})
    );
    EXPECT_THAT(read.names(), ElementsAre("a.txt"));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].kind, ProblemKind::not_article);
    EXPECT_EQ(read.problems[0].entry, "__MACOSX/._a.txt");
}

}  // namespace
}  // namespace broadsheet::testing
