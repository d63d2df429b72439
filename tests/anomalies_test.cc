// Real processes that are killed, interrupted, locked out and run out of disk.

#include <chrono>
#include <csignal>
#include <optional>
#include <random>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/index/layout.h"
#include "common/index/snapshot.h"
#include "common/index/stub.h"
#include "tests/support/index_dump.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_directory.h"
#include "tests/support/wire_articles.h"

namespace broadsheet {
namespace {

using std::chrono::microseconds;
using ::testing::AnyOf;
using testing::difference;
using testing::dump_index;
using ::testing::HasSubstr;
using testing::index_program;
using testing::run_program;
using testing::RunningProgram;
using testing::TempDirectory;
using testing::wire_articles;

class Anomalies : public ::testing::Test {
protected:
    Anomalies() {
        folder_.write("in/a.jsonl", wire_articles(2500, "a"));
        folder_.write("in/b.jsonl", wire_articles(2500, "b") + wire_articles(30, "b"));
        folder_.write("more.jsonl", wire_articles(1000, "c") + wire_articles(10, "a"));
    }

    // Small checkpoints and little memory make many segments, merges and publications.
    [[nodiscard]] std::vector<std::string> command(const std::filesystem::path& index) const {
        return {
            index_program(),
            "--jobs",
            "2",
            "--memory",
            "64M",
            "--checkpoint",
            "300K",
            index.string(),
            (folder_ / "in").string(),
            (folder_ / "more.jsonl").string()};
    }

    static void expect_sound(const std::filesystem::path& index) {
        for (const auto& segment : read_stub(index)) {
            EXPECT_EQ(
                Xapian::Database::check(segment_path(index, segment).string(), 0, nullptr), 0U
            );
        }
    }

    const TempDirectory folder_{testing::memory_directory()};
};

TEST_F(Anomalies, KilledAtAnyMomentTheIndexIsWholeAndTheNextRunCompletesIt) {
    constexpr int kKills = 30;
    const auto undisturbed = folder_ / "undisturbed.idx";
    const auto began = std::chrono::steady_clock::now();
    ASSERT_EQ(run_program(command(undisturbed)).exit_code, 0);
    const auto took =
        std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - began);
    const auto expected = dump_index(undisturbed);

    std::mt19937 random(20'190'430);
    const auto index = folder_ / "killed.idx";
    std::size_t articles_before = 0;
    for (int kills = 0; kills < kKills;) {
        RunningProgram indexing(command(index));
        std::this_thread::sleep_for(microseconds(random() % static_cast<unsigned>(took.count())));
        indexing.send(SIGKILL);
        const auto result = indexing.wait();
        if (result.signal == SIGKILL) ++kills;
        if (is_index(index)) {
            const Snapshot snapshot = open_snapshot(index);
            EXPECT_GE(snapshot.database.get_doccount(), articles_before)
                << "a publication was lost";
            articles_before = snapshot.database.get_doccount();
            expect_sound(index);
        }
        // Complete, by itself or after three kills; then the next index is begun.
        if (result.signal == 0 || kills % 3 == 0) {
            ASSERT_EQ(run_program(command(index)).exit_code, 0);
            EXPECT_EQ(difference(dump_index(index), expected), "") << "after kill " << kills;
            expect_sound(index);
            std::filesystem::remove_all(index);
            articles_before = 0;
        }
    }
}

TEST_F(Anomalies, CtrlCStopsCleanlyAndTheNextRunGoesOn) {
    const auto index = folder_ / "interrupted.idx";
    RunningProgram indexing(command(index));
    while (!is_index(index))
        std::this_thread::sleep_for(microseconds(500));
    indexing.send(SIGINT);
    const auto result = indexing.wait();
    ASSERT_THAT(result.exit_code, AnyOf(130, 0));
    if (result.exit_code == 130) {
        EXPECT_THAT(result.err, HasSubstr("give the same command again"));
    }
    expect_sound(index);
    const auto again = run_program(command(index));
    EXPECT_EQ(again.exit_code, 0) << again.err;
    const auto undisturbed = folder_ / "undisturbed.idx";
    run_program(command(undisturbed));
    EXPECT_EQ(difference(dump_index(index), dump_index(undisturbed)), "");
}

TEST_F(Anomalies, ASecondWriterIsToldWhoHoldsTheIndex) {
    const auto index = folder_ / "news.idx";
    // Standard input that never ends keeps the first writer busy.
    int pipe_ends[2];
    ASSERT_EQ(pipe(pipe_ends), 0);
    const pid_t first = fork();
    if (first == 0) {
        dup2(pipe_ends[0], 0);
        close(pipe_ends[1]);
        execl(index_program().c_str(), "broadsheet-index", "-q", index.c_str(), "-", nullptr);
        _exit(127);
    }
    while (!std::filesystem::exists(lock_path(index)))
        std::this_thread::sleep_for(microseconds(500));
    while (testing::read_file(lock_path(index)).empty())
        std::this_thread::sleep_for(microseconds(500));
    const auto second =
        run_program({index_program(), index.string(), (folder_ / "more.jsonl").string()});
    EXPECT_EQ(second.exit_code, 2);
    EXPECT_THAT(second.err, HasSubstr(fmt::format("process {}", first)));
    kill(first, SIGKILL);
    waitpid(first, nullptr, 0);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
}

// Runs the body in a child that has a small file system of its own; gives its exit code, or nothing
// where the kernel lets nobody make one.
template <typename Body>
std::optional<int> on_a_small_disk(
    const std::filesystem::path& place, const char* size, const Body& body
) {
    std::filesystem::create_directories(place);
    const std::string options = fmt::format("size={}", size);
    const pid_t child = fork();
    if (child == 0) {
        const bool alone = unshare(CLONE_NEWNS) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0;
        const bool mounted = alone &&
                             mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                             mount("tmpfs", place.c_str(), "tmpfs", 0, options.c_str()) == 0;
        _exit(mounted ? body() : 99);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 99) return std::nullopt;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_F(Anomalies, AFullDiskEndsWithAClearSentenceAndAnIntactIndex) {
    const auto disk = folder_ / "disk";
    const auto index = disk / "news.idx";
    const auto code = on_a_small_disk(disk, "2m", [&] {
        const auto small = folder_.write("small.jsonl", wire_articles(300, "s"));
        if (run_program({index_program(), index.string(), small.string()}).exit_code != 0)
            return 10;
        const auto before = dump_index(index);
        const auto result = run_program(command(index));
        if (result.exit_code != 2) return 11;
        if (result.err.find("No space left on device") == std::string::npos) return 12;
        if (result.err.find("free") == std::string::npos) return 13;
        expect_sound(index);
        // Publications before the disk was full stay; nothing of them is damaged or half there.
        auto after = dump_index(index);
        for (const auto& [id, content] : before) {
            if (after[id] != content) return 14;
        }
        // Nothing unlisted is left to fill the disk.
        std::size_t segments = 0;
        for ([[maybe_unused]] const auto& found :
             std::filesystem::directory_iterator(segments_path(index)))
            ++segments;
        if (segments != read_stub(index).size()) return 15;
        return ::testing::Test::HasFailure() ? 16 : 0;
    });
    if (!code) GTEST_SKIP() << "this machine lets nobody mount a small disk";
    EXPECT_EQ(*code, 0);
}

}  // namespace
}  // namespace broadsheet
