#include <filesystem>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/indexer/bundle/bundle_fixtures.h"

namespace broadsheet::testing {
namespace {

namespace fs = std::filesystem;

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Folder, IsReadInByteOrderOfPaths) {
    const TempDirectory folder;
    for (const char* name : {"b.txt", "a/z.txt", "a-b.txt", "a.txt", "B.txt", "a/b/c.txt", "é.txt"})
        folder.write(name, "x");
    EXPECT_THAT(
        read_all(folder.path()).names(),
        ElementsAre("B.txt", "a-b.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt", "é.txt")
    );
}

TEST(Folder, OpensTheArchivesInIt) {
    const TempDirectory folder;
    folder.write("1.zip", archive_of(ArchiveKind::zip, {{"in.txt", "one"}}));
    folder.write("2.jsonl.zst", compressed(CompressionKind::zstd, "{}"));
    folder.write("3.txt", "three");
    EXPECT_THAT(
        read_all(folder.path()).entries,
        ElementsAre(
            ReadEntry{"1.zip/in.txt", "one"},
            ReadEntry{"2.jsonl", "{}"},
            ReadEntry{"3.txt", "three"}
        )
    );
}

TEST(Folder, DoesNotFollowSymbolicLinks) {
    const TempDirectory outside;
    outside.write("secret.txt", "secret");
    const TempDirectory folder;
    folder.write("a.txt", "Ferry");
    fs::create_directory_symlink(folder.path(), folder / "circle");
    fs::create_directory_symlink(outside.path(), folder / "out");
    fs::create_symlink(outside / "secret.txt", folder / "secret.txt");
    const CollectingVisitor read = read_all(folder.path());
    EXPECT_THAT(read.names(), ElementsAre("a.txt"));
    ASSERT_THAT(read.problems, SizeIs(3));
    EXPECT_EQ(read.problems[0].entry, "circle");
    EXPECT_EQ(read.problems[0].kind, ProblemKind::not_article);
    EXPECT_THAT(read.problems[0].reason, HasSubstr("symbolic link"));
}

TEST(Folder, IsReadThroughASymbolicLinkNamedByTheUser) {
    const TempDirectory folder;
    folder.write("real/a.txt", "Ferry");
    fs::create_directory_symlink(folder / "real", folder / "link");
    EXPECT_THAT(read_all(folder / "link").names(), ElementsAre("a.txt"));
}

TEST(Folder, SkipsPipesAndSaysWhatIsHidden) {
    const TempDirectory folder;
    folder.write("a.txt", "Ferry");
    folder.write(".git/config", "x");
    ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
    const CollectingVisitor read = read_all(folder.path());
    EXPECT_THAT(read.names(), ElementsAre("a.txt"));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].entry, ".git");
}

// Nothing is forbidden to root: while this lives, root is somebody else.
class Nobody {
public:
    Nobody() : was_root_(geteuid() == 0) {
        if (was_root_ && seteuid(65534) != 0) ADD_FAILURE() << "root cannot become nobody";
    }

    ~Nobody() {
        if (was_root_ && seteuid(0) != 0) ADD_FAILURE() << "nobody cannot become root again";
    }

    Nobody(const Nobody&) = delete;
    Nobody& operator=(const Nobody&) = delete;

private:
    const bool was_root_;
};

TEST(Folder, SaysWhichFilesCannotBeOpened) {
    const TempDirectory folder;
    folder.write("a.txt", "Ferry");
    fs::permissions(folder.write("b.txt", "x"), fs::perms::none);
    fs::permissions(folder.path(), fs::perms{0755});
    const Nobody nobody;
    const CollectingVisitor read = read_all(folder.path());
    EXPECT_THAT(read.names(), ElementsAre("a.txt"));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].entry, "b.txt");
}

TEST(Folder, ReadsOnBehindADamagedFile) {
    const TempDirectory folder;
    const std::string tar = archive_of(ArchiveKind::tar, three_files());
    folder.write("1.tar", tar.substr(0, 5000));
    folder.write("2.txt", "Ferry");
    const CollectingVisitor read = read_all(folder.path());
    EXPECT_THAT(read.names(), ElementsAre("1.tar/a.txt", "1.tar/news/b.txt", "2.txt"));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].entry, "1.tar/news/b.txt");
}

TEST(Folder, HasRoomForManyFiles) {
    const TempDirectory folder;
    for (int i = 0; i < 3000; ++i)
        folder.write(fmt::format("{:02}/{:05}.txt", i % 7, i), "x");
    const CollectingVisitor read = read_all(folder.path());
    EXPECT_THAT(read.entries, SizeIs(3000));
    EXPECT_TRUE(std::ranges::is_sorted(read.names()));
    EXPECT_EQ(read.consumed_bytes, 3000U);
}

TEST(Folder, WithoutFilesHasNoEntries) {
    const TempDirectory folder;
    fs::create_directory(folder / "empty");
    const CollectingVisitor read = read_all(folder.path());
    EXPECT_THAT(read.entries, IsEmpty());
    EXPECT_THAT(read.problems, IsEmpty());
}

}  // namespace
}  // namespace broadsheet::testing
