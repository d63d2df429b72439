#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace broadsheet {

/// What a symbol is written as: its bits, the first one lowest, and how many.
struct PrefixCode {
    std::uint16_t bits = 0;
    std::uint8_t length = 0;  ///< 0: the symbol does not occur
};

/// Makes the shortest prefix code for symbols that occur `counts` times, none of it longer than
/// `length_max`, at most 15: symbols of a length in their order get rising codes, which is all that
/// deflate stores of it. One symbol alone gets one bit. `counts` are at most kPrefixSymbolsMax and
/// come to less than 2^26; `codes` are as many. Returns the bits that all occurrences take.
///
/// Made for texts of a kilobyte, where making the code takes as long as writing with it.
std::uint64_t make_prefix_code(
    std::span<const std::uint16_t> counts, unsigned length_max, std::span<PrefixCode> codes
);

inline constexpr std::size_t kPrefixSymbolsMax = 320;

/// The lowest `length` bits, at most 16, in the order that deflate writes codes in.
constexpr std::uint16_t reversed_bits(std::uint32_t bits, unsigned length) {
    bits = (bits & 0x5555U) << 1 | (bits >> 1 & 0x5555U);
    bits = (bits & 0x3333U) << 2 | (bits >> 2 & 0x3333U);
    bits = (bits & 0x0f0fU) << 4 | (bits >> 4 & 0x0f0fU);
    bits = (bits & 0x00ffU) << 8 | (bits >> 8 & 0x00ffU);
    return static_cast<std::uint16_t>(bits >> (16 - length));
}

}  // namespace broadsheet
