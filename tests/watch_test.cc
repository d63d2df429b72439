// --watch over an index that grows, is merged, has articles replaced and is built anew, by the
// programs as cron runs them.

#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run_program.h"
#include "tests/support/temp_directory.h"
#include "tests/support/wire_articles.h"

namespace broadsheet {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string article(const std::string& id, const std::string& text) {
    return R"({"id":")" + id + R"(","title":"News","text":")" + text + "\"}\n";
}

class Watch : public ::testing::Test {
protected:
    void index(const std::string& name, const std::string& lines) {
        const auto bundle = folder_.write(name, lines);
        const auto result =
            testing::run_program({testing::index_program(), "-q", index_.string(), bundle.string()}
            );
        ASSERT_EQ(result.exit_code, 0) << result.err;
    }

    testing::ProgramResult watch(const std::vector<std::string>& more = {}) {
        std::vector<std::string> command = {
            testing::search_program(), index_.string(), "--watch", queries_.string()};
        command.insert(command.end(), more.begin(), more.end());
        return testing::run_program(command);
    }

    // The new hits as "query id".
    std::vector<std::string> news() {
        const auto result = watch({"--format", "ids"});
        std::vector<std::string> lines;
        std::istringstream in(result.out);
        for (std::string line; std::getline(in, line);) {
            line[line.find('\t')] = ' ';
            lines.push_back(line);
        }
        EXPECT_EQ(result.exit_code, lines.empty() ? 1 : 0) << result.err;
        return lines;
    }

    testing::TempDirectory folder_{testing::memory_directory()};
    std::filesystem::path index_ = folder_.path() / "news.idx";
    std::filesystem::path queries_ =
        folder_.write("alerts.tsv", "port\tharbour\ncrops\tgrain OR barley\n");
};

TEST_F(Watch, RemembersAtFirstAndTellsOnlyWhatIsNew) {
    index("one.jsonl", article("a", "the harbour") + article("b", "grain"));
    const auto first = watch();
    EXPECT_EQ(first.exit_code, 1);
    EXPECT_THAT(first.out, IsEmpty());
    EXPECT_THAT(first.err, IsEmpty());
    EXPECT_THAT(news(), IsEmpty());

    index("two.jsonl", article("c", "another harbour, and grain") + article("d", "rain"));
    EXPECT_THAT(news(), ElementsAre("port c", "crops c"));
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Watch, NamesTheQueryAboveItsHits) {
    index("one.jsonl", article("a", "rain"));
    watch();
    index("two.jsonl", article("c", "the harbour"));
    EXPECT_THAT(watch().out, HasSubstr("port: harbour (1 article new)\n\n1.  News\n"));
}

TEST_F(Watch, NeitherMissesNorRepeatsWhateverIsMerged) {
    queries_ = folder_.write("alerts.tsv", "port\tzebrawood\n");
    index("start.jsonl", testing::wire_articles(5, "start"));
    watch();
    std::multiset<std::string> seen;
    std::multiset<std::string> expected;
    for (int run = 0; run < 24; ++run) {
        const std::string id = "n" + std::to_string(run);
        index(id + ".jsonl", testing::wire_articles(3, id) + article(id + "-port", "zebrawood"));
        expected.insert("port " + id + "-port");
        if (run % 3 != 0) continue;  // sometimes two runs lie between
        const auto found = news();
        seen.insert(found.begin(), found.end());
    }
    const auto found = news();
    seen.insert(found.begin(), found.end());
    EXPECT_EQ(seen, expected);
}

TEST_F(Watch, TellsOfNewVersionsOnly) {
    index("one.jsonl", article("a", "the harbour") + article("b", "the harbour"));
    watch();
    index("two.jsonl", article("a", "the harbour, closed") + article("b", "the harbour"));
    EXPECT_THAT(news(), ElementsAre("port a"));
    index("three.jsonl", article("a", "gone"));
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(Watch, TakesAnIndexBuiltAnewForNew) {
    index("one.jsonl", article("a", "the harbour"));
    watch();
    // As if it had been long ago.
    const std::string state = R"({"watch":1,"index":")" + index_.string() + R"(","seen":1})";
    folder_.write("alerts.tsv.state", state);
    std::filesystem::remove_all(index_);
    index("one.jsonl", article("a", "the harbour"));
    EXPECT_THAT(news(), ElementsAre("port a"));
}

TEST_F(Watch, ShowsAgainWhatCouldNotBePrinted) {
    index("one.jsonl", article("a", "rain"));
    watch();
    index("two.jsonl", article("b", "the harbour"));
    const std::string command = testing::search_program() + " " + index_.string() + " --watch " +
                                queries_.string() + " --format ids > /dev/full";
    EXPECT_EQ(testing::run_program({"/bin/sh", "-c", command}).exit_code, 2);
    EXPECT_THAT(news(), ElementsAre("port b"));
}

TEST_F(Watch, KeepsApartWhatItRemembersOfTwoIndexes) {
    index("one.jsonl", article("a", "rain"));
    watch();
    index_ = folder_.path() / "other.idx";
    index("two.jsonl", article("b", "the harbour"));
    const auto refused = watch();
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_THAT(refused.err, HasSubstr("--state"));
    EXPECT_EQ(watch({"--state", (folder_.path() / "other.state").string()}).exit_code, 1);
}

TEST_F(Watch, ReportsABadLineAndAnswersTheRest) {
    index("one.jsonl", article("a", "rain"));
    watch();
    queries_ = folder_.write("alerts.tsv", "bad\t\nport\tharbour\n");
    index("two.jsonl", article("b", "the harbour"));
    const auto result = watch({"--format", "ids"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.out, "port\tb\n");
}

}  // namespace

}  // namespace broadsheet
