#include "common/large_pages.h"

#include <cstdint>

#include <sys/mman.h>

namespace broadsheet {

namespace {

std::size_t whole_pages(std::size_t bytes) {
    return (bytes + kLargePageBytes - 1) / kLargePageBytes * kLargePageBytes;
}

}  // namespace

// Mapped with room for one page more, of which what lies before the first border and behind the
// last is given back.
void* allocate_large_pages(std::size_t bytes) {
    if (bytes > std::numeric_limits<std::size_t>::max() / 2) throw std::bad_alloc();
    const std::size_t size = whole_pages(bytes);
    void* mapped = ::mmap(
        nullptr, size + kLargePageBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0
    );
    if (mapped == MAP_FAILED) throw std::bad_alloc();
    char* begin = static_cast<char*>(mapped);
    const std::size_t past = reinterpret_cast<std::uintptr_t>(begin) % kLargePageBytes;
    const std::size_t before = past == 0 ? 0 : kLargePageBytes - past;
    if (before > 0) ::munmap(begin, before);
    begin += before;
    ::munmap(begin + size, kLargePageBytes - before);
    ::madvise(begin, size, MADV_HUGEPAGE);  // a wish: what it comes to is memory in any case
    return begin;
}

void free_large_pages(void* memory, std::size_t bytes) noexcept {
    ::munmap(memory, whole_pages(bytes));
}

}  // namespace broadsheet
