#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include "indexer/segment/table_writer.h"

namespace broadsheet {

/// What the engine keeps of a whole segment.
struct SegmentStatistics {
    std::uint32_t articles = 0;
    std::uint32_t length_min = 0;  ///< of the articles that have a length
    std::uint32_t length_max = 0;
    std::uint32_t frequency_max = 0;  ///< of one term within one article
    std::uint64_t total_length = 0;

    void add_article(std::uint32_t length);
};

/// The tables in the order of the version file; spelling and synonyms are never written.
struct SegmentTables {
    TableRoot postlist;
    TableRoot docdata;
    TableRoot termlist;
    TableRoot position;
};

/// Writes `iamglass`, which makes a segment of the tables: last, when they are on disk.
/// @throws Error (unwritable).
void write_version_file(
    const std::filesystem::path& directory,
    const SegmentTables& tables,
    const SegmentStatistics& statistics
);

/// Tags from this size on are deflated, in the tables that deflate.
inline constexpr std::uint32_t kDeflateFromBytes = 18;

}  // namespace broadsheet
