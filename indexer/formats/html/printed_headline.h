#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/formats/html/html_tree.h"

namespace broadsheet::html {

/// The last heading among the nodes [begin, end) that prints the headline, however it is set; 0
/// where none does.
std::uint32_t printed_headline(
    const Tree& tree, std::string_view headline, std::uint32_t begin, std::uint32_t end
);

/// The element that prints the headline: the first main heading, else the first that holds just its
/// words. 0 where there is none.
std::uint32_t headline_element(const Tree& tree, std::string_view headline);

}  // namespace broadsheet::html
