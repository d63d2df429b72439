#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace broadsheet {

/// What the processor's table of pages and the system hold as one where they can, instead of 512
/// ordinary pages. For memory that is visited in no order: where it is many megabytes, finding the
/// page takes longer than reading it, in a virtual machine above all.
inline constexpr std::size_t kLargePageBytes = std::size_t{2} << 20;

/// `bytes` of zeroed memory of their own, in large pages where the system has them; given back with
/// free_large_pages() and the same size.
/// @throws std::bad_alloc.
[[nodiscard]] void* allocate_large_pages(std::size_t bytes);

void free_large_pages(void* memory, std::size_t bytes) noexcept;

/// Allocator of tables that grow large. Below two large pages they are ordinary memory.
template <typename T>
class LargePageAllocator {
public:
    using value_type = T;

    LargePageAllocator() = default;

    template <typename Other>
    explicit LargePageAllocator(const LargePageAllocator<Other>&) {}

    T* allocate(std::size_t count) {
        if (count > std::numeric_limits<std::size_t>::max() / sizeof(T)) throw std::bad_alloc();
        if (is_small(count)) return std::allocator<T>().allocate(count);
        return static_cast<T*>(allocate_large_pages(count * sizeof(T)));
    }

    void deallocate(T* memory, std::size_t count) noexcept {
        if (is_small(count)) {
            std::allocator<T>().deallocate(memory, count);
        } else {
            free_large_pages(memory, count * sizeof(T));
        }
    }

    friend bool operator==(const LargePageAllocator&, const LargePageAllocator&) { return true; }

private:
    static bool is_small(std::size_t count) { return count * sizeof(T) < 2 * kLargePageBytes; }
};

/// A vector that is in large pages once it is large.
template <typename T>
using LargeVector = std::vector<T, LargePageAllocator<T>>;

/// One large page that gives itself back.
class LargePage {
public:
    LargePage() : memory_(allocate_large_pages(kLargePageBytes)) {}

    ~LargePage() {
        if (memory_ != nullptr) free_large_pages(memory_, kLargePageBytes);
    }

    LargePage(LargePage&& other) noexcept : memory_(std::exchange(other.memory_, nullptr)) {}

    LargePage& operator=(LargePage&& other) noexcept {
        std::swap(memory_, other.memory_);
        return *this;
    }

    [[nodiscard]] char* data() const { return static_cast<char*>(memory_); }

private:
    void* memory_;
};

}  // namespace broadsheet
