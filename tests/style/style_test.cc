// Holds the source tree to the walls and habits that CONTRIBUTING.md names.

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/utf8.h"
#include "tests/style/line_rules.h"
#include "tests/style/source_tree.h"
#include "tests/support/test_data.h"

namespace broadsheet::testing {
namespace {

namespace fs = std::filesystem;

using ::testing::IsEmpty;
using ::testing::Not;

TEST(Style, FindsTheTree) {
    EXPECT_GT(source_tree().size(), 50U);
    EXPECT_TRUE(std::any_of(source_tree().begin(), source_tree().end(), [](const SourceFile& file) {
        return file.path == "tests/style/style_test.cc";
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
        EXPECT_THAT(breaches(rule, source_tree()), IsEmpty()) << rule.name;
}

TEST(Style, HeadersAreGuardedByPragmaOnce) {
    for (const SourceFile& file : source_tree()) {
        if (!file.path.ends_with(".h")) continue;
        EXPECT_EQ(std::count(file.lines.begin(), file.lines.end(), "#pragma once"), 1) << file.path;
    }
}

TEST(Style, FilesEndWithOneNewline) {
    for (const SourceFile& file : source_tree()) {
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
    for (const SourceFile& file : source_tree()) {
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
        for (const SourceFile& file : source_tree()) {
            if (file.path != (folder / "CMakeLists.txt").generic_string()) continue;
            if (words_of(file.text).count(name) > 0) return true;
        }
    }
    return false;
}

TEST(Style, EverySourceIsNamedInACMakeList) {
    EXPECT_FALSE(is_built("common/no_such_source.cc"));
    for (const SourceFile& file : source_tree()) {
        if (file.path.ends_with(".cc")) {
            EXPECT_TRUE(is_built(file.path)) << file.path << " is dead";
        }
    }
}

TEST(Style, EverySeedFolderBelongsToAFuzzer) {
    const fs::path fuzz = source_directory() / "tests" / "fuzz";
    if (!fs::exists(fuzz / "seeds")) return;
    for (const auto& folder : fs::directory_iterator(fuzz / "seeds")) {
        const std::string name = folder.path().filename().string() + ".cc";
        EXPECT_TRUE(fs::exists(fuzz / name)) << "no " << name << " for its seeds";
    }
}

}  // namespace
}  // namespace broadsheet::testing
