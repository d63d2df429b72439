#include "indexer/segment/code_lengths.h"

#include <algorithm>

namespace broadsheet {

namespace {

constexpr std::size_t kLiteralsMin = 257;
constexpr std::size_t kCodesMin = 4;
constexpr unsigned kHeadBits = 14;
constexpr unsigned kLengthMax = 7;

constexpr std::uint8_t kRepeat = 16;     // the length before, 3 to 6 times
constexpr std::uint8_t kZeros = 17;      // 3 to 10
constexpr std::uint8_t kManyZeros = 18;  // 11 to 138

constexpr std::array<std::uint8_t, 19> kOrder = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
constexpr std::array<std::uint8_t, 19> kExtraBits = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 7};

constexpr std::uint8_t kNoLength = 0xff;

}  // namespace

CodeLengths::CodeLengths(std::span<const PrefixCode> codes) {
    while (codes[literals_ - 1].length == 0)
        --literals_;
    while (offsets_ > 1 && codes[kOffsetsBegin + offsets_ - 1].length == 0)
        --offsets_;
    std::array<std::uint8_t, kPrefixSymbolsMax + 1> lengths;
    std::size_t size = 0;
    for (const auto& code : codes.first(literals_))
        lengths[size++] = code.length;
    for (const auto& code : codes.subspan(kOffsetsBegin, offsets_))
        lengths[size++] = code.length;
    lengths[size] = kNoLength;
    add_runs(lengths.data(), lengths.data() + size);
    bits_ = make_prefix_code(counts_, kLengthMax, codes_);
    for (std::size_t symbol = kRepeat; symbol < kSymbols; ++symbol)
        bits_ += std::uint64_t{counts_[symbol]} * kExtraBits[symbol];
    while (written_ > kCodesMin && codes_[kOrder[written_ - 1]].length == 0)
        --written_;
    bits_ += kHeadBits + 3 * written_;
}

void CodeLengths::write(BitWriter& out) const {
    out.put(literals_ - kLiteralsMin, 5);
    out.put(offsets_ - 1, 5);
    out.put(written_ - kCodesMin, 4);
    out.flush();
    for (std::size_t i = 0; i < written_; ++i) {
        out.put(codes_[kOrder[i]].length, 3);
        if (i % 16 == 15) out.flush();
    }
    out.flush();
    for (const Run& run : std::span(runs_.data(), run_count_)) {
        const PrefixCode& code = codes_[run.symbol];
        out.put(code.bits, code.length);
        out.put(run.extra, kExtraBits[run.symbol]);
        out.flush();
    }
}

// `end` is a length that none before it equals.
void CodeLengths::add_runs(const std::uint8_t* at, const std::uint8_t* end) {
    while (at != end) {
        const std::uint8_t length = *at;
        const std::uint8_t* begin = at++;
        while (*at == length)
            ++at;
        if (length == 0) {
            add_zeros(static_cast<std::size_t>(at - begin));
        } else {
            add_repeats(length, static_cast<std::size_t>(at - begin));
        }
    }
}

void CodeLengths::add_zeros(std::size_t count) {
    while (count >= 11) {
        const std::size_t taken = std::min<std::size_t>(count, 138);
        add(kManyZeros, taken - 11);
        count -= taken;
    }
    if (count >= 3) {
        add(kZeros, count - 3);
        return;
    }
    for (; count > 0; --count)
        add(0, 0);
}

void CodeLengths::add_repeats(std::uint8_t length, std::size_t count) {
    add(length, 0);
    for (--count; count >= 3;) {
        const std::size_t taken = std::min<std::size_t>(count, 6);
        add(kRepeat, taken - 3);
        count -= taken;
    }
    for (; count > 0; --count)
        add(length, 0);
}

}  // namespace broadsheet
