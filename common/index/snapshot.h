#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <xapian.h>

namespace broadsheet {

/// One publication of an index, opened for reading. Belongs to one thread, as everything of Xapian.
/// It stays whole whatever is published, merged or dropped afterwards.
struct Snapshot {
    std::vector<std::string> segments;    ///< names, in the order of the stub
    std::vector<Xapian::Database> parts;  ///< the segments one by one, in the same order
    Xapian::Database database;            ///< all segments together
};

/// Opens the newest publication. Segments are opened as glass databases and nothing else, so that
/// nothing a stranger put into the folder can make libxapian start a program.
/// @throws Error: not_found, unreadable, corrupt, or incompatible for another schema or analysis
/// version.
Snapshot open_snapshot(const std::filesystem::path& index);

/// Opens one segment of an index.
/// @throws Error as above.
Xapian::Database open_segment(const std::filesystem::path& directory);

/// The metadata every segment carries: schema and analysis version.
std::map<std::string, std::string> version_metadata();

}  // namespace broadsheet
