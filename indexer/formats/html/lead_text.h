#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/html/paragraphs.h"

namespace broadsheet::html {

/// The sentences between the headline and the element that holds the text, where the page sets them
/// there: a standfirst, a first paragraph in type of its own. `text_begin` is the first node of
/// that element; what is in `left_out` is passed over. Empty where the headline is not printed
/// above the text, or where too much else stands between them.
std::vector<TextBlock> lead_above(
    const Tree& tree, std::string_view headline, std::uint32_t text_begin, const NodeSet& left_out
);

}  // namespace broadsheet::html
