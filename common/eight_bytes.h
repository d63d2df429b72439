#pragma once

#include <cstdint>
#include <cstring>

// Eight bytes of text at once, as a number. What is asked of them is answered by the top bit of
// each byte, and exactly: no byte has a say in the answer of its neighbour.

namespace broadsheet::eight_bytes {

inline constexpr std::uint64_t kTopBits = 0x8080808080808080;

constexpr std::uint64_t in_each(unsigned char value) {
    return value * std::uint64_t{0x0101010101010101};
}

inline std::uint64_t load(const char* text) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text, sizeof bytes);
    return bytes;
}

/// The bytes that equal `value`.
constexpr std::uint64_t equal(std::uint64_t bytes, unsigned char value) {
    const std::uint64_t other = bytes ^ in_each(value);
    return ~(((other & ~kTopBits) + ~kTopBits) | other) & kTopBits;
}

/// The bytes below `limit`, at most 0x80.
constexpr std::uint64_t below(std::uint64_t bytes, unsigned char limit) {
    const auto missing = static_cast<unsigned char>(0x80 - limit);
    return ~(((bytes & ~kTopBits) + in_each(missing)) | bytes) & kTopBits;
}

}  // namespace broadsheet::eight_bytes
