#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "common/index/arrival.h"
#include "indexer/pipeline/batch_articles.h"
#include "indexer/pipeline/bounded_queue.h"
#include "indexer/pipeline/id_registry.h"
#include "indexer/pipeline/problem_log.h"

namespace broadsheet {

/// A segment written by a worker and not yet published.
struct NewSegment {
    std::string name;
    std::vector<std::uint64_t>
        sequences;  ///< of the batch each article came with, by document number - 1
};

/// Counts of what workers did; read while they work.
struct WorkCounts {
    std::atomic<std::uint64_t> added = 0;
    std::atomic<std::uint64_t> replaced = 0;
    std::atomic<std::uint64_t> unchanged = 0;
    std::atomic<std::uint64_t> text_bytes = 0;
    std::atomic<std::uint64_t> segments = 0;
};

/// What all workers of a run share.
struct WorkContext {
    std::filesystem::path index;
    ArticleRules rules;
    std::size_t segment_memory_bytes;               ///< of one worker, at which it writes a segment
    std::function<std::string()> new_segment_name;  ///< any thread
    Arrival arrival;  ///< of what they take; changes only while no pool works
    IdRegistry& ids;
    ProblemLog& problems;
    WorkCounts& counts;
};

/// What a pool leaves behind.
struct PoolResult {
    std::vector<NewSegment> segments;
    /// Taken less those that a later version of their bundle overtook, by bundle number. Below zero
    /// where an earlier publication holds what was overtaken.
    std::map<std::uint32_t, std::int64_t> articles_by_bundle;
};

/// Threads that each own a whole chain from batch to segment: parse, analyse, invert, write.
class WorkerPool {
public:
    /// The context must outlive the pool.
    WorkerPool(WorkContext& context, unsigned jobs, std::size_t queue_capacity);
    /// Abandons what was not finished.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// Hands a batch over; waits while the workers are behind.
    /// @throws what a worker threw.
    void push(Batch batch);

    /// Waits until all batches are in segments and ends the threads.
    /// @throws what a worker threw; the segments are then worthless.
    PoolResult finish();

private:
    void work();
    void fail(std::exception_ptr error);
    void join();
    void rethrow();

    WorkContext& context_;
    BoundedQueue<Batch> queue_;
    std::mutex mutex_;
    PoolResult result_;
    std::exception_ptr error_;
    std::vector<std::thread> threads_;
};

}  // namespace broadsheet
