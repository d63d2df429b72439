#include "indexer/segment/arena.h"

#include <limits>

#include "broadsheet/error.h"

namespace broadsheet {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 18;

}  // namespace

char* Arena::allocate_in_new_block(std::size_t size) {
    // A large piece gets a block of its own, so that the rest of the current one is not lost.
    const bool own_block = size > kBlockBytes / 8;
    const std::size_t bytes = own_block ? size : kBlockBytes;
    char* block = blocks_.emplace_back(new char[bytes]).get();
    memory_bytes_ += bytes;
    if (!own_block) {
        next_ = block + size;
        left_ = bytes - size;
    }
    return block;
}

void Arena::clear() {
    blocks_.clear();
    next_ = nullptr;
    left_ = 0;
    memory_bytes_ = 0;
}

void SliceArena::begin_block() {
    if (begun_ >= std::numeric_limits<std::uint32_t>::max() / kBlockUnits) {
        throw Error(ErrorKind::internal, "cannot add an article: the segment holds 32 GB already");
    }
    if (begun_ == blocks_.size()) add_blocks();
    next_ = static_cast<std::uint32_t>(begun_ * kBlockUnits);
    left_ = kBlockUnits;
    ++begun_;
}

// The slices of a small segment are in ordinary pages.
void SliceArena::add_blocks() {
    constexpr std::size_t kSmallBytes = 2 * kLargePageBytes;
    if (memory_bytes() < kSmallBytes) {
        blocks_.push_back(small_.emplace_back(new char[kBlockBytes]).get());
        return;
    }
    char* page = large_.emplace_back().data();
    for (std::size_t at = 0; at < kLargePageBytes; at += kBlockBytes)
        blocks_.push_back(page + at);
}

void SliceArena::clear() {
    *this = SliceArena();
}

}  // namespace broadsheet
