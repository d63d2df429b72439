#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/style/source_tree.h"

namespace broadsheet::testing {

/// One rule that is kept or broken by single lines, with a line that breaks it.
struct LineRule {
    const char* name;
    bool (*covers)(std::string_view path);
    bool (*breaks)(std::string_view line);
    const char* bad_path;
    std::string bad_line;
};

const std::vector<LineRule>& line_rules();

/// Where the files break the rule, a line each.
std::vector<std::string> breaches(const LineRule& rule, const std::vector<SourceFile>& files);

}  // namespace broadsheet::testing
