#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/html/html_tree.h"

namespace broadsheet::html {

/// One flag a node: true where the node and all below it are left out.
using NodeSet = std::vector<bool>;

/// A run of text that a browser would set off from the text around it: a paragraph, a heading, a
/// list item, a table cell, or what stands between two empty lines.
struct TextBlock {
    enum class Kind : std::uint8_t { text, heading, list_item, cell };

    std::uint32_t node = 0;   ///< the block element it lies in
    std::uint32_t first = 0;  ///< its first text node
    Kind kind = Kind::text;
    std::string text;               ///< blanks collapsed, never empty
    std::uint32_t weight = 0;       ///< length in letters, see text_weight()
    std::uint32_t link_weight = 0;  ///< of which inside links
    std::uint32_t bold_weight = 0;  ///< of which in bold type
};

/// How much a text says: its length in characters, where one of Chinese, Japanese or Korean counts
/// as three, because it stands for about half a word, and one of Amharic as two.
std::uint32_t text_weight(std::string_view text);

/// The blocks of the subtree in the order of the page, without those in `left_out` (empty: none).
std::vector<TextBlock> text_blocks(const Tree& tree, std::size_t node, const NodeSet& left_out);

/// True for elements whose text is never part of an article: programs, controls, embedded things.
bool is_never_text(Tag tag);

}  // namespace broadsheet::html
