#include <array>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/indexer/bundle/bundle_fixtures.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Reads these bytes through a named pipe, as `broadsheet-index news.idx <(unpack dump)` does.
CollectingVisitor read_through_pipe(const std::string& bytes, const Limits& limits = {}) {
    const TempDirectory folder;
    const auto path = folder / "pipe";
    if (mkfifo(path.c_str(), 0600) != 0) throw std::runtime_error("cannot make a pipe");
    // The reader may give up and close the pipe before everything is written.
    std::signal(SIGPIPE, SIG_IGN);
    std::jthread writer([&] { std::ofstream(path, std::ios::binary) << bytes; });
    return read_all(path, limits);
}

/// Standard input replaced for as long as it lives.
class StandardInput {
public:
    explicit StandardInput(int descriptor) : kept_(dup(STDIN_FILENO)) {
        dup2(descriptor, STDIN_FILENO);
    }

    ~StandardInput() {
        dup2(kept_, STDIN_FILENO);
        close(kept_);
    }

    StandardInput(const StandardInput&) = delete;
    StandardInput& operator=(const StandardInput&) = delete;

private:
    int kept_;
};

class EveryPipedContainer : public ::testing::TestWithParam<ArchiveKind> {};

TEST_P(EveryPipedContainer, GivesTheSameEntriesAsAFile) {
    const CollectingVisitor read = read_through_pipe(archive_of(GetParam(), three_files()));
    EXPECT_EQ(read.entries, as_entries(three_files()));
    EXPECT_THAT(read.problems, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Containers,
    EveryPipedContainer,
    ::testing::Values(
        ArchiveKind::tar,
        ArchiveKind::zip,
        ArchiveKind::zip_stored,
        ArchiveKind::seven_zip,
        ArchiveKind::cpio
    )
);

TEST(Pipe, GivesAnOptionalContainerThatFitsInMemory) {
    const std::string iso = archive_of(ArchiveKind::iso, {{"a.txt", "Ferry"}});
    EXPECT_THAT(
        read_through_pipe(iso, {.containers = {"iso"}}).entries,
        ElementsAre(ReadEntry{"a.txt", "Ferry"})
    );
    const CollectingVisitor big =
        read_through_pipe(iso, {.article_bytes_max = 1000, .containers = {"iso"}});
    EXPECT_THAT(big.entries, IsEmpty());
    ASSERT_THAT(big.problems, SizeIs(1));
    EXPECT_EQ(big.problems[0].kind, ProblemKind::over_limit);
}

TEST(Pipe, SaysThatABig7zMustBeAFile) {
    const CollectingVisitor read = read_through_pipe(
        archive_of(ArchiveKind::seven_zip, three_files()), {.article_bytes_max = 1000}
    );
    EXPECT_THAT(read.entries, IsEmpty());
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_THAT(read.problems[0].reason, HasSubstr("--max-article-size"));
}

TEST(Pipe, StreamsAZipThatDoesNotFitInMemory) {
    const CollectingVisitor read =
        read_through_pipe(archive_of(ArchiveKind::zip, three_files()), {.article_bytes_max = 1000});
    EXPECT_EQ(read.entries, as_entries(three_files()));
}

TEST(StandardInput, IsReadFromAFile) {
    const TempDirectory folder;
    const auto path = folder.write("b.tgz", archive_of(ArchiveKind::tar, three_files()));
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const StandardInput input(descriptor);
    close(descriptor);
    EXPECT_EQ(read_all("-").entries, as_entries(three_files()));
}

TEST(StandardInput, IsReadFromAPipe) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe2(ends.data(), O_CLOEXEC), 0);
    const StandardInput input(ends[0]);
    close(ends[0]);
    ASSERT_EQ(write(ends[1], "Ferry returns", 13), 13);
    close(ends[1]);
    EXPECT_THAT(read_all("-").entries, ElementsAre(ReadEntry{"stdin", "Ferry returns"}));
}

TEST(Stop, EndsASilentPipe) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe2(ends.data(), O_CLOEXEC), 0);
    const StandardInput input(ends[0]);
    close(ends[0]);
    std::stop_source stop;
    std::jthread stopper([&] { stop.request_stop(); });
    const CollectingVisitor read = read_all("-", {}, stop.get_token());
    EXPECT_THAT(read.entries, IsEmpty());
    close(ends[1]);
}

/// Asks to stop after so many reads of the second entry.
class StoppingVisitor : public CollectingVisitor {
public:
    void entry(Entry& entry) override {
        ReadEntry& read = entries.emplace_back(ReadEntry{entry.name(), {}});
        for (std::string_view block = entry.read(); !block.empty(); block = entry.read()) {
            read.content.append(block);
            if (entries.size() == 2) stop.request_stop();
        }
    }

    std::stop_source stop;
};

TEST(Stop, IsHonouredInTheMiddleOfAnEntry) {
    const TempDirectory folder;
    const std::string text = long_text(5'000'000);
    const std::vector<PackedFile> files{{"1.txt", "one"}, {"2.txt", text}, {"3.txt", "three"}};
    const auto path = folder.path() / "b";
    for (const ArchiveKind kind :
         {ArchiveKind::tar, ArchiveKind::zip, ArchiveKind::seven_zip, ArchiveKind::iso}) {
        folder.write("b", archive_of(kind, files));
        StoppingVisitor visitor;
        read_bundle(path, {.containers = {"iso"}}, visitor, visitor.stop.get_token());
        EXPECT_THAT(visitor.names(), ElementsAre("1.txt", "2.txt"));
        EXPECT_LT(visitor.entries[1].content.size(), text.size());
        EXPECT_THAT(visitor.problems, IsEmpty());
    }
}

TEST(Visitor, MayLeaveEntriesUnread) {
    class Impatient : public CollectingVisitor {
        void entry(Entry& entry) override {
            entries.push_back({entry.name(), std::string(entry.head(5))});
        }
    };

    const TempDirectory folder;
    for (const ArchiveKind kind : {ArchiveKind::tar, ArchiveKind::zip, ArchiveKind::seven_zip}) {
        Impatient visitor;
        read_bundle(folder.write("b", archive_of(kind, three_files())), {}, visitor);
        EXPECT_THAT(
            visitor.entries,
            ElementsAre(
                ReadEntry{"a.txt", "Ferry"},
                ReadEntry{"news/b.txt", "Line "},
                ReadEntry{"news/c.txt", "Counc"}
            )
        );
    }
}

TEST(Visitor, MayThrow) {
    class Throwing : public CollectingVisitor {
        void consumed(std::uint64_t /*bytes*/) override { throw std::runtime_error("enough"); }
    };

    const TempDirectory folder;
    Throwing visitor;
    const auto path =
        folder.write("b", archive_of(ArchiveKind::tar, three_files(), CompressionKind::zstd));
    EXPECT_THROW(read_bundle(path, {}, visitor), std::runtime_error);
}

TEST(Entry, GivesItsHeadAgainAndAgain) {
    class Peeking : public CollectingVisitor {
        void entry(Entry& entry) override {
            EXPECT_EQ(entry.head(4), "Line");
            EXPECT_EQ(entry.head(1'000'000).size(), 64U * 1024);
            EXPECT_EQ(entry.head(4), "Line");
            std::string all;
            for (std::string_view block = entry.read(); !block.empty(); block = entry.read())
                all.append(block);
            EXPECT_EQ(all, long_text(300'000));
            EXPECT_EQ(entry.read(), "");
            ++seen;
        }

    public:
        int seen = 0;
    };

    const TempDirectory folder;
    Peeking visitor;
    read_bundle(folder.write("a.txt", long_text(300'000)), {}, visitor);
    read_bundle(
        folder.write("a.zst", compressed(CompressionKind::zstd, long_text(300'000))), {}, visitor
    );
    EXPECT_EQ(visitor.seen, 2);
}

}  // namespace
}  // namespace broadsheet::testing
