#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/html/html_tree.h"

namespace broadsheet::html {

/// Who wrote an article.
struct Byline {
    std::string printed;               ///< "By Jane Doe and John Roe", or empty
    std::vector<std::string> authors;  ///< the people: "Jane Doe", "John Roe"
};

/// The byline of a page: the names its metadata claim, in the words it prints where it prints them;
/// without claims, or where these only name the publisher (`site`), what an element marked as
/// byline or author says, or a line that starts with "By" under the headline.
Byline choose_byline(
    const Tree& tree,
    const std::vector<std::string>& claimed,
    std::string_view site,
    std::string_view headline
);

}  // namespace broadsheet::html
