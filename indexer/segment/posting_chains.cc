#include "indexer/segment/posting_chains.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <limits>

namespace broadsheet {

namespace {

// Slices double: half of all terms occur once and need the smallest, a few need millions of bytes.
// The last four bytes of a slice are the number of the next.
constexpr std::size_t kFirstSliceBytes = 16;
constexpr std::size_t kLastSliceBytes = 4096;
constexpr std::size_t kLinkBytes = sizeof(std::uint32_t);

std::size_t slice_bytes(std::size_t number) {
    constexpr std::size_t kDoublings = 8;
    static_assert(kFirstSliceBytes << kDoublings == kLastSliceBytes);
    return kFirstSliceBytes << std::min(number, kDoublings);
}

// For three numbers; copying a few bytes may look at 32.
constexpr std::size_t kHeadRoom = 40;

char* put_head(char* out, std::uint32_t gap, PostingForm form) {
    return put_uint(
        out, static_cast<std::uint64_t>(gap - 1) << 2 | static_cast<std::uint64_t>(form)
    );
}

void count(PostingChain& chain, std::uint32_t frequency) {
    ++chain.articles;
    chain.collection_frequency += frequency;
}

}  // namespace

void PostingChains::append(PostingChain& chain, std::uint32_t gap, std::uint32_t frequency) {
    std::array<char, kHeadRoom> bytes;
    const bool once = frequency == 1;
    char* end = put_head(bytes.data(), gap, once ? PostingForm::once : PostingForm::plain);
    if (!once) end = put_uint(end, frequency);
    append_bytes(chain, bytes.data(), static_cast<std::size_t>(end - bytes.data()));
    count(chain, frequency);
}

void PostingChains::append_one(PostingChain& chain, std::uint32_t gap, std::uint32_t position) {
    std::array<char, kHeadRoom> bytes;
    char* end = put_uint(put_head(bytes.data(), gap, PostingForm::one_position), position);
    append_bytes(chain, bytes.data(), static_cast<std::size_t>(end - bytes.data()));
    count(chain, 1);
}

void PostingChains::append(
    PostingChain& chain, std::uint32_t gap, std::uint32_t frequency, std::string_view positions
) {
    std::array<char, kHeadRoom> head;
    char* end = put_head(head.data(), gap, PostingForm::placed);
    end = put_uint(put_uint(end, frequency), positions.size());
    append_bytes(chain, head.data(), static_cast<std::size_t>(end - head.data()));
    append_bytes(chain, positions.data(), positions.size());
    count(chain, frequency);
}

void PostingChains::append_in_slices(PostingChain& chain, const char* bytes, std::size_t size) {
    while (size > 0) {
        if (chain.left == 0) begin_slice(chain);
        const std::size_t count = std::min<std::size_t>(size, chain.left);
        std::memcpy(chain.tail, bytes, count);
        chain.tail += count;
        chain.left = static_cast<std::uint16_t>(chain.left - count);
        bytes += count;
        size -= count;
    }
}

void PostingChains::begin_slice(PostingChain& chain) {
    const std::size_t bytes = slice_bytes(chain.slices);
    const std::uint32_t slice = arena_.allocate(bytes / SliceArena::kUnitBytes);
    if (chain.slices == 0) {
        chain.first_slice = slice;
    } else {
        std::memcpy(chain.tail, &slice, kLinkBytes);
    }
    chain.tail = arena_.at(slice);
    chain.left = static_cast<std::uint16_t>(bytes - kLinkBytes);
    if (chain.slices < std::numeric_limits<std::uint16_t>::max()) ++chain.slices;
    longest_bytes_ = std::max(longest_bytes_, chain.slices * kLastSliceBytes);
}

std::string_view PostingChains::gather(const PostingChain& chain, ByteBuffer& out) const {
    out.clear();
    std::uint32_t slice = chain.first_slice;
    for (std::size_t number = 0; chain.slices > 0; ++number) {
        const char* begin = arena_.at(slice);
        const char* link = begin + slice_bytes(number) - kLinkBytes;
        // Each slice is one run of memory, so the tail lies in the newest and in no other.
        if (!std::less<>()(chain.tail, begin) && !std::less<>()(link, chain.tail)) {
            const std::string_view rest(begin, static_cast<std::size_t>(chain.tail - begin));
            if (number == 0) return rest;
            out.append(rest);
            break;
        }
        out.append({begin, static_cast<std::size_t>(link - begin)});
        std::memcpy(&slice, link, kLinkBytes);
    }
    return out.view();
}

void PostingChains::clear() {
    arena_.clear();
    longest_bytes_ = 0;
}

}  // namespace broadsheet
