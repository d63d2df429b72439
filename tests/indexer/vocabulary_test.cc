#include "indexer/vocabulary.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/error.h"
#include "indexer/pipeline/index_run.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class Silent : public IndexListener {
public:
    void progress(const IndexProgress& /*progress*/) override {}
};

class Vocabulary : public ::testing::Test {
protected:
    Vocabulary() {
        Silent silent;
        const auto bundle = folder_.write(
            "town.jsonl",
            R"({"id":"Orm-1","title":"Señor Vale sells lanterns","text":"A lantern is a lantern, said Señor Vale. Lanterns last.","tags":["Ports","Port Larch"]})"
            "\n"
            R"({"id":"orm-2","title":"Bells","text":"A bell is no lantern.","tags":["ports"]})"
        );
        index_bundles(
            {.index = index_, .bundles = {bundle}, .jobs = 1, .memory_bytes = 64U << 20U}, silent
        );
    }

    [[nodiscard]] std::vector<std::string> lines(std::string_view beginning) const {
        std::vector<std::string> lines;
        visit_vocabulary(index_, beginning, [&lines](const VocabularyEntry& entry) {
            lines.push_back(vocabulary_line(entry));
        });
        return lines;
    }

    testing::TempDirectory folder_;
    std::filesystem::path index_ = folder_.path() / "news.idx";
};

TEST_F(Vocabulary, NamesWordsWithTheirFrequencies) {
    EXPECT_THAT(lines("lantern"), ElementsAre("lantern\t2\t3\n", "lanterns\t1\t2\n"));
}

TEST_F(Vocabulary, FoldsTheBeginning) {
    EXPECT_THAT(lines("SEÑ"), ElementsAre("senor\t1\t2\n"));
}

TEST_F(Vocabulary, HasWordsOfTheTextsOnlyWithoutAField) {
    const auto all = lines("");
    EXPECT_THAT(all, Contains("bell\t1\t1\n"));
    EXPECT_THAT(all, Contains("vale\t1\t2\n"));
    for (const std::string& line : all)
        EXPECT_FALSE(line[0] >= 'A' && line[0] <= 'Z') << line;
}

TEST_F(Vocabulary, KnowsFields) {
    EXPECT_THAT(lines("headline:b"), ElementsAre("bells\t1\t1\n"));
    EXPECT_THAT(lines("title:"), Not(Contains(StartsWith("bell\t"))));
    EXPECT_THAT(lines("tag:"), ElementsAre("port larch\t1\t0\n", "ports\t2\t0\n"));
    EXPECT_THAT(lines("tag:PORTS"), ElementsAre("ports\t2\t0\n"));
    EXPECT_THAT(lines("id:"), ElementsAre("Orm-1\t1\t0\n", "orm-2\t1\t0\n"));
}

TEST_F(Vocabulary, IsEmptyWhereNothingBeginsSo) {
    EXPECT_THAT(lines("zeppelin"), IsEmpty());
}

TEST_F(Vocabulary, RefusesFieldsWithoutWords) {
    EXPECT_THROW(lines("date:2019"), Error);
    EXPECT_THROW(lines("colour:red"), Error);
}

}  // namespace
}  // namespace broadsheet
