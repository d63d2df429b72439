#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/indexer/bundle/collecting_visitor.h"
#include "tests/support/archive_builder.h"
#include "tests/support/temp_directory.h"

namespace broadsheet::testing {

/// Text of that length in which no line is like another.
inline std::string long_text(std::size_t size) {
    std::string text;
    for (unsigned line = 0; text.size() < size; ++line)
        text += "Line " + std::to_string(line * 2654435761U) + " of the harbour chronicle.\n";
    text.resize(size);
    return text;
}

/// Few enough bytes to be cut at each of them.
inline std::vector<PackedFile> small_files() {
    return {{"a.txt", "Ferry returns\n"}, {"b.txt", long_text(300)}, {"c.txt", "Council votes\n"}};
}

inline std::vector<PackedFile> three_files() {
    return {
        {"a.txt", "Ferry returns to Aldmoor\n"},
        {"news/b.txt", long_text(300'000)},
        {"news/c.txt", "Council votes on bridge\n"},
    };
}

inline std::vector<ReadEntry> as_entries(const std::vector<PackedFile>& files) {
    std::vector<ReadEntry> entries;
    for (const PackedFile& file : files)
        entries.push_back({file.name, file.content});
    return entries;
}

/// Reads these bytes as a file of that name.
inline CollectingVisitor read_as(
    std::string_view name, std::string_view bytes, const Limits& limits = {}
) {
    const TempDirectory folder;
    return read_all(folder.write(name, bytes), limits);
}

}  // namespace broadsheet::testing
