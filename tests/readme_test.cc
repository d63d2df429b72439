// What README.md shows is what happens: its console blocks are run against the sample bundles, and
// its program is the one that tests/package builds.

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/run_program.h"
#include "tests/support/temp_directory.h"
#include "tests/support/test_data.h"

namespace broadsheet {
namespace {

using testing::read_file;
using testing::source_directory;

// The contents of the fenced blocks of one language, in order.
std::vector<std::string> blocks(const std::string& markdown, const std::string& language) {
    std::vector<std::string> found;
    const std::string opening = "```" + language + "\n";
    for (std::size_t at = markdown.find(opening); at != std::string::npos;
         at = markdown.find(opening, at)) {
        at += opening.size();
        const std::size_t end = markdown.find("```", at);
        found.push_back(markdown.substr(at, end - at));
        at = end;
    }
    return found;
}

struct Transcript {
    std::string command;
    std::vector<std::string> lines;  // "..." stands for any lines
};

std::vector<Transcript> transcripts(const std::string& block) {
    std::vector<Transcript> found;
    std::istringstream in(block);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("$ ")) {
            found.push_back({line.substr(2), {}});
        } else if (!line.empty()) {
            found.back().lines.push_back(line);
        }
    }
    return found;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

bool matches(
    const std::vector<std::string>& shown,
    std::size_t s,
    const std::vector<std::string>& got,
    std::size_t g
) {
    if (s == shown.size()) return g == got.size();
    const std::size_t dots = shown[s].find_first_not_of(' ');
    if (shown[s].substr(dots) == "...") {
        return matches(shown, s + 1, got, g) || (g < got.size() && matches(shown, s, got, g + 1));
    }
    return g < got.size() && shown[s] == got[g] && matches(shown, s + 1, got, g + 1);
}

TEST(Readme, ShowsWhatTheProgramsPrint) {
    const testing::TempDirectory folder;
    const std::string samples = (source_directory() / "corpora/make_samples").string();
    ASSERT_EQ(testing::run_program({samples, (folder / "bundles").string()}).exit_code, 0);
    const std::string path =
        std::filesystem::path(testing::index_program()).parent_path().string() + ":" +
        std::filesystem::path(testing::search_program()).parent_path().string();
    int commands = 0;
    for (const auto& block : blocks(read_file(source_directory() / "README.md"), "console")) {
        for (const auto& shown : transcripts(block)) {
            const auto result = testing::run_program(
                {"bash",
                 "-c",
                 "cd '" + folder.path().string() + "' && PATH='" + path + "':$PATH COLUMNS=80 && " +
                     shown.command + " 2>&1"}
            );
            EXPECT_TRUE(matches(shown.lines, 0, lines_of(result.out), 0)) << shown.command << "\n"
                                                                          << result.out;
            ++commands;
        }
    }
    EXPECT_GE(commands, 5);
}

TEST(Readme, ShowsTheProgramThatIsBuiltAgainstTheInstalledLibrary) {
    const auto programs = blocks(read_file(source_directory() / "README.md"), "cpp");
    ASSERT_EQ(programs.size(), 1U);
    EXPECT_EQ(programs[0], read_file(source_directory() / "tests/package/consumer/readme.cc"));
}

}  // namespace
}  // namespace broadsheet
