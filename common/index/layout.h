#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace broadsheet {

/// Version of the fields, slots, terms and metadata of an index. Raise it when a reader of the old
/// form would misunderstand the new one.
inline constexpr int kSchemaVersion = 1;

/// The stub file that lists the live segments, and by which any Xapian tool opens the folder.
inline std::filesystem::path stub_path(const std::filesystem::path& index) {
    return index / "XAPIANDB";
}

/// The folder of the segments.
inline std::filesystem::path segments_path(const std::filesystem::path& index) {
    return index / "segments";
}

inline std::filesystem::path segment_path(
    const std::filesystem::path& index, std::string_view segment
) {
    return segments_path(index) / segment;
}

/// The file a writer locks.
inline std::filesystem::path lock_path(const std::filesystem::path& index) {
    return index / "lock";
}

}  // namespace broadsheet
