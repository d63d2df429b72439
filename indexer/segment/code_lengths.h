#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "indexer/segment/bit_writer.h"
#include "indexer/segment/prefix_code.h"

namespace broadsheet {

/// Where the symbols of deflate lie in one table: literals, the end and lengths, then offsets.
inline constexpr std::size_t kLiteralSymbols = 286;
inline constexpr std::size_t kOffsetsBegin = 288;
inline constexpr std::size_t kOffsetSymbols = 30;

/// The lengths of the codes of a deflate block, as they stand before it: runs of the same length,
/// in a code of their own (RFC 1951, 3.2.7).
class CodeLengths {
public:
    /// `codes`: kPrefixSymbolsMax, of which that of the end of the block has a length.
    explicit CodeLengths(std::span<const PrefixCode> codes);

    /// How many bits write() takes.
    [[nodiscard]] std::uint64_t bits() const { return bits_; }

    void write(BitWriter& out) const;

private:
    static constexpr std::size_t kSymbols = 19;

    struct Run {
        std::uint8_t symbol;
        std::uint8_t extra;
    };

    void add_runs(const std::uint8_t* at, const std::uint8_t* end);
    void add_zeros(std::size_t count);
    void add_repeats(std::uint8_t length, std::size_t count);

    void add(std::uint8_t symbol, std::size_t extra) {
        runs_[run_count_++] = {symbol, static_cast<std::uint8_t>(extra)};
        ++counts_[symbol];
    }

    std::array<Run, kPrefixSymbolsMax> runs_;
    std::size_t run_count_ = 0;
    std::array<std::uint16_t, kSymbols> counts_{};
    std::array<PrefixCode, kSymbols> codes_;
    std::size_t literals_ = kLiteralSymbols;
    std::size_t offsets_ = kOffsetSymbols;
    std::size_t written_ = kSymbols;  // of codes_
    std::uint64_t bits_ = 0;
};

}  // namespace broadsheet
