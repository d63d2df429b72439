#pragma once

#include <string>
#include <vector>

#include "broadsheet/article.h"
#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/html/paragraphs.h"
#include "indexer/formats/html/text_hints.h"

namespace broadsheet::html {

/// The text of an article as found on its page.
struct ArticleText {
    std::vector<TextBlock> blocks;        ///< its paragraphs and subheadings in order
    std::vector<Caption> captions;        ///< of the pictures between them
    std::vector<std::uint32_t> elements;  ///< where it was found; empty when it was not
    bool is_below_headline = false;       ///< nothing but it follows the printed headline
    std::uint64_t weight = 0;             ///< of all paragraphs
    std::uint64_t page_weight = 0;        ///< of all text on the page
    std::uint64_t page_link_weight = 0;   ///< of all text in links on the page
};

/// Finds the main text.
ArticleText find_article_text(const Tree& tree, const TextHints& hints);

}  // namespace broadsheet::html
