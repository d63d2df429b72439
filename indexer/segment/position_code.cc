#include "indexer/segment/position_code.h"

#include <bit>
#include <cassert>
#include <cstddef>

namespace broadsheet {

namespace {

// Bits written into memory that must be large enough.
class BitWriter {
public:
    explicit BitWriter(char* out) : out_(out) {}

    // `value` is below `out_of`, which is at most 2^32.
    void write(std::uint64_t value, std::uint64_t out_of) {
        assert(value < out_of);
        auto bits = static_cast<unsigned>(std::bit_width(out_of - 1));
        const std::uint64_t spare = (std::uint64_t{1} << bits) - out_of;
        if (spare != 0) {
            const std::uint64_t short_from = (out_of - spare) / 2;
            if (value >= short_from + spare) {
                value = (value - (short_from + spare)) | std::uint64_t{1} << (bits - 1);
            } else if (value >= short_from) {
                --bits;
            }
        }
        pending_ |= value << pending_bits_;
        pending_bits_ += bits;
        for (; pending_bits_ >= 8; pending_bits_ -= 8) {
            *out_++ = static_cast<char>(pending_);
            pending_ >>= 8;
        }
    }

    char* finish() {
        if (pending_bits_ > 0) *out_++ = static_cast<char>(pending_);
        return out_;
    }

private:
    char* out_;
    std::uint64_t pending_ = 0;
    unsigned pending_bits_ = 0;
};

// Writes what lies between the elements at `low` and `high`. The depth is the logarithm of their
// distance.
void write_between(
    BitWriter& bits, std::span<const std::uint32_t> positions, std::size_t low, std::size_t high
) {
    while (low + 1 < high) {
        const std::size_t middle = low + (high - low) / 2;
        const std::uint64_t least = positions[low] + (middle - low);
        const std::uint64_t most = positions[high] - (high - middle);
        bits.write(positions[middle] - least, most - least + 1);
        write_between(bits, positions, low, middle);
        low = middle;
    }
}

constexpr std::size_t kBytesPerPosition = 5;

}  // namespace

void append_positions(ByteBuffer& out, std::span<const std::uint32_t> positions) {
    assert(!positions.empty());
    const std::uint32_t last = positions.back();
    char* end = put_uint(out.room(kUintBytesMax + positions.size() * kBytesPerPosition), last);
    if (positions.size() > 1) {
        const std::uint32_t first = positions.front();
        BitWriter bits(end);
        bits.write(first, last);
        bits.write(positions.size() - 2, last - first);
        write_between(bits, positions, 0, positions.size() - 1);
        end = bits.finish();
    }
    out.end_at(end);
}

}  // namespace broadsheet
