#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/segment/bit_writer.h"
#include "indexer/segment/byte_buffer.h"
#include "indexer/segment/prefix_code.h"

namespace broadsheet {

/// Raw deflate (RFC 1951) of a kilobyte or two at a time, each on its own. General compressors
/// spend more on such texts before and after than on the text: they clear tables made for
/// megabytes and weigh many ways of cutting it into blocks. This one has a table of sixteen
/// kilobytes and writes one block.
class ShortDeflate {
public:
    /// Longer tags are for others: what repeats is never further back than a match may reach.
    static constexpr std::size_t kTagBytesMax = std::size_t{1} << 15;

    ShortDeflate();

    /// The packed tag, which lives until the next call, or nothing where it would not be shorter.
    /// The tag is not empty and has at most kTagBytesMax bytes.
    std::optional<std::string_view> pack(std::string_view tag);

    [[nodiscard]] std::size_t memory_bytes() const {
        return sizeof *this + items_.capacity() * sizeof(Item) + packed_.capacity();
    }

private:
    // A literal, or one half of a match: the symbol, offsets behind the other alphabet, and above
    // it the number that follows its code.
    using Item = std::uint32_t;

    using Codes = std::array<PrefixCode, kPrefixSymbolsMax>;

    using Counts = std::array<std::uint16_t, kPrefixSymbolsMax>;
    class Finds;

    static constexpr unsigned kHashBits = 13;

    // Where four bytes last stood, or others with their hash.
    std::uint16_t& newest_of(std::uint32_t bytes) {
        return newest_[(bytes * std::uint32_t{0x9E3779B1}) >> (32 - kHashBits)];
    }

    void find_matches(std::string_view tag);
    void write_items(BitWriter& out, const Codes& codes) const;
    [[nodiscard]] std::uint64_t extra_bits() const;
    [[nodiscard]] std::uint64_t bits_in(const Codes& codes) const;

    std::array<std::uint16_t, std::size_t{1} << kHashBits> newest_{};
    std::vector<Item> items_;
    Item* end_ = nullptr;  // of those in use
    Counts counts_{};
    Codes codes_{};
    ByteBuffer packed_;
};

}  // namespace broadsheet
