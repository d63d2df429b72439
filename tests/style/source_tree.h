#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::testing {

struct SourceFile {
    std::string path;  ///< from the root, "common/utf8.cc"
    std::vector<std::string> lines;
    std::string text;
};

/// What we wrote ourselves, in order of path: not what tests read (broken on purpose) and not what
/// was built.
const std::vector<SourceFile>& source_tree();

bool is_code(std::string_view path);

/// Code, lists, scripts and documents.
bool is_written_by_hand(std::string_view path);

}  // namespace broadsheet::testing
