#pragma once

#include <vector>

#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/html/paragraphs.h"
#include "indexer/formats/html/text_hints.h"

namespace broadsheet::html {

/// The blocks of an article's element without those that are no part of its text though they stand
/// in it: the headline, bylines and dates before the first sentence, pointers to other articles,
/// labels of charts, what follows a heading like "Comments", an author's life at the end.
std::vector<TextBlock> without_foreign_blocks(
    const Tree& tree, std::vector<TextBlock> blocks, const TextHints& hints
);

/// True for a sentence with which an article may begin above the element that holds its text.
bool is_lead_sentence(const TextBlock& block);

}  // namespace broadsheet::html
