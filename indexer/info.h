#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/index/ledger.h"

namespace broadsheet {

/// What an index holds, at a glance.
struct IndexInfo {
    std::uint64_t articles = 0;
    std::uint64_t segments = 0;
    std::map<std::string, std::uint64_t> table_bytes;  ///< by table: "position", "postlist", ...
    std::vector<std::pair<std::string, std::uint64_t>>
        languages;                                               ///< code and articles, most first
    std::vector<std::pair<std::string, std::uint64_t>> sources;  ///< name and articles, most first
    std::uint64_t dated = 0;                                     ///< articles with a date
    std::string first_date;  ///< of the dated ones, as far as it is known: 1987, 1987-02-26
    std::string last_date;
    std::vector<LedgerRow> bundles;
    int schema_version = 0;
    int analysis_version = 0;
};

/// Reads what the newest publication says of itself.
/// @throws Error: not_found, unreadable, corrupt, incompatible.
IndexInfo read_info(const std::filesystem::path& index);

/// The same as text for a person, safe for a terminal.
std::string info_text(const IndexInfo& info);

/// Checks every table of every segment from its first block to its last, as xapian-check does.
/// Returns one sentence for each damaged segment; none when all are sound.
/// @throws Error: not_found, unreadable, corrupt when the list of segments itself cannot be read.
std::vector<std::string> check_index(const std::filesystem::path& index);

}  // namespace broadsheet
