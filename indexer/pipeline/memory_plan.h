#pragma once

#include <cstddef>
#include <cstdint>

#include "indexer/pipeline/index_run.h"

namespace broadsheet {

/// How the memory of a run is shared out.
struct MemoryPlan {
    unsigned jobs = 1;
    std::size_t batch_bytes = 0;          ///< about the size of a batch
    std::size_t queue_capacity = 0;       ///< batches waiting for a worker
    std::size_t segment_bytes = 0;        ///< of one worker, at which it writes a segment
    std::uint64_t article_bytes_max = 0;  ///< the largest article that fits
};

/// Shares IndexSettings::memory_bytes among the jobs.
/// @throws Error (invalid_argument) when it is too little to work with.
MemoryPlan plan_memory(const IndexSettings& settings);

}  // namespace broadsheet
