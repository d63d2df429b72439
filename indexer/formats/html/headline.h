#pragma once

#include <string>
#include <string_view>

#include "indexer/formats/html/html_tree.h"

namespace broadsheet::html {

/// The headline of a page: what its metadata claim, its main heading and its title element say,
/// brought together. `site` is the publisher's name where known; it is no part of a headline.
std::string choose_headline(const Tree& tree, std::string_view claimed, std::string_view site);

/// A title without the site's name in front or behind ("Storm hits coast - The Daily Wave |
/// World"). `site` may be empty.
std::string without_site_name(std::string_view title, std::string_view site);

}  // namespace broadsheet::html
