#include "indexer/pipeline/memory_plan.h"

#include <algorithm>
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

#include "broadsheet/error.h"

namespace broadsheet {

namespace {

constexpr std::uint64_t kMiB = 1ULL << 20U;
constexpr std::uint64_t kMemoryMin = 48 * kMiB;

// The programs' code and tables, Unicode and language data, decompression windows.
constexpr std::uint64_t kFixedBytes = 28 * kMiB;

std::uint64_t machine_memory() {
    const long pages = sysconf(_SC_PHYS_PAGES);
    const long page_bytes = sysconf(_SC_PAGESIZE);
    return pages > 0 && page_bytes > 0
               ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page_bytes)
               : 4096 * kMiB;
}

}  // namespace

MemoryPlan plan_memory(const IndexSettings& settings) {
    const std::uint64_t memory =
        settings.memory_bytes != 0 ? settings.memory_bytes : machine_memory() / 4;
    if (memory < kMemoryMin) {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "{} MiB of memory are too little; --memory takes {}M or more",
                memory / kMiB,
                kMemoryMin / kMiB
            )
        );
    }
    MemoryPlan plan;
    plan.jobs =
        settings.jobs != 0 ? settings.jobs : std::max(1U, std::thread::hardware_concurrency());
    const std::uint64_t shared = memory - kFixedBytes;
    plan.queue_capacity = plan.jobs + 1;
    // A batch is held as bytes and, while a worker has it, also as articles.
    const std::uint64_t batches = plan.queue_capacity + 1 + std::uint64_t{3} * plan.jobs;
    plan.batch_bytes = std::clamp<std::uint64_t>(shared / 4 / batches, 64U << 10U, 512U << 10U);
    const std::uint64_t left = shared - std::min(shared / 2, plan.batch_bytes * batches);
    plan.segment_bytes = std::max<std::uint64_t>(left / plan.jobs, 2 * kMiB);
    plan.article_bytes_max = std::max<std::uint64_t>(shared / 8, kMiB);
    return plan;
}

}  // namespace broadsheet
