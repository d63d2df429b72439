#include "indexer/formats/html/foreign_blocks.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>

#include "common/ascii.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/html/author_note.h"
#include "indexer/formats/html/boilerplate.h"
#include "indexer/formats/html/closings.h"
#include "indexer/formats/html/copied_blocks.h"
#include "indexer/formats/html/printed_date.h"
#include "indexer/formats/html/stock_phrases.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

using Blocks = std::vector<TextBlock>;
using Kind = TextBlock::Kind;

bool is_mostly_links(const TextBlock& block) {
    if (block.kind == Kind::list_item || block.kind == Kind::heading) return false;
    // A sentence may be one long link; a short block in a link is a pointer elsewhere.
    const std::uint32_t percent = block.link_weight * 100 / std::max(block.weight, 1U);
    return block.weight < 120 ? percent > 50 : percent > 75;
}

/// "Posted on April 21, 2015, at 11:29 a.m." ends like a sentence and is none.
bool is_date_line(const TextBlock& block) {
    constexpr std::uint32_t kWeightMax = 60;
    if (block.weight > kWeightMax) return false;
    const auto digit = std::find_if(block.text.begin(), block.text.end(), is_ascii_digit);
    if (digit == block.text.end()) return false;
    return date_line(block.text).has_value();
}

/// "By Jane Doe, Evening Echo."
bool is_byline_line(const TextBlock& block) {
    std::string_view line = block.text;
    while (line.ends_with('.') || line.ends_with(':'))
        line.remove_suffix(1);
    return is_byline(line);
}

/// "Le Monde | 04.05.2015 à 13h36 | Par Jane Doe", "By Jane Doe Oct. 31, 2014 | 10:49 a.m.": who
/// and when, in one line above the text.
bool is_origin_line(const TextBlock& block) {
    constexpr std::uint32_t kWeightMax = 160;
    constexpr std::size_t kPartsMax = 8;
    if (block.weight > kWeightMax) return false;
    const std::string_view text = block.text;
    std::size_t parts = 0;
    for (std::size_t begin = 0; begin < text.size() && parts < kPartsMax; ++parts) {
        const std::size_t end = std::min(text.find_first_of("|\xE2", begin), text.size());
        const std::string_view part = trimmed(text.substr(begin, end - begin));
        const bool dated = part.size() > 5 && date_line(part).has_value();
        if (dated && (parts > 0 || end < text.size())) return true;
        // Bullets begin with 0xE2; their other two bytes do no harm to a date.
        begin = end + (end < text.size() && text[end] != '|' ? 3 : 1);
    }
    const bool has_year =
        text.find(" 19") != std::string_view::npos || text.find(" 20") != std::string_view::npos;
    return has_year && text.find('|') != std::string_view::npos &&
           (text.starts_with("By ") || text.starts_with("BY "));
}

/// A line that a <time> element fills, as each post of a live blog has one.
bool is_time_line(const Tree& tree, const TextBlock& block) {
    constexpr std::uint32_t kWeightMax = 60;
    if (block.weight > kWeightMax) return false;
    std::uint32_t time = tree[block.first].parent;
    while (time > block.node && tree[time].tag != Tag::time)
        time = tree[time].parent;
    return tree[time].tag == Tag::time && text_weight(tree.text(time)) * 10 >= block.weight * 8;
}

/// "(Reporting by Jane Doe; Editing by John Roe)": the last line of agencies' articles.
bool is_in_brackets(const TextBlock& block) {
    return block.text.starts_with('(') && block.text.ends_with(')');
}

/// A block with which an article may begin; it may end with a shorter one.
bool is_sentence(const TextBlock& block, std::uint32_t weight_min) {
    constexpr std::uint32_t kLong = 100;
    if (is_mostly_links(block) || block.kind == Kind::heading) return false;
    if (block.weight >= kLong) return true;
    if (block.weight < weight_min) return false;
    if (!ends_sentence(block.text) && !block.text.ends_with(':')) return false;
    return !is_date_line(block) && !is_byline_line(block);
}

bool may_begin(const TextBlock& block) {
    return is_sentence(block, 25);
}

bool may_end(const TextBlock& block) {
    return is_sentence(block, 15) || (is_in_brackets(block) && block.weight >= 30);
}

/// Whether both are paragraphs of the same kind in the same element.
bool are_brothers(const Tree& tree, const TextBlock& a, const TextBlock& b) {
    return tree[a.node].tag == Tag::p && tree[b.node].tag == Tag::p &&
           tree[a.node].parent == tree[b.node].parent &&
           tree.attribute(a.node, Attribute::class_name) ==
               tree.attribute(b.node, Attribute::class_name);
}

/// A sentence too short to begin or end an article by itself ("No answer.").
bool is_short_sentence(const TextBlock& block) {
    constexpr std::uint32_t kWeightMin = 6;
    return !is_mostly_links(block) && block.weight >= kWeightMin && ends_sentence(block.text) &&
           block.bold_weight < block.weight && !is_date_line(block) && !is_byline_line(block) &&
           !is_origin_line(block);
}

/// What ends a list at the end of an article: "Height: 31 cm".
bool is_list_line(const TextBlock& block) {
    constexpr std::uint32_t kWeightMin = 12;
    return block.kind == Kind::list_item && block.link_weight * 2 < block.weight &&
           block.weight >= kWeightMin && block.text.find(' ') != std::string::npos;
}

/// Subheadings stay where text follows them before the next heading.
void drop_orphan_headings(Blocks& blocks) {
    Blocks kept;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].kind == Kind::heading &&
            (i + 1 == blocks.size() || blocks[i + 1].kind == Kind::heading)) {
            continue;
        }
        kept.push_back(std::move(blocks[i]));
    }
    blocks = std::move(kept);
}

void trim_ends(const Tree& tree, Blocks& blocks) {
    auto first = std::find_if(blocks.begin(), blocks.end(), may_begin);
    if (first == blocks.end()) return;
    if (std::next(first) != blocks.end() && is_origin_line(*first)) ++first;
    while (first != blocks.begin() && are_brothers(tree, *std::prev(first), *first) &&
           is_short_sentence(*std::prev(first))) {
        --first;
    }
    const bool headed = first != blocks.begin() && std::prev(first)->kind == Kind::heading &&
                        !is_date_line(*std::prev(first));
    blocks.erase(blocks.begin(), headed ? std::prev(first) : first);
    auto end = std::find_if(blocks.rbegin(), blocks.rend(), may_end).base();
    while (end != blocks.begin() && end != blocks.end() &&
           are_brothers(tree, *std::prev(end), *end) && is_short_sentence(*end)) {
        ++end;
    }
    while (end != blocks.begin() && end != blocks.end() && is_list_line(*end))
        ++end;
    blocks.erase(end, blocks.end());
}

/// Labels and numbers of a chart: a long run of scraps of text that are neither sentences nor list.
void drop_scraps(Blocks& blocks) {
    constexpr std::size_t kRunMin = 10;
    constexpr std::uint32_t kScrapMax = 25;
    constexpr std::uint32_t kMeanMax = 14;
    const auto is_scrap = [](const TextBlock& block) {
        return block.weight <= kScrapMax && !ends_sentence(block.text) && block.kind == Kind::text;
    };
    Blocks kept;
    for (std::size_t i = 0; i < blocks.size();) {
        std::size_t end = i;
        std::uint32_t weight = 0;
        for (; end < blocks.size() && is_scrap(blocks[end]); ++end)
            weight += blocks[end].weight;
        const std::size_t run = end - i;
        if (run < kRunMin || weight > run * kMeanMax) {
            end = std::max(end, i + 1);
            std::move(blocks.begin() + i, blocks.begin() + end, std::back_inserter(kept));
        }
        i = end;
    }
    blocks = std::move(kept);
}

/// Whether two or more paragraphs of the same kind as those before `at` follow it: then "Read more"
/// was a box in the middle of the text.
bool goes_on(const Tree& tree, const Blocks& blocks, Blocks::const_iterator at) {
    constexpr std::ptrdiff_t kParagraphsMin = 2;
    const auto before =
        std::find_if(std::make_reverse_iterator(at), blocks.rend(), is_running_text);
    if (before == blocks.rend()) return false;
    const auto like_before = [&](const TextBlock& block) {
        return is_running_text(block) &&
               (block.node == before->node || are_brothers(tree, block, *before));
    };
    return std::count_if(at, blocks.end(), like_before) >= kParagraphsMin;
}

/// Cuts at a line that announces what comes after articles. The idea, and that enough text must
/// stand before it, are boilerpipe's (Kohlschütter et al., WSDM 2010).
void cut_at_closing(const Tree& tree, Blocks& blocks) {
    constexpr std::uint64_t kTextMin = 300;
    constexpr std::uint32_t kTeaserMax = 220;
    const auto last_long = std::find_if(blocks.rbegin(), blocks.rend(), [](const TextBlock& block) {
        return block.weight >= kTeaserMax;
    });
    const auto teasers = last_long.base();  // nothing but short blocks from here on
    constexpr int kPointersMax = 8;         // each looks at all that follows
    int pointers = 0;
    std::uint64_t before = 0;
    for (auto at = blocks.begin(); at != blocks.end(); before += at->weight, ++at) {
        if (before < kTextMin || at->kind == Kind::cell || at->kind == Kind::list_item) continue;
        const Closing closing = closing_of(at->text);
        const bool may_end = closing == Closing::related && at >= teasers;
        if (may_end && ++pointers > kPointersMax) return;
        if (closing == Closing::comments || (may_end && !goes_on(tree, blocks, at))) {
            blocks.erase(at, blocks.end());
            return;
        }
    }
}

/// What the house says under all its articles, with short lines between.
void drop_closing_notices(Blocks& blocks) {
    constexpr std::size_t kLast = 6;  // blocks from the end
    constexpr std::size_t kTextMin = 2;
    for (std::size_t i = blocks.size(); i > kTextMin && i + kLast > blocks.size(); --i) {
        if (is_closing_notice(blocks[i - 1].text)) {
            blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i) - 1);
        }
    }
}

/// Whether the block is the headline again, in the main heading perhaps with a word above it:
/// "Harbour: Ostmark closes its pier".
bool prints_headline(const Tree& tree, const TextBlock& block, const std::string& title) {
    constexpr std::uint32_t kWeightMax = 300;
    if (block.weight >= kWeightMax || title.empty()) return false;
    const bool is_main = tree[block.node].tag == Tag::h1;
    if (!is_main && block.text.size() > title.size() * 2 + kWeightMax) return false;
    const std::string text = comparable(block.text);
    return text == title || (is_main && text.find(title) != std::string::npos);
}

/// Who the authors are is said last, under a heading of its own or none.
void drop_author_notes(const Tree& tree, Blocks& blocks, const std::vector<std::string>& authors) {
    constexpr std::size_t kLast = 4;  // blocks from the end
    constexpr std::size_t kTextMin = 3;
    for (std::size_t i = blocks.size(); i > kTextMin && i + kLast > blocks.size(); --i) {
        // As a paragraph like the others it is part of what the author wrote.
        if (are_brothers(tree, blocks[i - 1], blocks[0]) ||
            are_brothers(tree, blocks[i - 1], blocks[i - 2]) ||
            !is_author_note(blocks[i - 1].text, authors)) {
            continue;
        }
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i) - 1);
    }
}

}  // namespace

bool is_lead_sentence(const TextBlock& block) {
    constexpr std::uint32_t kWeightMin = 40;
    if (block.weight < kWeightMin || is_mostly_links(block)) return false;
    if (block.kind == Kind::list_item || block.kind == Kind::cell) return false;
    if (is_date_line(block) || is_byline_line(block) || is_origin_line(block)) return false;
    return !is_stock_phrase(block.text) && (ends_sentence(block.text) || block.weight >= 80);
}

std::vector<TextBlock> without_foreign_blocks(
    const Tree& tree, std::vector<TextBlock> blocks, const TextHints& hints
) {
    const std::string title = comparable(hints.headline);
    blocks = without_copies(tree, std::move(blocks));
    cut_at_closing(tree, blocks);
    std::erase_if(blocks, is_mostly_links);
    std::erase_if(blocks, [](const TextBlock& block) { return is_stock_phrase(block.text); });
    std::erase_if(blocks, [&](const TextBlock& block) {
        return prints_headline(tree, block, title);
    });
    std::erase_if(blocks, [&tree](const TextBlock& block) { return is_time_line(tree, block); });
    drop_scraps(blocks);
    drop_closing_notices(blocks);
    drop_orphan_headings(blocks);
    drop_author_notes(tree, blocks, hints.authors);
    trim_ends(tree, blocks);
    return blocks;
}

}  // namespace broadsheet::html
