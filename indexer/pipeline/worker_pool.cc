#include "indexer/pipeline/worker_pool.h"

#include <utility>

#include "common/xapian_errors.h"
#include "indexer/pipeline/worker.h"

namespace broadsheet {

WorkerPool::WorkerPool(WorkContext& context, unsigned jobs, std::size_t queue_capacity)
    : context_(context), queue_(queue_capacity) {
    for (unsigned i = 0; i < jobs; ++i) {
        threads_.emplace_back([this] { work(); });
    }
}

WorkerPool::~WorkerPool() {
    if (threads_.empty()) return;
    context_.ids.abandon();
    join();
}

void WorkerPool::push(Batch batch) {
    if (!queue_.push(std::move(batch))) rethrow();
}

PoolResult WorkerPool::finish() {
    join();
    rethrow();
    return std::move(result_);
}

void WorkerPool::join() {
    queue_.close();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
}

void WorkerPool::rethrow() {
    const std::lock_guard lock(mutex_);
    if (error_) std::rethrow_exception(error_);
}

void WorkerPool::work() {
    try {
        with_xapian("write the index", [this] {
            Worker worker(context_);
            while (const auto batch = queue_.pop()) {
                if (!worker.process(*batch)) return;
            }
            PoolResult own = worker.finish();
            const std::lock_guard lock(mutex_);
            for (auto& segment : own.segments)
                result_.segments.push_back(std::move(segment));
            for (const auto& [bundle, articles] : own.articles_by_bundle) {
                result_.articles_by_bundle[bundle] += articles;
            }
        });
    } catch (...) {
        fail(std::current_exception());
    }
}

void WorkerPool::fail(std::exception_ptr error) {
    {
        const std::lock_guard lock(mutex_);
        if (!error_) error_ = std::move(error);
    }
    context_.ids.abandon();
    queue_.close();
}

}  // namespace broadsheet
