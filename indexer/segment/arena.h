#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "common/large_pages.h"

namespace broadsheet {

/// Memory handed out in pieces and given back all at once.
class Arena {
public:
    /// `size` bytes, not aligned.
    char* allocate(std::size_t size) {
        if (left_ < size) return allocate_in_new_block(size);
        char* piece = next_;
        next_ += size;
        left_ -= size;
        return piece;
    }

    [[nodiscard]] std::size_t memory_bytes() const { return memory_bytes_; }

    void clear();

private:
    char* allocate_in_new_block(std::size_t size);

    std::vector<std::unique_ptr<char[]>> blocks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
    std::size_t memory_bytes_ = 0;
};

/// Memory in small slices that are found again by a 32-bit number, which takes half the bytes of a
/// pointer. Sizes are multiples of kUnitBytes.
class SliceArena {
public:
    static constexpr std::size_t kUnitBytes = 8;
    static constexpr std::size_t kBlockUnits = std::size_t{1} << 15;

    /// A slice of `units`, at most kBlockUnits.
    /// @throws Error (internal) after 32 GB.
    std::uint32_t allocate(std::size_t units) {
        if (left_ < units) begin_block();
        const std::uint32_t slice = next_;
        next_ += static_cast<std::uint32_t>(units);
        left_ -= units;
        return slice;
    }

    [[nodiscard]] char* at(std::uint32_t slice) const {
        return blocks_[slice / kBlockUnits] + (slice % kBlockUnits) * kUnitBytes;
    }

    [[nodiscard]] std::size_t memory_bytes() const { return blocks_.size() * kBlockBytes; }

    void clear();

private:
    static constexpr std::size_t kBlockBytes = kBlockUnits * kUnitBytes;

    void begin_block();
    void add_blocks();

    std::vector<char*> blocks_;
    std::size_t begun_ = 0;  // of blocks_
    std::vector<std::unique_ptr<char[]>> small_;
    std::vector<LargePage> large_;
    std::uint32_t next_ = 0;
    std::size_t left_ = 0;
};

}  // namespace broadsheet
