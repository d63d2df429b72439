#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace broadsheet {

/// Hands out the numbers from 0 to `size` to workers and takes back what they made, in whatever
/// order; gives it on in the order of the numbers. Workers that are too far ahead wait, so that a
/// slow piece of work does not make the others pile up.
template <typename Product>
class OrderedWork {
public:
    OrderedWork(std::size_t size, std::size_t ahead) : size_(size), ahead_(ahead) {}

    /// The next number to work on; nothing when there is none or the work was ended.
    std::optional<std::size_t> take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] {
            return ended_ || taken_ == size_ || taken_ < given_ + ahead_;
        });
        if (ended_ || taken_ == size_) return std::nullopt;
        return taken_++;
    }

    void put(std::size_t number, Product product) {
        const std::scoped_lock lock(mutex_);
        made_.emplace(number, std::move(product));
        changed_.notify_all();
    }

    /// A worker failed: next() throws this.
    void fail(std::exception_ptr failure) {
        const std::scoped_lock lock(mutex_);
        if (!failure_) failure_ = std::move(failure);
        changed_.notify_all();
    }

    /// No more work is handed out.
    void end() {
        const std::scoped_lock lock(mutex_);
        ended_ = true;
        changed_.notify_all();
    }

    /// What was made of the next number; nothing behind the last. Waits for it.
    std::optional<Product> next() {
        std::unique_lock lock(mutex_);
        if (given_ == size_) return std::nullopt;
        changed_.wait(lock, [this] { return failure_ || made_.contains(given_); });
        if (failure_) std::rethrow_exception(failure_);
        auto product = made_.extract(given_++);
        changed_.notify_all();
        return std::move(product.mapped());
    }

private:
    const std::size_t size_;
    const std::size_t ahead_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::size_t, Product> made_;
    std::size_t taken_ = 0;
    std::size_t given_ = 0;
    bool ended_ = false;
    std::exception_ptr failure_;
};

}  // namespace broadsheet
