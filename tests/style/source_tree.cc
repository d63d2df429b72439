#include "tests/style/source_tree.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "tests/support/temp_directory.h"
#include "tests/support/test_data.h"

namespace broadsheet::testing {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::vector<SourceFile> read_tree() {
    std::vector<SourceFile> files;
    const fs::path root = source_directory();
    const auto take = [&](const fs::path& path) {
        const std::string name = path.lexically_relative(root).generic_string();
        const bool data = name.find("/fixtures/") != std::string::npos ||
                          name.find("/seeds/") != std::string::npos;
        if (data || !is_written_by_hand(name)) return;
        std::string text = read_file(path);
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

}  // namespace

const std::vector<SourceFile>& source_tree() {
    static const std::vector<SourceFile> kFiles = read_tree();
    return kFiles;
}

bool is_code(std::string_view path) {
    return path.ends_with(".cc") || path.ends_with(".h");
}

bool is_written_by_hand(std::string_view path) {
    return is_code(path) || path.ends_with("CMakeLists.txt") || path.ends_with(".cmake") ||
           path.ends_with(".sh") || path.ends_with(".md") || path.ends_with(".json") ||
           path == "corpora/make_samples";
}

}  // namespace broadsheet::testing
