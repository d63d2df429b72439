#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "indexer/formats/html/boilerplate.h"
#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/html/paragraphs.h"

namespace broadsheet::html {

/// The elements that together hold an article's text, in the order of the page; none lies inside
/// another. Empty where nothing on the page reads like an article.
///
/// The scores are in the manner of Readability (Arc90, 2009; each paragraph speaks for the elements
/// around it, less for those farther away), with the link density of Kohlschuetter et al.,
/// "Boilerplate detection using shallow text features" (WSDM 2010), and the text density of Sun et
/// al., "DOM based content extraction via text density" (SIGIR 2011) deciding how far up to go.
/// `heading` is the element that prints the headline, 0 where it is not known: what stands behind
/// another text below it is less likely to be its article.
std::vector<std::uint32_t> article_elements(
    const Tree& tree, std::span<const TextBlock> blocks, std::uint32_t heading
);

}  // namespace broadsheet::html
