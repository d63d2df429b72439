#include "indexer/formats/html/copied_blocks.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace broadsheet::html {

std::vector<TextBlock> without_copies(const Tree& tree, std::vector<TextBlock> blocks) {
    constexpr std::uint32_t kWeightMin = 80;

    struct Sums {
        std::uint64_t all = 0;
        std::uint64_t copied = 0;
    };

    std::unordered_map<std::string_view, std::uint32_t> first_parents;  // by the text
    std::unordered_map<std::uint32_t, Sums> sums;                       // by the parent
    std::vector<bool> is_copy(blocks.size(), false);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const std::uint32_t parent = tree[blocks[i].node].parent;
        sums[parent].all += blocks[i].weight;
        if (blocks[i].weight < kWeightMin) continue;
        const auto [first, is_new] = first_parents.emplace(blocks[i].text, parent);
        is_copy[i] = !is_new && first->second != parent;
        if (is_copy[i]) sums[parent].copied += blocks[i].weight;
    }
    first_parents.clear();  // before the texts move
    std::vector<TextBlock> kept;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Sums& around = sums[tree[blocks[i].node].parent];
        const bool goes = is_copy[i] && around.copied * 10 > around.all * 8;
        if (!goes) kept.push_back(std::move(blocks[i]));
    }
    return kept;
}

}  // namespace broadsheet::html
