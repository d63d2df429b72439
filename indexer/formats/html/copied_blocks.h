#pragma once

#include <vector>

#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/html/paragraphs.h"

namespace broadsheet::html {

/// The blocks without those that pages hold twice, for narrow and for wide windows, or above a
/// gallery again: what stood in another element already goes, where its own element holds hardly
/// anything else. A refrain stays.
std::vector<TextBlock> without_copies(const Tree& tree, std::vector<TextBlock> blocks);

}  // namespace broadsheet::html
