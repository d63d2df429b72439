#include "tests/style/line_rules.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "common/utf8.h"

namespace broadsheet::testing {

namespace {

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
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

}  // namespace

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

}  // namespace broadsheet::testing
