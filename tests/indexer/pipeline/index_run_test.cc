#include "indexer/pipeline/index_run.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/error.h"
#include "common/index/layout.h"
#include "common/index/snapshot.h"
#include "common/index/stub.h"
#include "common/stored_article.h"
#include "indexer/pipeline/writer_lock.h"
#include "tests/support/archive_builder.h"
#include "tests/support/index_dump.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

using testing::difference;
using testing::dump_index;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Silent : public IndexListener {
public:
    void progress(const IndexProgress& /*progress*/) override {}
};

// Asks to stop as soon as anything of a bundle was read.
class StopAfter : public IndexListener {
public:
    explicit StopAfter(std::uint64_t bytes) : bytes_(bytes) {}

    void progress(const IndexProgress& progress) override {
        if (progress.bundle_bytes_read >= bytes_ && !progress.publishing) stop_.request_stop();
    }

    [[nodiscard]] std::stop_token token() const { return stop_.get_token(); }

private:
    const std::uint64_t bytes_;
    std::stop_source stop_;
};

std::string article_line(
    const std::string& id, const std::string& headline, const std::string& body
) {
    return fmt::format("{{\"id\":\"{}\",\"title\":\"{}\",\"text\":\"{}\"}}\n", id, headline, body);
}

// Articles a0, a1, ... of a few dozen words each.
std::string many_lines(int count, const std::string& prefix = "a") {
    std::string lines;
    for (int i = 0; i < count; ++i) {
        std::string body;
        for (int word = 0; word < 40; ++word)
            body += fmt::format("harbour{} council{} ", (i * 7 + word) % 97, word % 5);
        lines +=
            article_line(fmt::format("{}{}", prefix, i), fmt::format("Ferry number {}", i), body);
    }
    return lines;
}

class IndexRun : public ::testing::Test {
protected:
    IndexReport run(std::vector<std::filesystem::path> bundles) {
        return run_with(settings(std::move(bundles)));
    }

    static IndexReport run_with(const IndexSettings& settings) {
        Silent silent;
        return index_bundles(settings, silent);
    }

    [[nodiscard]] IndexSettings settings(std::vector<std::filesystem::path> bundles) const {
        IndexSettings settings;
        settings.index = index_;
        settings.bundles = std::move(bundles);
        settings.jobs = 2;
        settings.memory_bytes = 256ULL << 20U;
        return settings;
    }

    [[nodiscard]] std::string headline(const std::string& id) const {
        const Snapshot snapshot = open_snapshot(index_);
        const auto found = snapshot.database.postlist_begin("Q" + id);
        if (found == snapshot.database.postlist_end("Q" + id)) return "none";
        return parse_article_json(snapshot.database.get_document(*found).get_data()).headline;
    }

    const testing::TempDirectory folder_;
    const std::filesystem::path index_ = folder_ / "news.idx";
};

TEST_F(IndexRun, MakesAnIndexOfABundle) {
    const auto bundle = folder_.write("wire.jsonl", many_lines(20));
    const IndexReport report = run({bundle});
    EXPECT_EQ(report.added, 20U);
    EXPECT_EQ(report.index_articles, 20U);
    EXPECT_EQ(report.bundles_read, 1U);
    EXPECT_THAT(report.problems, IsEmpty());
    EXPECT_EQ(headline("a7"), "Ferry number 7");
}

TEST_F(IndexRun, AddsNothingWhenItIsRepeated) {
    const auto bundle = folder_.write("wire.jsonl", many_lines(20));
    run({bundle});
    const auto before = read_stub(index_);
    const IndexReport again = run({bundle});
    EXPECT_EQ(again.added, 0U);
    EXPECT_EQ(again.bundles_known, 1U);
    EXPECT_EQ(again.index_articles, 20U);
    EXPECT_EQ(read_stub(index_), before);
}

TEST_F(IndexRun, KnowsABundleThatWasMoved) {
    const auto bundle = folder_.write("wire.jsonl", many_lines(3));
    run({bundle});
    const auto moved = folder_ / "moved.jsonl";
    std::filesystem::rename(bundle, moved);
    EXPECT_EQ(run({moved}).bundles_known, 1U);
}

TEST_F(IndexRun, AddsOneMoreBundle) {
    const auto first = folder_.write("wire.jsonl", many_lines(20));
    const auto second = folder_.write("more.jsonl", many_lines(5, "b"));
    run({first});
    const IndexReport report = run({first, second});
    EXPECT_EQ(report.added, 5U);
    EXPECT_EQ(report.index_articles, 25U);
}

TEST_F(IndexRun, LetsALaterBundleReplaceArticles) {
    run({folder_.write("wire.jsonl", many_lines(20))});
    const IndexReport report =
        run({folder_.write("fix.jsonl", article_line("a7", "Corrected", "New words."))});
    EXPECT_EQ(report.replaced, 1U);
    EXPECT_EQ(report.index_articles, 20U);
    EXPECT_EQ(headline("a7"), "Corrected");
    EXPECT_EQ(headline("a8"), "Ferry number 8");
}

TEST_F(IndexRun, LetsALaterBundleOfTheSameRunReplaceArticles) {
    const auto first = folder_.write("wire.jsonl", many_lines(20));
    const auto second = folder_.write("fix.jsonl", article_line("a7", "Corrected", "New words."));
    const auto third =
        folder_.write("fix2.jsonl", article_line("a7", "Corrected again", "Newer words."));
    const IndexReport report = run({first, second, third});
    EXPECT_EQ(report.index_articles, 20U);
    EXPECT_EQ(headline("a7"), "Corrected again");
    EXPECT_THAT(dump_index(index_), SizeIs(20));
}

TEST_F(IndexRun, LeavesAnEarlierReaderItsWholeSnapshot) {
    run({folder_.write("wire.jsonl", many_lines(20))});
    const Snapshot earlier = open_snapshot(index_);
    run({folder_.write("fix.jsonl", article_line("a7", "Corrected", "New words."))});
    const auto found = earlier.database.postlist_begin("Qa7");
    EXPECT_EQ(
        parse_article_json(earlier.database.get_document(*found).get_data()).headline,
        "Ferry number 7"
    );
}

TEST_F(IndexRun, AddsOnlyWhatIsNewInABundleThatHasGrown) {
    const auto bundle = folder_.write("wire.jsonl", many_lines(20));
    run({bundle});
    folder_.write("wire.jsonl", many_lines(25));
    const IndexReport report = run({bundle});
    EXPECT_EQ(report.added, 5U);
    EXPECT_EQ(report.unchanged, 20U);
    EXPECT_EQ(report.index_articles, 25U);
}

TEST_F(IndexRun, KeepsEveryArticleOfABundleThatRepeatsAnId) {
    const auto bundle = folder_.write(
        "wire.jsonl",
        article_line("x", "One", "First.") + article_line("x", "Two", "Second.") +
            article_line("x", "Three", "Third.")
    );
    run({bundle});
    EXPECT_EQ(headline("x"), "One");
    EXPECT_EQ(headline("x~2"), "Two");
    EXPECT_EQ(headline("x~3"), "Three");
}

TEST_F(IndexRun, GivesTheSameIndexWithAnyNumberOfJobs) {
    const auto bundle = folder_.write("wire.jsonl", many_lines(1500) + many_lines(50));
    IndexSettings one = settings({bundle});
    one.jobs = 1;
    IndexSettings four = settings({bundle});
    four.index = folder_ / "four.idx";
    four.jobs = 4;
    run_with(one);
    run_with(four);
    EXPECT_EQ(difference(dump_index(one.index), dump_index(four.index)), "");
}

TEST_F(IndexRun, GivesTheSameIndexWhenItPublishesOften) {
    const auto bundle = folder_.write("wire.jsonl", many_lines(1500) + many_lines(50));
    run({bundle});
    IndexSettings often = settings({bundle});
    often.index = folder_ / "often.idx";
    often.checkpoint_bytes = 1;
    const IndexReport report = run_with(often);
    EXPECT_EQ(report.added, 1550U);
    EXPECT_EQ(difference(dump_index(often.index), dump_index(index_)), "");
}

TEST_F(IndexRun, GoesOnWhereItWasInterrupted) {
    std::vector<std::filesystem::path> bundles;
    for (const char* name : {"a", "b", "c"}) {
        bundles.push_back(folder_.write(std::string(name) + ".jsonl", many_lines(1500, name)));
    }
    StopAfter stopper(1);
    IndexSettings interrupted = settings(bundles);
    interrupted.index = folder_ / "interrupted.idx";
    interrupted.checkpoint_bytes = 600'000;
    const IndexReport first = index_bundles(interrupted, stopper, stopper.token());
    EXPECT_TRUE(first.interrupted);
    EXPECT_LT(first.index_articles, 4'500U);
    const IndexReport second = run_with(interrupted);
    EXPECT_FALSE(second.interrupted);
    EXPECT_EQ(first.added + second.added, 4'500U);
    run(bundles);
    EXPECT_EQ(difference(dump_index(interrupted.index), dump_index(index_)), "");
}

TEST_F(IndexRun, GivesTheSameArticlesFromAFolderATarAndAZip) {
    using testing::archive_of;
    using testing::ArchiveKind;
    const std::vector<testing::PackedFile> files = {
        {"day/one.txt", "Harbour reopens\n\nThe harbour of Ostmark reopened on Monday.\n"},
        {"day/two.txt", "Ferry sails\n\nThe ferry sails again, the council said.\n"},
        {"wire.jsonl", many_lines(30)},
    };
    for (const auto& file : files)
        folder_.write("in/" + file.name, file.content);
    const auto tar = folder_.write(
        "a.tar.gz", archive_of(ArchiveKind::tar, files, testing::CompressionKind::gzip)
    );
    const auto zip = folder_.write("a.zip", archive_of(ArchiveKind::zip, files));
    const auto dump_of = [&](const std::filesystem::path& bundle) {
        IndexSettings one = settings({bundle});
        one.index = bundle.string() + ".idx";
        EXPECT_EQ(run_with(one).added, 32U);
        return dump_index(one.index, false);
    };
    const auto from_folder = dump_of(folder_ / "in");
    EXPECT_EQ(difference(dump_of(tar), from_folder), "");
    EXPECT_EQ(difference(dump_of(zip), from_folder), "");
}

TEST_F(IndexRun, IsRefusedWhileAnotherWrites) {
    const auto bundle = folder_.write("wire.jsonl", many_lines(3));
    run({bundle});
    const WriterLock other(index_);
    try {
        run({bundle});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::locked);
    }
}

TEST_F(IndexRun, RefusesAFolderThatHoldsOtherThings) {
    folder_.write("news.idx/holiday.txt", "photos");
    EXPECT_THROW(run({folder_.write("wire.jsonl", many_lines(3))}), Error);
    EXPECT_THAT(testing::read_file(index_ / "holiday.txt"), "photos");
}

TEST_F(IndexRun, RefusesAFileInPlaceOfAnIndex) {
    folder_.write("news.idx", "an article");
    try {
        run({folder_.write("wire.jsonl", many_lines(3))});
        FAIL();
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("the index comes first"));
    }
}

TEST_F(IndexRun, ReadsTheOtherBundlesWhenOneIsMissing) {
    const IndexReport report =
        run({folder_ / "gone.tar", folder_.write("wire.jsonl", many_lines(3))});
    EXPECT_EQ(report.added, 3U);
    ASSERT_THAT(report.problems, SizeIs(1));
    EXPECT_THAT(report.problems[0].bundle, HasSubstr("gone.tar"));
    EXPECT_EQ(report.problems[0].reason, "there is no such file or folder");
    EXPECT_EQ(report.left_out, 1U);
}

TEST_F(IndexRun, MakesAnEmptyIndexWhenThereIsNothingToRead) {
    const IndexReport report = run({folder_ / "gone.tar"});
    EXPECT_EQ(report.index_articles, 0U);
    EXPECT_EQ(open_snapshot(index_).database.get_doccount(), 0U);
}

TEST_F(IndexRun, NamesWhatIsNoTextAndTakesTheRest) {
    folder_.write("in/a.jsonl", many_lines(3));
    folder_.write("in/junk.bin", std::string("\0\1\2\3\0\0\xFF\xFE\0", 9) + std::string(500, '\0'));
    const IndexReport report = run({folder_ / "in"});
    EXPECT_EQ(report.added, 3U);
    ASSERT_THAT(report.problems, SizeIs(1));
    EXPECT_EQ(report.problems[0].entry, "junk.bin");
}

TEST_F(IndexRun, ReadsOnlyWhatIsChosen) {
    folder_.write("in/a.jsonl", many_lines(3, "a"));
    folder_.write("in/b.jsonl", many_lines(4, "b"));
    IndexSettings some = settings({folder_ / "in"});
    some.include = {"*.jsonl"};
    some.exclude = {"a*"};
    const IndexReport report = run_with(some);
    EXPECT_EQ(report.added, 4U);
    EXPECT_EQ(report.not_chosen, 1U);
    EXPECT_EQ(report.left_out, 0U);
}

TEST_F(IndexRun, RemovesWhatAKilledRunLeft) {
    run({folder_.write("wire.jsonl", many_lines(3))});
    folder_.write("news.idx/segments/half-written/postlist.glass", "junk");
    folder_.write("news.idx/XAPIANDB.new", "glass seg");
    run({folder_.write("more.jsonl", many_lines(3, "b"))});
    EXPECT_FALSE(std::filesystem::exists(index_ / "segments/half-written"));
    EXPECT_FALSE(std::filesystem::exists(index_ / "XAPIANDB.new"));
    EXPECT_THAT(dump_index(index_), SizeIs(6));
}

TEST_F(IndexRun, WritesSegmentsThatXapianFindsNoFaultWith) {
    const auto bundle = folder_.write("wire.jsonl", many_lines(500));
    run({bundle, folder_.write("fix.jsonl", article_line("a7", "Corrected", "New words."))});
    for (const auto& segment : read_stub(index_)) {
        EXPECT_EQ(Xapian::Database::check(segment_path(index_, segment).string(), 0, nullptr), 0U);
    }
}

}  // namespace
}  // namespace broadsheet
