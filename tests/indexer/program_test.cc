#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/error.h"
#include "indexer/options.h"
#include "indexer/progress_view.h"
#include "indexer/report.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

using std::chrono::duration;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

IndexCall call(const std::vector<std::string>& arguments) {
    return read_call(cli::parse_options(index_program().options, arguments));
}

std::string refusal(const std::vector<std::string>& arguments) {
    try {
        call(arguments);
    } catch (const Error& error) {
        return error.what();
    }
    return "taken";
}

TEST(IndexOptions, TakeTheIndexFirstAndThenTheBundles) {
    const IndexCall c = call({"news.idx", "a.tar", "-"});
    EXPECT_EQ(c.settings.index, "news.idx");
    EXPECT_THAT(c.settings.bundles, ElementsAre("a.tar", "-"));
}

TEST(IndexOptions, AskForABundle) {
    EXPECT_THAT(refusal({"news.idx"}), HasSubstr("INDEX BUNDLE"));
    EXPECT_THAT(refusal({}), HasSubstr("INDEX BUNDLE"));
}

TEST(IndexOptions, ReachEveryLimit) {
    const Limits limits = call({"--max-entry-size",
                                "1M",
                                "--max-article-size",
                                "2k",
                                "--max-expansion",
                                "9",
                                "--max-depth",
                                "2",
                                "--max-entries",
                                "77",
                                "--containers",
                                "rar,iso",
                                "--containers",
                                "cab",
                                "i",
                                "b"})
                              .settings.limits;
    EXPECT_EQ(limits.entry_bytes_max, 1U << 20U);
    EXPECT_EQ(limits.article_bytes_max, 2048U);
    EXPECT_EQ(limits.expansion_max, 9U);
    EXPECT_EQ(limits.depth_max, 2U);
    EXPECT_EQ(limits.entries_max, 77U);
    EXPECT_THAT(limits.containers, ElementsAre("rar", "iso", "cab"));
}

TEST(IndexOptions, HaveTheSameDefaultsAsTheLimits) {
    const Limits read = call({"i", "b"}).settings.limits;
    const Limits plain;
    EXPECT_EQ(read.entry_bytes_max, plain.entry_bytes_max);
    EXPECT_EQ(read.article_bytes_max, plain.article_bytes_max);
    EXPECT_EQ(read.expansion_max, plain.expansion_max);
    EXPECT_EQ(read.depth_max, plain.depth_max);
    EXPECT_EQ(read.entries_max, plain.entries_max);
}

TEST(IndexOptions, TakeALanguageByAnyUsualName) {
    EXPECT_EQ(call({"--language", "German", "i", "b"}).settings.language, "de");
    EXPECT_THAT(refusal({"--language", "Klingonese", "i", "b"}), HasSubstr("Klingonese"));
}

TEST(IndexOptions, TakeWorkAndChoice) {
    const IndexCall c = call(
        {"-j",
         "3",
         "--memory",
         "512M",
         "--checkpoint",
         "10M",
         "--include",
         "*.xml",
         "--include",
         "*.txt",
         "--exclude",
         "x*",
         "--report",
         "r.jsonl",
         "--quiet",
         "i",
         "b"}
    );
    EXPECT_EQ(c.settings.jobs, 3U);
    EXPECT_EQ(c.settings.memory_bytes, 512U << 20U);
    EXPECT_EQ(c.settings.checkpoint_bytes, 10U << 20U);
    EXPECT_THAT(c.settings.include, ElementsAre("*.xml", "*.txt"));
    EXPECT_THAT(c.settings.exclude, ElementsAre("x*"));
    EXPECT_EQ(c.report_file, "r.jsonl");
    EXPECT_TRUE(c.quiet);
}

TEST(IndexOptions, RefuseImpossibleNumbers) {
    EXPECT_THAT(refusal({"--jobs", "0", "i", "b"}), HasSubstr("--jobs"));
    EXPECT_THAT(refusal({"--max-depth", "x", "i", "b"}), HasSubstr("--max-depth"));
}

TEST(ProgressText, SaysHowFarTheBundleIs) {
    IndexProgress p{
        .bundle = "/data/wire.tar.gz",
        .bundle_number = 1,
        .bundle_count = 1,
        .bundle_bytes = 1000,
        .bundle_bytes_read = 250,
        .articles = 21578,
        .text_bytes = 20U << 20U,
        .segments = 2};
    const std::string text = progress_text(p, duration<double>(10));
    EXPECT_EQ(
        text,
        "wire.tar.gz 25%: 21,578 articles, 20 MiB of text, 2 MiB/s, 2 segments, about 30 s to go"
    );
}

TEST(ProgressText, CountsBundlesWhereThereAreSeveral) {
    IndexProgress p{.bundle = "b", .bundle_number = 3, .bundle_count = 7, .articles = 1};
    EXPECT_EQ(progress_text(p, duration<double>(0)), "[3/7] b: 1 article, 0 bytes of text");
}

TEST(ProgressText, PromisesNothingForAPipe) {
    IndexProgress p{.bundle = "-", .bundle_number = 1, .bundle_count = 1, .bundle_bytes_read = 500};
    const std::string text = progress_text(p, duration<double>(60));
    EXPECT_THAT(text, Not(HasSubstr("%")));
    EXPECT_THAT(text, Not(HasSubstr("to go")));
}

TEST(Summary, SaysWhatHappenedAndWhatIsNext) {
    IndexReport report;
    report.added = 21578;
    report.index_articles = 21578;
    report.index_segments = 2;
    const std::string text = summary(report, call({"news.idx", "b"}));
    EXPECT_EQ(
        text,
        "21,578 articles indexed; the index holds 21,578 articles in 2 segments.\n"
        "Search with: broadsheet-search news.idx QUERY\n"
    );
}

TEST(Summary, NamesWhatWasLeftOut) {
    IndexReport report;
    report.left_out = 12;
    report.skipped = 1;
    for (int i = 0; i < 12; ++i)
        report.problems.push_back({ProblemKind::malformed, "b.tar", "e\x1b[31m", 7, "no end"});
    const std::string text = summary(report, call({"news.idx", "b"}));
    EXPECT_THAT(text, HasSubstr("12 things were left out:"));
    EXPECT_THAT(text, HasSubstr("(byte 7): no end"));
    EXPECT_THAT(text, HasSubstr("and 2 more"));
    EXPECT_THAT(text, HasSubstr("1 entry holds no article and was skipped"));
    EXPECT_THAT(text, HasSubstr("--report FILE"));
    EXPECT_THAT(text, Not(HasSubstr("\x1b")));
}

TEST(Summary, NamesALoneFileOnce) {
    IndexReport report;
    report.left_out = 1;
    report.problems.push_back({ProblemKind::unreadable, "dumps/b.txt", "b.txt", 0, "no text"});
    EXPECT_THAT(summary(report, call({"news.idx", "b"})), HasSubstr("  dumps/b.txt: no text\n"));
}

TEST(Summary, SaysWhyNothingCameOfABundle) {
    IndexReport report;
    report.skipped = 1;
    report.problems.push_back({ProblemKind::not_article, "b.zip", "", 0, "is empty"});
    EXPECT_THAT(
        summary(report, call({"news.idx", "b"})), HasSubstr("was skipped:\n  b.zip: is empty\n")
    );
    report.added = 1;
    EXPECT_THAT(summary(report, call({"news.idx", "b"})), Not(HasSubstr("is empty")));
}

TEST(Summary, CountsEarlierVersions) {
    IndexReport report;
    report.superseded = 2;
    EXPECT_THAT(
        summary(report, call({"news.idx", "b"})),
        HasSubstr("2 earlier versions were passed over for a later one.\n")
    );
}

TEST(Summary, TellsWhatWasNotChosenFromWhatHoldsNoArticle) {
    IndexReport report;
    report.added = 1;
    report.skipped = 2;
    report.not_chosen = 1;
    const std::string text = summary(report, call({"news.idx", "b"}));
    EXPECT_THAT(text, HasSubstr("2 entries hold no article and were skipped.\n"));
    EXPECT_THAT(text, HasSubstr("1 entry was not chosen by --include and --exclude.\n"));
}

TEST(Summary, SaysHowToGoOnAfterAnInterruption) {
    IndexReport report;
    report.interrupted = true;
    EXPECT_THAT(summary(report, call({"news.idx", "b"})), HasSubstr("give the same command again"));
}

TEST(Report, ListsEveryProblemAsJsonLines) {
    const testing::TempDirectory folder;
    IndexReport report;
    report.problems = {
        {ProblemKind::over_limit, "b.tar", "e", 5, "too \"large\""},
        {ProblemKind::unreadable, "c", "", 0, "gone"}};
    ReportFile(folder / "r.jsonl").write(report);
    EXPECT_EQ(
        testing::read_file(folder / "r.jsonl"),
        "{\"kind\":\"over-limit\",\"bundle\":\"b.tar\",\"entry\":\"e\",\"position\":5,\"reason\":"
        "\"too \\\"large\\\"\"}\n"
        "{\"kind\":\"unreadable\",\"bundle\":\"c\",\"position\":0,\"reason\":\"gone\"}\n"
    );
}

TEST(Report, SaysWhenItCannotBeWritten) {
    const testing::TempDirectory folder;
    EXPECT_THROW(ReportFile(folder / "no/such/folder"), Error);
}

}  // namespace
}  // namespace broadsheet
