#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/article.h"
#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/html/paragraphs.h"

namespace broadsheet::html {

/// The captions of the pictures in and just before the article's `elements`: figcaption elements
/// and what is classed as caption or credit. Their nodes are added to `left_out`; what is in it
/// before is passed over.
std::vector<Caption> take_captions(
    const Tree& tree, const std::vector<std::uint32_t>& elements, NodeSet& left_out
);

}  // namespace broadsheet::html
