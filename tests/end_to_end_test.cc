// The sample articles through both programs, as a user runs them: corpora/make_samples packs them,
// broadsheet-index reads the bundles, broadsheet-search answers corpora/queries.tsv.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include "tests/support/run_program.h"
#include "tests/support/temp_directory.h"
#include "tests/support/test_data.h"

namespace broadsheet {

namespace {

namespace fs = std::filesystem;

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAreArray;

constexpr std::size_t kSamples = 68;

// A hit as broadsheet-search printed it.
struct PrintedHit {
    std::string name;  // of the file in corpora/articles
    double score = 0;

    friend bool operator==(const PrintedHit&, const PrintedHit&) = default;
};

std::string text_of(simdjson::simdjson_result<simdjson::dom::element> element) {
    std::string_view text;
    return element.get_string().get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

// An article is known by its id, by its message id before the @, or by its text file.
PrintedHit read_hit(simdjson::dom::element hit) {
    PrintedHit read;
    const std::string entry = fs::path(text_of(hit.at_pointer("/origin/entry"))).stem().string();
    const std::string id = text_of(hit["id"]);
    read.name = entry.starts_with("hb-") ? entry : id.substr(0, id.find('@'));
    if (hit["score"].get(read.score) != simdjson::SUCCESS) ADD_FAILURE() << "a hit has no score";
    return read;
}

std::vector<PrintedHit> search(const fs::path& index, const std::vector<std::string>& arguments) {
    std::vector<std::string> command = {testing::search_program(), "--format", "jsonl"};
    command.push_back(index.string());
    command.insert(command.end(), arguments.begin(), arguments.end());
    const auto result = testing::run_program(command);
    EXPECT_LE(result.exit_code, 1) << result.err;
    EXPECT_GE(result.exit_code, 0) << result.err;
    std::vector<PrintedHit> hits;
    std::istringstream lines(result.out);
    simdjson::dom::parser parser;
    for (std::string line; std::getline(lines, line);) {
        simdjson::dom::element hit;
        if (parser.parse(line).get(hit) != simdjson::SUCCESS) {
            ADD_FAILURE() << "no JSON: " << line;
        } else if (hit["id"].error() == simdjson::SUCCESS) {
            hits.push_back(read_hit(hit));
        }
    }
    return hits;
}

std::vector<std::string> names_of(const std::vector<PrintedHit>& hits, std::size_t count) {
    std::vector<std::string> names;
    for (const auto& hit : hits) {
        if (names.size() < count) names.push_back(hit.name);
    }
    return names;
}

struct ExpectedAnswer {
    std::string query;
    std::vector<std::string> names;
};

std::vector<ExpectedAnswer> read_queries() {
    std::vector<ExpectedAnswer> answers;
    std::ifstream file(testing::source_directory() / "corpora" / "queries.tsv");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("# ")) continue;
        const auto tab = line.find('\t');
        std::istringstream names(line.substr(tab + 1));
        answers.push_back({line.substr(0, tab), {}});
        for (std::string name; names >> name;)
            answers.back().names.push_back(name);
    }
    return answers;
}

std::vector<std::string> sorted_bundles(const fs::path& folder) {
    std::vector<std::string> bundles;
    for (const auto& entry : fs::directory_iterator(folder))
        bundles.push_back(entry.path().string());
    std::sort(bundles.begin(), bundles.end());
    return bundles;
}

class SampleArticles : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<testing::TempDirectory>();
        const auto made = testing::run_program(
            {"/usr/bin/env",
             "python3",
             (testing::source_directory() / "corpora" / "make_samples").string(),
             (*folder_ / "bundles").string()}
        );
        ASSERT_EQ(made.exit_code, 0) << made.err;
        index_all(index(), bundles());
    }

    static void TearDownTestSuite() { folder_.reset(); }

    static std::vector<std::string> bundles() { return sorted_bundles(*folder_ / "bundles"); }

    static fs::path index() { return *folder_ / "samples.idx"; }

    static fs::path second_index() { return *folder_ / "second.idx"; }

    static void index_all(const fs::path& index, const std::vector<std::string>& bundles) {
        std::vector<std::string> command = {testing::index_program(), index.string()};
        command.insert(command.end(), bundles.begin(), bundles.end());
        const auto result = testing::run_program(command);
        EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
    }

    static std::vector<PrintedHit> everything(const fs::path& index) {
        return search(index, {"--limit", "1000", "--sort", "oldest", ""});
    }

private:
    static inline std::unique_ptr<testing::TempDirectory> folder_;
};

TEST_F(SampleArticles, AreAllInTheIndex) {
    std::set<std::string> expected;
    const fs::path articles = testing::source_directory() / "corpora" / "articles";
    for (const auto& entry : fs::recursive_directory_iterator(articles)) {
        if (entry.is_regular_file()) expected.insert(entry.path().stem().string());
    }
    EXPECT_THAT(expected, SizeIs(kSamples));
    EXPECT_THAT(names_of(everything(index()), 1000), UnorderedElementsAreArray(expected));
}

TEST_F(SampleArticles, AnswerTheirQueries) {
    const auto queries = read_queries();
    ASSERT_GE(queries.size(), 25U);
    for (const auto& [query, names] : queries) {
        EXPECT_THAT(
            names_of(search(index(), {query}), names.size()), UnorderedElementsAreArray(names)
        ) << query;
    }
}

TEST_F(SampleArticles, AreFoundByLanguage) {
    const std::vector<std::pair<const char*, std::size_t>> languages = {
        {"de", 3},
        {"fr", 3},
        {"es", 3},
        {"pt", 2},
        {"it", 1},
        {"sv", 1},
        {"ru", 2},
        {"ar", 2},
        {"zh", 2},
        {"tr", 2}};
    for (const auto& [language, count] : languages)
        EXPECT_THAT(search(index(), {std::string("language:") + language}), SizeIs(count))
            << language;
}

TEST_F(SampleArticles, AreFoundByDate) {
    EXPECT_THAT(
        names_of(search(index(), {"--from", "2015", "--until", "2015", ""}), 10),
        UnorderedElementsAreArray(
            {"tg-20150318-eclipse",
             "tg-20150321-eclipse-clouds",
             "tg-20151128-bypass",
             "mc-20151009-peace"}
        )
    );
    EXPECT_THAT(
        names_of(search(index(), {"--sort", "newest", "language:en eclipse"}), 3),
        ElementsAreArray(
            {"mc-20240406-eclipse-airlines", "tg-20150321-eclipse-clouds", "tg-20150318-eclipse"}
        )
    );
}

TEST_F(SampleArticles, StayTheSameWhenIndexedAgain) {
    const auto before = everything(index());
    index_all(index(), bundles());
    EXPECT_EQ(names_of(everything(index()), 1000), names_of(before, 1000));
}

TEST_F(SampleArticles, GiveTheSameScoresInAnyOrderOfBundles) {
    auto reversed = bundles();
    std::reverse(reversed.begin(), reversed.end());
    for (const auto& bundle : reversed)
        index_all(second_index(), {bundle});
    for (const auto& [query, names] : read_queries())
        EXPECT_EQ(search(second_index(), {query}), search(index(), {query})) << query;
}

TEST_F(SampleArticles, AreNotFoundByWhatTheyDoNotSay) {
    EXPECT_THAT(search(index(), {"zyzzyva"}), IsEmpty());
    EXPECT_THAT(search(index(), {"\"reef rescue launderette\""}), IsEmpty());
}

}  // namespace

}  // namespace broadsheet
