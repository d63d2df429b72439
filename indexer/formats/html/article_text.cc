#include "indexer/formats/html/article_text.h"

#include <algorithm>
#include <iterator>

#include "indexer/formats/html/asking_boxes.h"
#include "indexer/formats/html/boilerplate.h"
#include "indexer/formats/html/box_lists.h"
#include "indexer/formats/html/consent_text.h"
#include "indexer/formats/html/content_scorer.h"
#include "indexer/formats/html/foreign_blocks.h"
#include "indexer/formats/html/lead_text.h"
#include "indexer/formats/html/page_captions.h"
#include "indexer/formats/html/printed_headline.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

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

/// Whether the article itself may be about what banners ask for.
bool is_about_consent(std::string_view headline) {
    const std::string title = lower_case(headline);
    for (const char* subject : {"cookie", "privacy", "datenschutz", "consent", "gdpr", "dsgvo"}) {
        if (title.find(subject) != std::string::npos) return true;
    }
    return false;
}

/// Banners that ask for cookies are often the longest text of a short page.
void drop_consent(std::vector<TextBlock>& blocks, std::string_view headline) {
    if (is_about_consent(headline)) return;
    std::erase_if(blocks, [](const TextBlock& block) { return is_consent_text(block.text); });
}

/// What surrounds an article, by its name, its structure or what it asks of the reader.
NodeSet surroundings(
    const Tree& tree,
    const std::vector<TextBlock>& all,
    Strictness strictness,
    const TextHints& hints
) {
    NodeSet left_out = boilerplate(tree, all, strictness);
    if (strictness == Strictness::none) return left_out;
    leave_out_teaser_lists(tree, all, hints.url, left_out);
    leave_out_comment_lists(tree, all, left_out);
    leave_out_sign_up_boxes(tree, all, left_out);
    if (!is_about_consent(hints.headline)) leave_out_consent_boxes(tree, all, left_out);
    return left_out;
}

/// Puts the lead in front of the text that was found below it.
void add_lead(
    const Tree& tree, const NodeSet& left_out, std::string_view headline, ArticleText& found
) {
    if (found.elements.empty() || found.blocks.empty()) return;
    std::vector<TextBlock> lead = lead_above(tree, headline, found.elements.front(), left_out);
    std::erase_if(lead, [&found](const TextBlock& block) {
        return std::any_of(found.blocks.begin(), found.blocks.end(), [&](const TextBlock& other) {
            return other.text == block.text;
        });
    });
    found.blocks.insert(
        found.blocks.begin(),
        std::make_move_iterator(lead.begin()),
        std::make_move_iterator(lead.end())
    );
}

/// Whether the first of the elements stands around the headline or right below it.
bool is_below(
    const Tree& tree,
    const std::vector<TextBlock>& blocks,
    const std::vector<std::uint32_t>& elements,
    std::uint32_t heading
) {
    if (heading == 0 || elements.empty()) return false;
    const std::uint32_t first = elements.front();
    if (first < heading) return heading < tree[first].end;
    return RunningText(blocks).between(tree[heading].end, first) == 0;
}

ArticleText find_with(
    const Tree& tree,
    const std::vector<TextBlock>& all,
    Strictness strictness,
    const TextHints& hints
) {
    ArticleText found;
    NodeSet left_out = surroundings(tree, all, strictness, hints);
    std::vector<TextBlock> blocks = text_blocks(tree, 0, left_out);
    drop_consent(blocks, hints.headline);
    const std::uint32_t heading =
        printed_headline(tree, hints.headline, 1, static_cast<std::uint32_t>(tree.size()));
    found.elements = article_elements(tree, blocks, heading);
    found.is_below_headline = is_below(tree, blocks, found.elements, heading);
    if (found.elements.empty() && strictness == Strictness::none) {
        found.blocks = blocks;  // a page without one sentence: all there is
        for (const TextBlock& block : blocks)
            found.weight += block.weight;
        return found;
    }
    left_out = link_lists(tree, blocks, std::move(left_out));
    found.captions = take_captions(tree, found.elements, left_out);
    append_blocks_of(tree, found.elements, left_out, found.blocks);
    drop_consent(found.blocks, hints.headline);
    found.blocks = without_foreign_blocks(tree, std::move(found.blocks), hints);
    add_lead(tree, left_out, hints.headline, found);
    for (const TextBlock& block : found.blocks)
        found.weight += block.weight;
    return found;
}

}  // namespace

ArticleText find_article_text(const Tree& tree, const TextHints& hints) {
    constexpr std::uint64_t kEnough = 250;  // two or three sentences: a brief
    constexpr std::uint64_t kNothing = 80;  // not even one
    const std::vector<TextBlock> all = text_blocks(tree, 0, {});
    ArticleText best = find_with(tree, all, Strictness::by_name, hints);
    const auto try_again = [&](Strictness strictness) {
        ArticleText found = find_with(tree, all, strictness, hints);
        if (found.weight > best.weight * 2) best = std::move(found);
    };
    const bool is_brief = best.is_below_headline && best.weight >= kNothing;
    if (best.weight < kEnough && !is_brief) try_again(Strictness::by_structure);
    if (best.weight < kNothing) try_again(Strictness::none);
    for (const TextBlock& block : all) {
        best.page_weight += block.weight;
        best.page_link_weight += block.link_weight;
    }
    return best;
}

}  // namespace broadsheet::html
