#include "indexer/formats/html/article_text.h"

#include <algorithm>
#include <array>

#include "indexer/formats/html/boilerplate.h"
#include "indexer/formats/html/content_scorer.h"
#include "indexer/formats/html/stock_phrases.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

using Kind = TextBlock::Kind;

bool is_mostly_links(const TextBlock& block) {
    if (block.kind == Kind::list_item || block.kind == Kind::heading) return false;
    // A sentence may be one long link; a short block in a link is a pointer elsewhere.
    const std::uint32_t percent = block.link_weight * 100 / std::max(block.weight, 1U);
    return block.weight < 120 ? percent > 50 : percent > 75;
}

/// A block with which an article may begin; it may end with a shorter one.
bool is_sentence(const TextBlock& block, std::uint32_t weight_min) {
    constexpr std::uint32_t kLong = 100;
    if (is_mostly_links(block) || block.kind == Kind::heading) return false;
    if (block.weight >= kLong) return true;
    return block.weight >= weight_min && (ends_sentence(block.text) || block.text.ends_with(':'));
}

bool may_begin(const TextBlock& block) {
    return is_sentence(block, 25);
}

bool may_end(const TextBlock& block) {
    return is_sentence(block, 15);
}

/// Subtrees that are lists or tables of links: related stories, tags, pagers.
NodeSet link_lists(const Tree& tree, const std::vector<TextBlock>& blocks, NodeSet left_out) {
    const Mass mass(tree, blocks);
    for (std::size_t i = 1; i < tree.size(); ++i) {
        const Tag tag = tree[i].tag;
        const bool list = tag == Tag::ul || tag == Tag::ol || tag == Tag::dl;
        const bool box = tag == Tag::div || tag == Tag::section || tag == Tag::table;
        if (list && mass.link_density(i) > 0.6) left_out[i] = true;
        if (box && mass.all(i) > 0 && mass.link_density(i) > 0.6) left_out[i] = true;
    }
    return left_out;
}

void append_blocks_of(
    const Tree& tree,
    const std::vector<std::uint32_t>& elements,
    const NodeSet& left_out,
    std::vector<TextBlock>& out
) {
    for (const std::uint32_t element : elements) {
        for (TextBlock& block : text_blocks(tree, element, left_out)) {
            out.push_back(std::move(block));
        }
    }
}

/// Subheadings stay where text follows them before the next heading.
void drop_orphan_headings(std::vector<TextBlock>& blocks) {
    std::vector<TextBlock> kept;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].kind == Kind::heading &&
            (i + 1 == blocks.size() || blocks[i + 1].kind == Kind::heading)) {
            continue;
        }
        kept.push_back(std::move(blocks[i]));
    }
    blocks = std::move(kept);
}

void trim_ends(std::vector<TextBlock>& blocks) {
    const auto first = std::find_if(blocks.begin(), blocks.end(), may_begin);
    if (first == blocks.end()) return;
    const bool headed = first != blocks.begin() && std::prev(first)->kind == Kind::heading;
    blocks.erase(blocks.begin(), headed ? std::prev(first) : first);
    const auto last = std::find_if(blocks.rbegin(), blocks.rend(), may_end);
    blocks.erase(last.base(), blocks.end());
}

void drop_if(std::vector<TextBlock>& blocks, bool (*unwanted)(const TextBlock&)) {
    std::erase_if(blocks, unwanted);
}

std::vector<TextBlock> cleaned(std::vector<TextBlock> blocks, std::string_view headline) {
    const std::string title = comparable(headline);
    drop_if(blocks, is_mostly_links);
    drop_if(blocks, [](const TextBlock& block) { return is_stock_phrase(block.text); });
    std::erase_if(blocks, [&title](const TextBlock& block) {
        return block.weight < 300 && !title.empty() && comparable(block.text) == title;
    });
    drop_orphan_headings(blocks);
    trim_ends(blocks);
    return blocks;
}

/// A figure's caption, with the part that its class or element marks as the credit.
/// Marks the credits' elements in `credits`, which has room for the whole tree.
Caption caption_of(const Tree& tree, std::size_t node, NodeSet& credits) {
    static constexpr std::array<std::string_view, 6> kCreditNames{
        "credit", "copyright", "Credit", "source", "photographer", "author"};
    Caption caption;
    for (std::size_t i = node + 1; i < tree[node].end; ++i) {
        const std::string_view name = tree.attribute(i, Attribute::class_name);
        const std::string_view property = tree.attribute(i, Attribute::itemprop);
        const bool credit = std::any_of(
            kCreditNames.begin(),
            kCreditNames.end(),
            [name, property](std::string_view word) {
                return name.find(word) != std::string_view::npos ||
                       property.find(word) != std::string_view::npos;
            }
        );
        if (!credit || tree[i].tag == Tag::text) continue;
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

/// Takes the captions out of the text and returns them.
std::vector<Caption> take_captions(
    const Tree& tree, const std::vector<std::uint32_t>& elements, NodeSet& left_out
) {
    constexpr std::size_t kCaptionsMax = 1000;  // each is compared with those before it
    std::vector<Caption> captions;
    NodeSet credits(tree.size(), false);
    for (const std::uint32_t element : elements) {
        for (std::size_t i = element; i < tree[element].end; ++i) {
            if (left_out[i]) {
                i = tree[i].end - 1;
                continue;
            }
            if (tree[i].tag != Tag::figcaption) continue;
            Caption caption = caption_of(tree, i, credits);
            const bool known =
                std::find(captions.begin(), captions.end(), caption) != captions.end();
            const bool is_empty = caption.text.empty() && caption.credit.empty();
            if (!known && !is_empty && captions.size() < kCaptionsMax) {
                captions.push_back(std::move(caption));
            }
            left_out[i] = true;
            i = tree[i].end - 1;
        }
    }
    return captions;
}

ArticleText find_with(
    const Tree& tree,
    const std::vector<TextBlock>& all,
    Strictness strictness,
    std::string_view headline
) {
    ArticleText found;
    NodeSet left_out = boilerplate(tree, all, strictness);
    const std::vector<TextBlock> blocks = text_blocks(tree, 0, left_out);
    found.elements = article_elements(tree, blocks);
    if (found.elements.empty() && strictness == Strictness::none) {
        found.blocks = blocks;  // a page without one sentence: all there is
        for (const TextBlock& block : blocks)
            found.weight += block.weight;
        return found;
    }
    left_out = link_lists(tree, blocks, std::move(left_out));
    found.captions = take_captions(tree, found.elements, left_out);
    append_blocks_of(tree, found.elements, left_out, found.blocks);
    found.blocks = cleaned(std::move(found.blocks), headline);
    for (const TextBlock& block : found.blocks)
        found.weight += block.weight;
    return found;
}

}  // namespace

ArticleText find_article_text(const Tree& tree, std::string_view headline) {
    constexpr std::uint64_t kEnough = 250;  // two or three sentences: a brief
    constexpr std::uint64_t kNothing = 80;  // not even one
    const std::vector<TextBlock> all = text_blocks(tree, 0, {});
    ArticleText best = find_with(tree, all, Strictness::by_name, headline);
    const auto try_again = [&](Strictness strictness) {
        ArticleText found = find_with(tree, all, strictness, headline);
        if (found.weight > best.weight * 2) best = std::move(found);
    };
    if (best.weight < kEnough) try_again(Strictness::by_structure);
    if (best.weight < kNothing) try_again(Strictness::none);
    for (const TextBlock& block : all) {
        best.page_weight += block.weight;
        best.page_link_weight += block.link_weight;
    }
    return best;
}

}  // namespace broadsheet::html
