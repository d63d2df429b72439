#include "indexer/segment/short_deflate.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>
#include <span>

#include "indexer/segment/code_lengths.h"

namespace broadsheet {

namespace {

// Source of the layout: RFC 1951.
constexpr std::size_t kEndOfBlock = 256;
constexpr std::size_t kLengths = 257;  // the first symbol of a match's length

constexpr std::size_t kMatchMin = 4;
constexpr std::size_t kMatchMax = 258;
constexpr unsigned kSymbolBits = 16;

// Which symbol stands for a length or an offset, and the number of bits that follow it.
struct MatchSymbols {
    std::array<std::uint16_t, kMatchMax + 1> of_length{};
    std::array<std::uint16_t, kPrefixSymbolsMax> least{};  // the length or offset it begins at
    std::array<std::uint8_t, kPrefixSymbolsMax> extra_bits{};
    std::array<std::uint16_t, 512> of_offset{};  // less one; from 256 on, divided by 128

    constexpr MatchSymbols() {
        std::size_t length = 3;
        for (std::size_t i = 0; i < 28; ++i) {
            const std::size_t extra = i < 8 ? 0 : (i - 4) / 4;
            begin(kLengths + i, length, extra);
            for (const std::size_t end = length + (1U << extra); length < end; ++length)
                of_length[length] = static_cast<std::uint16_t>(kLengths + i);
        }
        begin(kLiteralSymbols - 1, kMatchMax, 0);
        of_length[kMatchMax] = kLiteralSymbols - 1;

        std::size_t offset = 1;
        for (std::size_t i = 0; i < kOffsetSymbols; ++i) {
            const std::size_t extra = i < 4 ? 0 : (i - 2) / 2;
            begin(kOffsetsBegin + i, offset, extra);
            for (const std::size_t end = offset + (std::size_t{1} << extra); offset < end; ++offset)
                of_offset[offset_index(offset)] = static_cast<std::uint16_t>(kOffsetsBegin + i);
        }
    }

    static constexpr std::size_t offset_index(std::size_t offset) {
        return offset <= 256 ? offset - 1 : 256 + ((offset - 1) >> 7U);
    }

private:
    constexpr void begin(std::size_t symbol, std::size_t first, std::size_t extra) {
        least[symbol] = static_cast<std::uint16_t>(first);
        extra_bits[symbol] = static_cast<std::uint8_t>(extra);
    }
};

constexpr MatchSymbols kMatchSymbols;

// The code that needs no description.
constexpr std::array<PrefixCode, kPrefixSymbolsMax> fixed_codes() {
    std::array<PrefixCode, kPrefixSymbolsMax> codes{};
    const auto set = [&codes](std::size_t symbol, std::size_t bits, unsigned length) {
        codes[symbol] = {
            reversed_bits(static_cast<std::uint32_t>(bits), length),
            static_cast<std::uint8_t>(length)};
    };
    for (std::size_t i = 0; i < 144; ++i)
        set(i, 0x30 + i, 8);
    for (std::size_t i = 144; i < 256; ++i)
        set(i, 0x190 + i - 144, 9);
    for (std::size_t i = 256; i < 280; ++i)
        set(i, i - 256, 7);
    for (std::size_t i = 280; i < kLiteralSymbols; ++i)
        set(i, 0xc0 + i - 280, 8);
    for (std::size_t i = 0; i < kOffsetSymbols; ++i)
        set(kOffsetsBegin + i, i, 5);
    return codes;
}

constexpr std::array<PrefixCode, kPrefixSymbolsMax> kFixedCodes = fixed_codes();

// Beyond this it is never shorter than a code of its own.
constexpr std::size_t kFixedBytesMax = 256;

template <typename Number>
Number load(const char* from) {
    Number number;
    std::memcpy(&number, from, sizeof number);
    return number;
}

// How many bytes at `left` and `right` are the same, up to `max`, of which the first four are known
// to be.
std::size_t common_bytes(const char* left, const char* right, std::size_t max) {
    std::size_t same = kMatchMin;
    if constexpr (std::endian::native == std::endian::little) {
        for (; same + 8 <= max; same += 8) {
            const auto other = load<std::uint64_t>(left + same) ^ load<std::uint64_t>(right + same);
            if (other != 0) return same + static_cast<std::size_t>(std::countr_zero(other)) / 8;
        }
    }
    while (same < max && left[same] == right[same])
        ++same;
    return same;
}

// Behind the last place that is looked up, this many bytes can be read.
constexpr std::size_t kSearchedTo = 8;

}  // namespace

// Writes down what find_matches() finds. It keeps the end of the items, which in a member would be
// stored and read again with each of them.
class ShortDeflate::Finds {
public:
    Finds(Item* items, Counts& counts) : end_(items), counts_(counts) {}

    void add(std::size_t symbol, std::size_t extra = 0) {
        ++counts_[symbol];
        *end_++ = static_cast<Item>(symbol | extra << kSymbolBits);
    }

    void add_literal(char byte) { add(static_cast<unsigned char>(byte)); }

    void add_match(std::size_t length, std::size_t offset) {
        const std::size_t of_length = kMatchSymbols.of_length[length];
        add(of_length, length - kMatchSymbols.least[of_length]);
        const std::size_t of_offset = kMatchSymbols.of_offset[MatchSymbols::offset_index(offset)];
        add(of_offset, offset - kMatchSymbols.least[of_offset]);
    }

    [[nodiscard]] Item* end() const { return end_; }

private:
    Item* end_;
    Counts& counts_;
};

ShortDeflate::ShortDeflate() : items_(kTagBytesMax + 1) {}

// Takes the newest place with the same four bytes, at once: in a kilobyte or two there are seldom
// more, and seldom a longer match one byte on.
void ShortDeflate::find_matches(std::string_view tag) {
    newest_.fill(0);
    counts_.fill(0);
    Finds finds(items_.data(), counts_);
    const char* text = tag.data();
    const std::size_t searched = tag.size() < kSearchedTo ? 0 : tag.size() - kSearchedTo;
    finds.add_literal(text[0]);  // where newest_ sends everything that it does not know yet
    std::size_t at = 1;
    while (at < searched) {
        const auto bytes = load<std::uint32_t>(text + at);
        std::uint16_t& newest = newest_of(bytes);
        const std::size_t from = newest;
        newest = static_cast<std::uint16_t>(at);
        if (load<std::uint32_t>(text + from) != bytes) {
            finds.add_literal(text[at++]);
            continue;
        }
        const std::size_t max = std::min(kMatchMax, tag.size() - at);
        const std::size_t length = common_bytes(text + at, text + from, max);
        finds.add_match(length, at - from);
        // Of its places the first ones are remembered: what goes on longer repeats what was.
        for (std::size_t next = at + 1; next < at + kMatchMin; ++next)
            newest_of(load<std::uint32_t>(text + next)) = static_cast<std::uint16_t>(next);
        at += length;
    }
    while (at < tag.size())
        finds.add_literal(text[at++]);
    finds.add(kEndOfBlock);
    end_ = finds.end();
}

// Two items are at most 48 bits: no two offsets are neighbours.
void ShortDeflate::write_items(BitWriter& out, const Codes& codes) const {
    const auto put = [&out, &codes](Item item) {
        const std::size_t symbol = item & ((1U << kSymbolBits) - 1);
        const PrefixCode& code = codes[symbol];
        out.put(
            code.bits | std::uint64_t{item >> kSymbolBits} << code.length,
            code.length + unsigned{kMatchSymbols.extra_bits[symbol]}
        );
    };
    const Item* item = items_.data();
    for (; end_ - item >= 2; item += 2) {
        put(item[0]);
        put(item[1]);
        out.flush();
    }
    if (item != end_) put(*item);
}

std::uint64_t ShortDeflate::extra_bits() const {
    std::uint32_t bits = 0;
    for (std::size_t symbol = kLengths; symbol < counts_.size(); ++symbol)
        bits += std::uint32_t{counts_[symbol]} * kMatchSymbols.extra_bits[symbol];
    return bits;
}

std::uint64_t ShortDeflate::bits_in(const Codes& codes) const {
    std::uint64_t bits = 0;
    for (std::size_t symbol = 0; symbol < counts_.size(); ++symbol)
        bits += std::uint64_t{counts_[symbol]} * codes[symbol].length;
    return bits;
}

std::optional<std::string_view> ShortDeflate::pack(std::string_view tag) {
    constexpr unsigned kHeadBits = 3;
    assert(!tag.empty() && tag.size() <= kTagBytesMax);
    find_matches(tag);
    const std::span counts(counts_);
    const std::span codes(codes_);
    std::uint64_t bits =
        make_prefix_code(counts.first(kLiteralSymbols), 15, codes.first(kLiteralSymbols));
    bits += make_prefix_code(counts.subspan(kOffsetsBegin), 15, codes.subspan(kOffsetsBegin));
    const CodeLengths lengths(codes);
    bits += lengths.bits();
    const std::uint64_t fixed_bits = tag.size() <= kFixedBytesMax ? bits_in(kFixedCodes) : bits;
    const std::uint64_t other_bits = kHeadBits + extra_bits();
    const std::size_t size = (std::min(bits, fixed_bits) + other_bits + 7) / 8;
    if (size >= tag.size()) return std::nullopt;

    constexpr unsigned kLastBlock = 1;
    constexpr unsigned kOwnCode = 2 << 1;
    constexpr unsigned kFixedCode = 1 << 1;
    packed_.clear();
    char* begin = packed_.room(size + sizeof(std::uint64_t));
    BitWriter out(begin);
    if (fixed_bits < bits) {
        out.put(kLastBlock | kFixedCode, kHeadBits);
        write_items(out, kFixedCodes);
    } else {
        out.put(kLastBlock | kOwnCode, kHeadBits);
        lengths.write(out);
        write_items(out, codes_);
    }
    const char* end = out.finish();
    assert(end == begin + size);
    return std::string_view(begin, static_cast<std::size_t>(end - begin));
}

}  // namespace broadsheet
