#include "indexer/segment/prefix_code.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstring>
#include <limits>

namespace broadsheet {

namespace {

constexpr unsigned kLengthMax = 15;

using CountsByLength = std::array<std::uint32_t, kLengthMax + 1>;

// A symbol that occurs, and how often: the count above, so that they sort by it.
using Counted = std::uint32_t;
constexpr unsigned kSymbolBits = 16;

std::uint32_t count_of(Counted item) {
    return item >> kSymbolBits;
}

std::size_t symbol_of(Counted item) {
    return item & 0xffffU;
}

// The symbols that occur, rarest first: by counting where counts are small, as nearly all are.
class Ranked {
public:
    explicit Ranked(std::span<const std::uint16_t> counts) {
        constexpr std::size_t kAtOnce = 8;  // most symbols do not occur, and lie side by side
        std::size_t symbol = 0;
        for (; symbol + kAtOnce <= counts.size(); symbol += kAtOnce) {
            if (!are_zero<kAtOnce>(&counts[symbol])) add(counts, symbol, symbol + kAtOnce);
        }
        add(counts, symbol, counts.size());
        sort();
    }

    [[nodiscard]] std::size_t size() const { return size_; }

    [[nodiscard]] std::span<const Counted> by_symbol() const { return {in_order_.data(), size_}; }

    [[nodiscard]] std::span<const Counted> by_count() const { return {sorted_.data(), size_}; }

private:
    static constexpr std::size_t kBuckets = 64;

    template <std::size_t size>
    static bool are_zero(const std::uint16_t* counts) {
        constexpr std::array<std::uint16_t, size> kZeros{};
        return std::memcmp(counts, kZeros.data(), sizeof kZeros) == 0;
    }

    void add(std::span<const std::uint16_t> counts, std::size_t symbol, std::size_t end) {
        for (; symbol < end; ++symbol) {
            in_order_[size_] =
                Counted{counts[symbol]} << kSymbolBits | static_cast<Counted>(symbol);
            size_ += counts[symbol] != 0 ? 1 : 0;
        }
    }

    static std::size_t bucket_of(Counted item) {
        return std::min<std::size_t>(count_of(item), kBuckets - 1);
    }

    void sort() {
        std::array<std::uint16_t, kBuckets + 1> begin{};
        for (const Counted item : by_symbol())
            ++begin[bucket_of(item) + 1];
        for (std::size_t bucket = 1; bucket < begin.size(); ++bucket)
            begin[bucket] = static_cast<std::uint16_t>(begin[bucket] + begin[bucket - 1]);
        const std::size_t often = begin[kBuckets - 1];
        for (const Counted item : by_symbol())
            sorted_[begin[bucket_of(item)]++] = item;
        std::sort(sorted_.begin() + often, sorted_.begin() + size_);
    }

    std::array<Counted, kPrefixSymbolsMax + 1> in_order_;
    std::array<Counted, kPrefixSymbolsMax> sorted_;
    std::size_t size_ = 0;
};

// Huffman's tree from leaves that are sorted, with a queue of leaves and one of inner nodes (van
// Leeuwen, 1976). Which queue is next is not to be foretold, so nothing here branches on it.
class Tree {
public:
    explicit Tree(std::span<const Counted> leaves) : leaves_(leaves.size()) {
        for (std::size_t i = 0; i < leaves_; ++i)
            leaf_weights_[i] = count_of(leaves[i]);
        leaf_weights_[leaves_] = kNone;
        std::fill_n(inner_weights_.begin(), leaves_ + 1, kNone);
        for (std::size_t node = 0; node + 1 < leaves_; ++node) {
            const std::uint32_t left = take(node);
            inner_weights_[node] = left + take(node);
        }
    }

    // How many leaves are at each depth; deeper ones count as being at `depth_max`.
    [[nodiscard]] CountsByLength leaves_by_depth(unsigned depth_max) const {
        std::array<std::uint16_t, kPrefixSymbolsMax> depth;
        CountsByLength counts{};
        const std::size_t root = leaves_ - 2;
        depth[root] = 0;
        for (std::size_t node = root; node-- > 0;)
            depth[node] = static_cast<std::uint16_t>(depth[inner_parents_[node]] + 1);
        for (std::size_t leaf = 0; leaf < leaves_; ++leaf)
            ++counts[std::min<unsigned>(depth[leaf_parents_[leaf]] + 1U, depth_max)];
        return counts;
    }

private:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    // The lightest node that has no parent yet gets `parent`.
    std::uint32_t take(std::size_t parent) {
        const std::uint32_t of_leaf = leaf_weights_[leaf_];
        const std::uint32_t of_inner = inner_weights_[inner_];
        const bool is_leaf = of_leaf <= of_inner;
        leaf_parents_[leaf_] = static_cast<std::uint16_t>(parent);  // written again if not taken
        inner_parents_[inner_] = static_cast<std::uint16_t>(parent);
        leaf_ += is_leaf ? 1 : 0;
        inner_ += is_leaf ? 0 : 1;
        return std::min(of_leaf, of_inner);
    }

    std::size_t leaves_;
    std::size_t leaf_ = 0;
    std::size_t inner_ = 0;
    std::array<std::uint32_t, kPrefixSymbolsMax + 1> leaf_weights_;
    std::array<std::uint32_t, kPrefixSymbolsMax + 1> inner_weights_;
    std::array<std::uint16_t, kPrefixSymbolsMax + 1> leaf_parents_;
    std::array<std::uint16_t, kPrefixSymbolsMax + 1> inner_parents_;
};

// Leaves that were lifted to the greatest depth take more room there than the tree has: the deepest
// of the others sink until it is enough.
void fit(CountsByLength& counts, unsigned length_max) {
    std::uint32_t taken = 0;
    for (unsigned length = 1; length <= length_max; ++length)
        taken += counts[length] << (length_max - length);
    for (; taken > std::uint32_t{1} << length_max; --taken) {
        unsigned length = length_max - 1;
        while (counts[length] == 0)
            --length;
        --counts[length];
        counts[length + 1] += 2;
        --counts[length_max];
    }
}

void number_codes(
    std::span<const Counted> by_symbol, const CountsByLength& counts, std::span<PrefixCode> codes
) {
    CountsByLength next{};
    for (unsigned length = 1; length < next.size(); ++length)
        next[length] = (next[length - 1] + (length > 1 ? counts[length - 1] : 0)) << 1;
    for (const Counted item : by_symbol) {
        PrefixCode& code = codes[symbol_of(item)];
        code.bits = reversed_bits(next[code.length]++, code.length);
    }
}

}  // namespace

std::uint64_t make_prefix_code(
    std::span<const std::uint16_t> counts, unsigned length_max, std::span<PrefixCode> codes
) {
    assert(counts.size() <= kPrefixSymbolsMax && codes.size() == counts.size());
    assert(length_max <= kLengthMax);
    std::fill(codes.begin(), codes.end(), PrefixCode{});
    const Ranked ranked(counts);
    CountsByLength by_length{};
    if (ranked.size() == 1) {
        by_length[1] = 1;
    } else if (ranked.size() > 1) {
        by_length = Tree(ranked.by_count()).leaves_by_depth(length_max);
        fit(by_length, length_max);
    }
    std::uint64_t bits = 0;
    auto item = ranked.by_count().begin();
    for (unsigned length = length_max; length > 0; --length) {
        for (std::uint32_t left = by_length[length]; left > 0; --left, ++item) {
            codes[symbol_of(*item)].length = static_cast<std::uint8_t>(length);
            bits += std::uint64_t{count_of(*item)} * length;
        }
    }
    number_codes(ranked.by_symbol(), by_length, codes);
    return bits;
}

}  // namespace broadsheet
