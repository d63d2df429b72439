#include "indexer/formats/html/copied_blocks.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace broadsheet::html {

namespace {

/// What the blocks of one element weigh, and those of them that stand elsewhere, too.
struct Sums {
    std::uint64_t all = 0;
    std::uint64_t twice = 0;

    [[nodiscard]] bool holds_only_copies() const { return twice * 10 > all * 8; }
};

}  // namespace

std::vector<TextBlock> without_copies(const Tree& tree, std::vector<TextBlock> blocks) {
    constexpr std::uint32_t kWeightMin = 80;
    const auto element = [&](std::size_t i) { return tree[blocks[i].node].parent; };
    std::unordered_map<std::string_view, std::size_t> firsts;
    std::unordered_map<std::uint32_t, Sums> sums;                // by the element
    std::vector<std::pair<std::size_t, std::size_t>> same_text;  // the first and a later one
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        sums[element(i)].all += blocks[i].weight;
        if (blocks[i].weight < kWeightMin) continue;
        const auto [first, is_new] = firsts.emplace(blocks[i].text, i);
        if (is_new || element(first->second) == element(i)) continue;
        same_text.emplace_back(first->second, i);
        sums[element(i)].twice += blocks[i].weight;
        sums[element(first->second)].twice += blocks[i].weight;
    }
    std::vector<bool> goes(blocks.size(), false);
    for (const auto& [first, later] : same_text) {
        if (sums[element(later)].holds_only_copies()) {
            goes[later] = true;
        } else if (sums[element(first)].holds_only_copies()) {
            goes[first] = true;
        }
    }
    std::vector<TextBlock> kept;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (!goes[i]) kept.push_back(std::move(blocks[i]));
    }
    return kept;
}

}  // namespace broadsheet::html
