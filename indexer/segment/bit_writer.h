#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace broadsheet {

/// Writes bits, the first one lowest, into memory that must be large enough for them and eight
/// bytes more: so many are written at a time, of which the next replace what was not yet meant.
class BitWriter {
public:
    explicit BitWriter(char* out) : out_(out) {}

    /// At most 56 bits between two calls of flush().
    void put(std::uint64_t bits, unsigned count) {
        pending_ |= bits << pending_bits_;
        pending_bits_ += count;
    }

    void flush() {
        if constexpr (std::endian::native == std::endian::little) {
            std::memcpy(out_, &pending_, sizeof pending_);
        } else {
            for (unsigned i = 0; i < sizeof pending_; ++i)
                out_[i] = static_cast<char>(pending_ >> (8 * i));
        }
        out_ += pending_bits_ >> 3U;
        pending_ >>= pending_bits_ & ~7U;
        pending_bits_ &= 7U;
    }

    char* finish() {
        flush();
        return out_ + (pending_bits_ > 0 ? 1 : 0);
    }

private:
    char* out_;
    std::uint64_t pending_ = 0;
    unsigned pending_bits_ = 0;
};

}  // namespace broadsheet
