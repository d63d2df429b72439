#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/index/ledger.h"
#include "indexer/pipeline/id_registry.h"
#include "indexer/pipeline/worker_pool.h"

namespace broadsheet {

/// Gives segments names that no segment of this index had before.
class SegmentNames {
public:
    SegmentNames();
    /// Any thread.
    std::string next();

private:
    std::string run_;  // differs from run to run
    std::atomic<unsigned> count_ = 0;
};

/// Makes new segments part of the index in one step: deletes what they supersede (in copies of the
/// segments that readers may hold), writes the ledger, merges small segments, replaces the stub,
/// and only then drops what is no longer listed. Readers see all of it or nothing.
///
/// With no new segments and no rows nothing changes, except that an index that does not exist yet
/// is made, empty.
/// @throws Error: unwritable and others; the index is then as it was.
void publish(
    const std::filesystem::path& index,
    std::vector<NewSegment> segments,
    const Superseded& superseded,
    const std::vector<LedgerRow>& rows,
    SegmentNames& names
);

/// Deletes what a killed run left: segments that are not live, half-written files. The caller holds
/// the writer's lock.
void remove_garbage(const std::filesystem::path& index);

}  // namespace broadsheet
