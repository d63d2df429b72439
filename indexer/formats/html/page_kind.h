#pragma once

#include <string>
#include <string_view>

#include "indexer/formats/html/article_text.h"
#include "indexer/formats/html/html_tree.h"

namespace broadsheet::html {

/// What is known of a page when it is to be decided whether it is an article.
struct PageFacts {
    const Tree& tree;
    const ArticleText& text;
    std::string_view headline;
    std::string_view url;
    bool claims_article = false;         ///< its metadata say so
    bool has_body_for_machines = false;  ///< a better text than the printed one was found in data
};

/// Why the page is no article, as a sentence for a person; empty when it is one.
std::string why_not_article(const PageFacts& page);

}  // namespace broadsheet::html
