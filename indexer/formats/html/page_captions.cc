#include "indexer/formats/html/page_captions.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/ascii.h"
#include "indexer/formats/html/caption_names.h"

namespace broadsheet::html {

namespace {

bool is_credit(const Tree& tree, std::size_t node) {
    static constexpr std::array<std::string_view, 6> kNames{
        "credit", "copyright", "source", "photographer", "author", "fotograf"};
    for (const Attribute attribute : {Attribute::class_name, Attribute::itemprop}) {
        const std::string_view value = tree.attribute(node, attribute);
        if (value.empty()) continue;
        for (const std::string_view name : kNames) {
            if (find_ignoring_case(value, name) != std::string_view::npos) return true;
        }
    }
    return false;
}

/// Marks the credits' elements in `credits`, which has room for the whole tree.
Caption caption_at(const Tree& tree, std::size_t node, NodeSet& credits) {
    Caption caption;
    for (std::size_t i = node; i < tree[node].end; ++i) {
        if (tree[i].tag == Tag::text || !is_credit(tree, i)) continue;
        if (i == node && !is_photo_credit(tree.attribute(i, Attribute::class_name))) continue;
        if (!caption.credit.empty()) caption.credit += ' ';
        caption.credit += tree.text(i);
        credits[i] = true;
        i = tree[i].end - 1;
    }
    for (const TextBlock& block : text_blocks(tree, node, credits)) {
        if (!caption.text.empty()) caption.text += ' ';
        caption.text += block.text;
    }
    return caption;
}

/// A picture or film in microdata: its text describes it.
bool is_media(const Tree& tree, std::size_t node) {
    const std::string_view property = tree.attribute(node, Attribute::itemprop);
    if (property.empty()) return false;
    return property == "video" || property == "image" || property == "associatedMedia" ||
           property == "caption";
}

/// Whether the element is a caption by its kind or by its class. A class of that name on a box with
/// much text, or on what is one word in a line, says something else.
bool is_caption(const Tree& tree, std::size_t node) {
    constexpr std::size_t kNodesMax = 60;
    constexpr std::size_t kSizeMax = 1200;
    const Tag tag = tree[node].tag;
    if (tag == Tag::figcaption) return true;
    if (tag == Tag::text || tag == Tag::caption || tree[node].attribute_count == 0) return false;
    const std::string_view name = tree.attribute(node, Attribute::class_name);
    if (!names_caption(name) && !is_photo_credit(name) && !is_media(tree, node)) return false;
    if (tree[node].end - node > kNodesMax) return false;
    return tree.text(node).size() <= kSizeMax;
}

void add_new(Caption&& caption, std::vector<Caption>& captions) {
    const bool is_empty = caption.text.empty() && caption.credit.empty();
    const bool known = std::find(captions.begin(), captions.end(), caption) != captions.end();
    if (!is_empty && !known) captions.push_back(std::move(caption));
}

/// The element to look for captions in: the article around the text, whose first picture often
/// stands above it.
std::uint32_t surroundings(const Tree& tree, std::uint32_t node) {
    constexpr int kLevelsMax = 6;
    std::uint32_t up = node;
    for (int level = 0; level < kLevelsMax && up != 0; ++level, up = tree[up].parent) {
        if (tree[up].tag == Tag::article || tree[up].tag == Tag::main) return up;
    }
    return node;
}

}  // namespace

std::vector<Caption> take_captions(
    const Tree& tree, const std::vector<std::uint32_t>& elements, NodeSet& left_out
) {
    constexpr std::size_t kCaptionsMax = 1000;  // each is compared with those before it
    std::vector<Caption> captions;
    if (elements.empty()) return captions;
    NodeSet credits(tree.size(), false);
    const std::uint32_t end = tree[elements.back()].end;
    for (std::size_t i = surroundings(tree, elements.front()); i < end; ++i) {
        if (left_out[i]) {
            i = tree[i].end - 1;
            continue;
        }
        if (!is_caption(tree, i)) continue;
        if (captions.size() < kCaptionsMax) add_new(caption_at(tree, i, credits), captions);
        left_out[i] = true;
        i = tree[i].end - 1;
    }
    return captions;
}

}  // namespace broadsheet::html
