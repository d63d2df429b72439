#include "indexer/formats/html/lead_text.h"

#include <algorithm>
#include <string>

#include "indexer/formats/html/caption_names.h"
#include "indexer/formats/html/foreign_blocks.h"
#include "indexer/formats/html/printed_headline.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

/// The first picture or film in the range, behind which captions stand; the end of the range where
/// there is none.
std::uint32_t first_picture(const Tree& tree, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; ++i) {
        const Tag tag = tree[i].tag;
        if (tag == Tag::img || tag == Tag::figure || tag == Tag::picture || tag == Tag::video ||
            tag == Tag::iframe || tag == Tag::object) {
            return i;
        }
    }
    return end;
}

/// Whether the element, or one close around it, is called a picture's text.
bool stands_in_caption(const Tree& tree, std::uint32_t node) {
    constexpr int kLevelsMax = 3;
    for (int level = 0; level < kLevelsMax && node != 0; ++level, node = tree[node].parent) {
        if (tree[node].tag == Tag::figcaption) return true;
        const std::string_view name = tree.attribute(node, Attribute::class_name);
        if (names_caption(name) || is_photo_credit(name)) return true;
    }
    return false;
}

std::uint32_t common_ancestor(const Tree& tree, std::uint32_t first, std::uint32_t second) {
    std::uint32_t up = tree[first].parent;
    while (up != 0 && tree[up].end <= second)
        up = tree[up].parent;
    return up;
}

}  // namespace

std::vector<TextBlock> lead_above(
    const Tree& tree, std::string_view headline, std::uint32_t text_begin, const NodeSet& left_out
) {
    constexpr std::uint32_t kNodesMax = 600;   // from the headline to the text
    constexpr std::size_t kBlocksMax = 12;     // of anything between headline and text
    constexpr std::uint32_t kWeightMax = 900;  // of the lead
    const std::uint32_t begin = text_begin > kNodesMax ? text_begin - kNodesMax : 1;
    const std::uint32_t heading = printed_headline(tree, headline, begin, text_begin);
    if (heading == 0) return {};
    const std::uint32_t around = common_ancestor(tree, heading, text_begin);
    const std::uint32_t picture = first_picture(tree, tree[heading].end, text_begin);
    std::vector<TextBlock> lead;
    std::size_t between = 0;
    std::uint32_t weight = 0;
    for (TextBlock& block : text_blocks(tree, around, left_out)) {
        if (block.first < tree[heading].end) continue;
        if (block.first >= picture) break;
        if (++between > kBlocksMax) return {};
        if (!is_lead_sentence(block) || stands_in_caption(tree, block.node)) continue;
        block.kind = TextBlock::Kind::text;
        weight += block.weight;
        lead.push_back(std::move(block));
    }
    if (weight > kWeightMax) lead.clear();
    return lead;
}

}  // namespace broadsheet::html
