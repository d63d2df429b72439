// Golden cases of the command line. Each folder beside this file is one:
//   command  a line for sh; broadsheet-index and broadsheet-search are on its PATH, and its folder
//            holds `articles` (a copy of the one here) and `news.idx` made from them
//   stdout, stderr, exit  what must come of it; an absent file means nothing, or 0
// "..." in a line stands for anything, a line of its own for any lines. Run with
// BROADSHEET_UPDATE_GOLDEN=1 to write down what came instead, and read the difference.

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <sys/wait.h>

#include "tests/support/temp_directory.h"
#include "tests/support/test_data.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

using testing::TempDirectory;

fs::path cases_directory() {
    return testing::source_directory() / "tests" / "cli";
}

std::vector<std::string> case_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(cases_directory())) {
        if (fs::exists(entry.path() / "command")) names.push_back(entry.path().filename());
    }
    std::ranges::sort(names);
    return names;
}

// True when `text` is what `pattern` says, "..." standing for anything but the end of a line.
bool line_matches(std::string_view pattern, std::string_view text) {
    const std::size_t dots = pattern.find("...");
    if (dots == std::string_view::npos) return pattern == text;
    if (!text.starts_with(pattern.substr(0, dots))) return false;
    text.remove_prefix(dots);
    pattern.remove_prefix(dots + 3);
    for (std::size_t skipped = 0; skipped <= text.size(); ++skipped) {
        if (line_matches(pattern, text.substr(skipped))) return true;
    }
    return false;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos;
         end = text.find('\n', begin)) {
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    if (begin < text.size()) lines.push_back(text.substr(begin) + "(no line end)");
    return lines;
}

bool lines_match(std::span<const std::string> patterns, std::span<const std::string> lines) {
    if (patterns.empty()) return lines.empty();
    if (patterns.front() != "...") {
        return !lines.empty() && line_matches(patterns.front(), lines.front()) &&
               lines_match(patterns.subspan(1), lines.subspan(1));
    }
    for (std::size_t skipped = 0; skipped <= lines.size(); ++skipped) {
        if (lines_match(patterns.subspan(1), lines.subspan(skipped))) return true;
    }
    return false;
}

std::string content_or(const fs::path& file, std::string_view absent) {
    return fs::exists(file) ? testing::read_file(file) : std::string(absent);
}

struct Outcome {
    std::string out;
    std::string err;
    int exit = 0;
};

// The same terminal, languages and colours wherever the tests run.
void settle_environment() {
    const std::string path = std::string(BROADSHEET_PROGRAMS) + ":" + std::getenv("PATH");
    setenv("PATH", path.c_str(), 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("COLUMNS", "80", 1);
    for (const char* name : {"NO_COLOR", "TERM"})
        unsetenv(name);
}

Outcome run(const TempDirectory& folder, const std::string& command) {
    folder.write("command.sh", command);
    const std::string line = "cd '" + folder.path().string() +
                             "' && sh ./command.sh > stdout.txt 2> stderr.txt < /dev/null";
    const int status = std::system(line.c_str());
    return {
        testing::read_file(folder / "stdout.txt"),
        testing::read_file(folder / "stderr.txt"),
        WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

void write_or_remove(const fs::path& file, const std::string& content, std::string_view usual) {
    if (content == usual) {
        fs::remove(file);
    } else {
        std::ofstream(file, std::ios::binary) << content;
    }
}

class CommandLine : public ::testing::TestWithParam<std::string> {};

TEST_P(CommandLine, DoesWhatItsCaseSays) {
    settle_environment();
    const TempDirectory folder;
    fs::copy(cases_directory() / "articles", folder / "articles", fs::copy_options::recursive);
    const Outcome made = run(folder, "broadsheet-index news.idx articles");
    ASSERT_EQ(made.exit, 0) << made.err;

    const fs::path golden = cases_directory() / GetParam();
    const Outcome got = run(folder, testing::read_file(golden / "command"));
    const auto matches = [&golden](const char* file, const std::string& text) {
        return lines_match(lines_of(content_or(golden / file, "")), lines_of(text));
    };
    const bool out_matches = matches("stdout", got.out);
    const bool err_matches = matches("stderr", got.err);
    const int exit = std::stoi(content_or(golden / "exit", "0"));
    if (std::getenv("BROADSHEET_UPDATE_GOLDEN") != nullptr) {
        if (!out_matches) write_or_remove(golden / "stdout", got.out, "");
        if (!err_matches) write_or_remove(golden / "stderr", got.err, "");
        if (got.exit != exit)
            write_or_remove(golden / "exit", std::to_string(got.exit) + "\n", "0\n");
        return;
    }
    EXPECT_TRUE(out_matches) << "standard output was:\n" << got.out;
    EXPECT_TRUE(err_matches) << "standard error was:\n" << got.err;
    EXPECT_EQ(got.exit, exit);
}

INSTANTIATE_TEST_SUITE_P(
    Cases,
    CommandLine,
    ::testing::ValuesIn(case_names()),
    [](const auto& test) {
        std::string name = test.param;
        std::erase_if(name, [](char c) { return c == '-'; });
        return name;
    }
);

TEST(GoldenPattern, TakesAnythingForThreeDots) {
    EXPECT_TRUE(line_matches("a...c", "abbc"));
    EXPECT_TRUE(line_matches("...", ""));
    EXPECT_FALSE(line_matches("a...c", "abb"));
    const std::vector<std::string> pattern = {"first", "...", "last"};
    EXPECT_TRUE(lines_match(pattern, std::vector<std::string>{"first", "x", "y", "last"}));
    EXPECT_FALSE(lines_match(pattern, std::vector<std::string>{"first", "x"}));
}

}  // namespace
}  // namespace broadsheet
