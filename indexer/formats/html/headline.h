#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/formats/html/html_tree.h"

namespace broadsheet::html {

/// The headline of a page. `claimed` is what its metadata say, the most trustworthy first; a claim
/// that neither the title element nor a main heading bears out comes last. Where the claim stands
/// as a main heading on the page, it is returned as printed there. `site` is the publisher's name
/// where known; it is no part of a headline.
std::string choose_headline(
    const Tree& tree, std::span<const std::string_view> claimed, std::string_view site
);

/// A title without the site's name in front or behind ("Storm hits coast - The Daily Wave |
/// World"). `site` may be empty; then a short last part counts as the site's name.
std::string without_site_name(std::string_view title, std::string_view site);

}  // namespace broadsheet::html
