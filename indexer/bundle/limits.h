#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace broadsheet {

/// How far a bundle is believed. Sizes, depths and counts written in a bundle are never trusted;
/// what really comes out is measured against these. Reaching one makes a Problem, never an error.
struct Limits {
    /// Decoded bytes one entry may have; the rest of a larger one is left out.
    std::uint64_t entry_bytes_max = 64ULL << 30U;
    /// Bytes that must be held in memory at once: an article, or a whole entry in a format that
    /// cannot be read piece by piece, or an inner archive that can only be read by seeking.
    std::uint64_t article_bytes_max = 64ULL << 20U;
    /// Decoded bytes of a bundle for each byte of it on disk, counted after the first 64 MiB.
    std::uint64_t expansion_max = 250;
    /// Archives inside archives: 1 opens the bundle itself only.
    unsigned depth_max = 4;
    /// Entries in one bundle, inner archives included.
    std::uint64_t entries_max = 50'000'000;
    /// Containers off by default that were asked for: rar, rar5, iso, cab, lha, xar.
    std::vector<std::string> containers = {};
};

}  // namespace broadsheet
