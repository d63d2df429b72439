// Holds the source tree to the walls and habits that CONTRIBUTING.md names.

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/utf8.h"
#include "tests/support/temp_directory.h"
#include "tests/support/test_data.h"

namespace broadsheet {

namespace {

namespace fs = std::filesystem;

using ::testing::IsEmpty;
using ::testing::Not;

struct SourceFile {
    std::string path;  // from the root, "common/utf8.cc"
    std::vector<std::string> lines;
    std::string text;
};

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

bool is_code(std::string_view path) {
    return path.ends_with(".cc") || path.ends_with(".h");
}

bool is_written_by_hand(std::string_view path) {
    return is_code(path) || path.ends_with("CMakeLists.txt") || path.ends_with(".cmake") ||
           path.ends_with(".sh") || path.ends_with(".md") || path.ends_with(".json") ||
           path == "corpora/make_samples";
}

// What we wrote ourselves: not what tests read (broken on purpose) and not what was built.
std::vector<SourceFile> read_tree() {
    std::vector<SourceFile> files;
    const fs::path root = testing::source_directory();
    const auto take = [&](const fs::path& path) {
        const std::string name = path.lexically_relative(root).generic_string();
        const bool data = contains(name, "/fixtures/") || contains(name, "/seeds/");
        if (data || !is_written_by_hand(name)) return;
        std::string text = testing::read_file(path);
        files.push_back({name, split_lines(text), std::move(text)});
    };
    for (const char* folder : {"common", "indexer", "searcher", "tests", "corpora", "cmake"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (entry.is_regular_file()) take(entry.path());
        }
    }
    for (const auto& entry : fs::directory_iterator(root)) {
        if (entry.is_regular_file()) take(entry.path());
    }
    std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) {
        return a.path < b.path;
    });
    return files;
}

const std::vector<SourceFile>& tree() {
    static const std::vector<SourceFile> kFiles = read_tree();
    return kFiles;
}

bool under(std::string_view path, std::string_view folder) {
    return path.starts_with(folder);
}

bool is_public_header(std::string_view path) {
    return contains(path, "/include/broadsheet/");
}

bool is_ours(std::string_view path) {
    return is_code(path) && !under(path, "tests/");
}

bool is_option_code(std::string_view path) {
    const auto name = path.substr(path.rfind('/') + 1);
    return name.starts_with("option") || name.starts_with("run_main");
}

bool may_use_the_terminal(std::string_view path) {
    return under(path, "common/cli/") || under(path, "searcher/printers/") ||
           path.ends_with("/main.cc");
}

bool includes(std::string_view line, std::string_view what) {
    return line.starts_with("#include") && contains(line, what);
}

std::string_view without_comment(std::string_view line) {
    return line.substr(0, line.find("//"));
}

// The words a rule forbids stand here in two halves, so that this file keeps the rules, too.
bool has_any(std::string_view line, std::initializer_list<std::array<const char*, 2>> words) {
    return std::any_of(words.begin(), words.end(), [line](const auto& halves) {
        return contains(line, std::string(halves[0]) + halves[1]);
    });
}

// One rule that is kept or broken by single lines, with a line that breaks it.
struct LineRule {
    const char* name;
    bool (*covers)(std::string_view path);
    bool (*breaks)(std::string_view line);
    const char* bad_path;
    std::string bad_line;
};

const std::vector<LineRule>& line_rules() {
    static const std::vector<LineRule> kRules = {
        {"common includes neither half",
         [](std::string_view path) { return under(path, "common/"); },
         [](std::string_view line) {
             return includes(line, "\"indexer/") || includes(line, "\"searcher/") ||
                    includes(line, "\"broadsheet/searcher.h") ||
                    includes(line, "\"broadsheet/query.h") ||
                    includes(line, "\"broadsheet/results.h");
         },
         "common/utf8.cc",
         "#include \"searcher/query/lexer.h\""},
        {"the indexer includes nothing of the searcher",
         [](std::string_view path) { return under(path, "indexer/"); },
         [](std::string_view line) {
             return includes(line, "\"searcher/") || includes(line, "\"broadsheet/searcher.h") ||
                    includes(line, "\"broadsheet/query.h") ||
                    includes(line, "\"broadsheet/results.h");
         },
         "indexer/main.cc",
         "#include \"broadsheet/searcher.h\""},
        {"the searcher includes nothing of the indexer",
         [](std::string_view path) { return under(path, "searcher/"); },
         [](std::string_view line) { return includes(line, "\"indexer/"); },
         "searcher/main.cc",
         "#include \"indexer/problem.h\""},
        {"programs include no tests",
         is_ours,
         [](std::string_view line) { return includes(line, "\"tests/"); },
         "common/date.cc",
         "#include \"tests/support/test_data.h\""},
        {"includes name the path from the root",
         is_code,
         [](std::string_view line) {
             return includes(line, "\"") && (!contains(line, "/") || contains(line, "\"."));
         },
         "common/utf8.cc",
         "#include \"utf8.h\""},
        {"libarchive only in indexer/bundle",
         [](std::string_view path) { return is_ours(path) && !under(path, "indexer/bundle/"); },
         [](std::string_view line) {
             return includes(line, "<archive.h>") || includes(line, "<archive_entry.h>");
         },
         "indexer/pipeline/run.cc",
         "#include <archive.h>"},
        {"public headers need nothing but the standard library",
         is_public_header,
         [](std::string_view line) {
             return includes(line, "<")
                        ? contains(line, ".h>") || contains(line, "/")
                        : line.starts_with("#include") && !contains(line, "\"broadsheet/");
         },
         "searcher/include/broadsheet/searcher.h",
         "#include <xapian.h>"},
        {"Boost.ProgramOptions only in option code",
         [](std::string_view path) { return is_ours(path) && !is_option_code(path); },
         [](std::string_view line) { return includes(line, "<boost/"); },
         "indexer/main.cc",
         "#include <boost/program_options.hpp>"},
        {"only common/cli, printers and main functions know the terminal",
         [](std::string_view path) { return is_ours(path) && !may_use_the_terminal(path); },
         [](std::string_view line) {
             line = without_comment(line);
             return has_any(
                 line,
                 {{"isa", "tty("},
                  {"ioc", "tl("},
                  {"std::co", "ut"},
                  {"std::ce", "rr"},
                  {"std::pri", "ntf("},
                  {"std::ex", "it("}}
             );
         },
         "searcher/searcher.cc",
         std::string("std::ce") + "rr << error;"},
        {"nothing is left for later",
         is_written_by_hand,
         [](std::string_view line) {
             return has_any(line, {{"TO", "DO"}, {"FIX", "ME"}});
         },
         "common/utf8.cc",
         std::string("// FIX") + "ME: overlong forms"},
        {"no namespace is taken in whole",
         is_code,
         [](std::string_view line) {
             return has_any(line, {{"using name", "space "}});
         },
         "tests/common/utf8_test.cc",
         std::string("using name") + "space std;"},
        {"no test is disabled",
         is_code,
         [](std::string_view line) {
             return has_any(line, {{"DISA", "BLED_"}});
         },
         "tests/common/utf8_test.cc",
         std::string("TEST(Utf8, DISA") + "BLED_Decodes) {"},
        {"no machine's paths",
         is_written_by_hand,
         [](std::string_view line) {
             return has_any(line, {{"/wo", "rk/"}, {"/ho", "me/"}, {"/ro", "ot/"}});
         },
         "tests/common/utf8_test.cc",
         std::string("const fs::path data = \"/ho") + "me/jo/data\";"},
        {"no tabs, no blanks at line ends, no carriage returns",
         is_written_by_hand,
         [](std::string_view line) {
             return contains(line, "\t") || line.ends_with(' ') || line.ends_with('\r');
         },
         "common/utf8.cc",
         "int x; "},
        // clang-format keeps 100 where it can break a line; this is for the tables it cannot.
        {"code has at most 120 columns",
         is_ours,
         [](std::string_view line) { return utf8_length(line) > 120; },
         "common/utf8.cc",
         std::string(121, '/')},
    };
    return kRules;
}

std::vector<std::string> breaches(const LineRule& rule, const std::vector<SourceFile>& files) {
    std::vector<std::string> found;
    for (const SourceFile& file : files) {
        if (!rule.covers(file.path)) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            if (!rule.breaks(file.lines[i])) continue;
            found.push_back(file.path + ":" + std::to_string(i + 1) + ": " + file.lines[i]);
        }
    }
    return found;
}

TEST(Style, FindsTheTree) {
    EXPECT_GT(tree().size(), 50U);
    EXPECT_TRUE(std::any_of(tree().begin(), tree().end(), [](const SourceFile& file) {
        return file.path == "tests/style_test.cc";
    }));
}

TEST(Style, EveryRuleCatchesWhatItForbids) {
    for (const LineRule& rule : line_rules()) {
        const SourceFile bad = {rule.bad_path, {rule.bad_line}, rule.bad_line};
        EXPECT_THAT(breaches(rule, {bad}), Not(IsEmpty())) << rule.name;
    }
}

TEST(Style, TheTreeKeepsTheRulesForLines) {
    for (const LineRule& rule : line_rules())
        EXPECT_THAT(breaches(rule, tree()), IsEmpty()) << rule.name;
}

TEST(Style, HeadersAreGuardedByPragmaOnce) {
    for (const SourceFile& file : tree()) {
        if (!file.path.ends_with(".h")) continue;
        EXPECT_EQ(std::count(file.lines.begin(), file.lines.end(), "#pragma once"), 1) << file.path;
    }
}

TEST(Style, FilesEndWithOneNewline) {
    for (const SourceFile& file : tree()) {
        EXPECT_TRUE(file.text.empty() || file.text.ends_with('\n')) << file.path;
        EXPECT_FALSE(file.text.ends_with("\n\n")) << file.path;
    }
}

// Characters that a reader does not see and a compiler does; tests and tables write them as
// escapes.
bool is_invisible(char32_t c) {
    return c == 0xA0 || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

bool has_invisible(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode_utf8(text, i);
        if (is_invisible(c.value)) return true;
        i += c.length;
    }
    return false;
}

TEST(Style, FilesAreUtf8WithoutInvisibleCharacters) {
    EXPECT_TRUE(has_invisible("a\u202Eb"));
    for (const SourceFile& file : tree()) {
        EXPECT_TRUE(is_utf8(file.text)) << file.path;
        EXPECT_FALSE(has_invisible(file.text)) << file.path;
    }
}

std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> words;
    constexpr std::string_view kBreaks = " \n()\"$";
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(kBreaks), text.size());
        words.emplace(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

// Whether a list names the file: in its own folder, or as folder/name in one of those above.
bool is_built(const fs::path& path) {
    for (fs::path folder = path.parent_path(); !folder.empty(); folder = folder.parent_path()) {
        const std::string name = path.lexically_relative(folder).generic_string();
        for (const SourceFile& file : tree()) {
            if (file.path != (folder / "CMakeLists.txt").generic_string()) continue;
            if (words_of(file.text).count(name) > 0) return true;
        }
    }
    return false;
}

TEST(Style, EverySourceIsNamedInACMakeList) {
    EXPECT_FALSE(is_built("common/no_such_source.cc"));
    for (const SourceFile& file : tree()) {
        if (file.path.ends_with(".cc")) {
            EXPECT_TRUE(is_built(file.path)) << file.path << " is dead";
        }
    }
}

TEST(Style, EverySeedFolderBelongsToAFuzzer) {
    const fs::path fuzz = testing::source_directory() / "tests" / "fuzz";
    if (!fs::exists(fuzz / "seeds")) return;
    for (const auto& folder : fs::directory_iterator(fuzz / "seeds")) {
        const std::string name = folder.path().filename().string() + ".cc";
        EXPECT_TRUE(fs::exists(fuzz / name)) << "no " << name << " for its seeds";
    }
}

}  // namespace

}  // namespace broadsheet
