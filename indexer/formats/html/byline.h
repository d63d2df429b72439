#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/html/html_tree.h"

namespace broadsheet::html {

/// Who wrote an article.
struct Byline {
    std::string printed;               ///< "By Jane Doe and John Roe", or empty
    std::vector<std::string> authors;  ///< "Jane Doe", "John Roe"
};

/// The byline of a page: the names its metadata claim, in the words it prints where it prints them;
/// without claims, what an element marked as byline or author says.
Byline choose_byline(const Tree& tree, const std::vector<std::string>& claimed);

/// The names in a byline: "Von Jane Doe und John Roe" has two.
std::vector<std::string> split_names(std::string_view byline);

}  // namespace broadsheet::html
