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
    if (blocks_.size() >= std::numeric_limits<std::uint32_t>::max() / kBlockUnits) {
        throw Error(ErrorKind::internal, "cannot add an article: the segment holds 32 GB already");
    }
    next_ = static_cast<std::uint32_t>(blocks_.size() * kBlockUnits);
    left_ = kBlockUnits;
    blocks_.emplace_back(new char[kBlockUnits * kUnitBytes]);
}

void SliceArena::clear() {
    blocks_.clear();
    next_ = 0;
    left_ = 0;
}

}  // namespace broadsheet
