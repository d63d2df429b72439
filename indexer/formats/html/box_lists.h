#pragma once

#include <span>

#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/html/paragraphs.h"

namespace broadsheet::html {

/// Marks in `left_out` the boxes that point to other articles: three or more alike in one element,
/// each with a linked title first and little text behind it. A list whose titles lead to other
/// sites ("Nine cameras we tried") or into the page itself is text. `blocks` are all blocks of the
/// page, `url` is its own address, empty where it is not known.
void leave_out_teaser_lists(
    const Tree& tree, std::span<const TextBlock> blocks, std::string_view url, NodeSet& left_out
);

/// Marks the same way the boxes of readers' comments: two or more alike, each with a line that only
/// says "Reply". A page on which only readers speak, a forum, keeps them.
void leave_out_comment_lists(
    const Tree& tree, std::span<const TextBlock> blocks, NodeSet& left_out
);

}  // namespace broadsheet::html
