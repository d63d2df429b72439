#pragma once

#include <span>

#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/html/paragraphs.h"

namespace broadsheet::html {

/// Marks in `left_out` the boxes that ask the reader for consent to cookies: what stands around
/// paragraphs that do, as long as it is little more than they. `blocks` are all blocks of the page.
void leave_out_consent_boxes(
    const Tree& tree, std::span<const TextBlock> blocks, NodeSet& left_out
);

/// The same for boxes that ask for an address to send newsletters to: a form and the few lines
/// around it.
void leave_out_sign_up_boxes(
    const Tree& tree, std::span<const TextBlock> blocks, NodeSet& left_out
);

}  // namespace broadsheet::html
