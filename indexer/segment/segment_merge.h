#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace broadsheet {

/// Writes the articles of all `sources` to a new segment at `destination`, in the order of the
/// sources; document numbers start anew. Metadata of all sources is kept; of a name that several
/// have, the first value. The sources are only read. Synced to disk on return.
/// @throws Error (unwritable, corrupt, ...); nothing is left at `destination` then.
void merge_segments(
    const std::vector<std::filesystem::path>& sources, const std::filesystem::path& destination
);

/// False when one segment of all these articles might need counts of more than 32 bits: the engine
/// would write them, cut short.
/// @throws Error (corrupt, ...) when a source cannot be opened.
bool fit_one_segment(const std::vector<std::filesystem::path>& sources);

/// Writes a copy of `segment`, which itself is never changed, without the articles that have one of
/// `id_terms` (the terms that name one article, with their prefix). Returns how many it left out;
/// when that is none, nothing is written to `destination`. Synced to disk on return.
/// @throws Error (unwritable, corrupt, ...); nothing is left at `destination` then.
std::size_t remove_articles(
    const std::filesystem::path& segment,
    const std::filesystem::path& destination,
    const std::vector<std::string>& id_terms
);

/// When segments are merged. They are sorted into tiers by size, each `fan_in` times as large as
/// the one before; a tier with `fan_in` segments is merged into one, which belongs to the next.
/// Where more than `segments_max` are left, because every search asks each, the smallest are merged
/// too, and with them those that weigh no more than these together. In a thousand runs of a segment
/// each, an article is written again less than five times.
struct MergePolicy {
    std::uint64_t first_tier_bytes = std::uint64_t{8} << 20;  ///< the first tier goes up to here
    std::size_t fan_in = 8;                                   ///< at least 2
    std::size_t segments_max = 8;                             ///< at least 1
};

/// Which segments to merge now: groups of at least two indexes into `sizes` (bytes), each index in
/// one group at most. Nothing when the policy is content; ask again after merging.
std::vector<std::vector<std::size_t>> choose_merges(
    std::span<const std::uint64_t> sizes, const MergePolicy& policy = {}
);

}  // namespace broadsheet
