#pragma once

#include <string>
#include <string_view>

#include "indexer/formats/html/html_tree.h"

namespace broadsheet::html {

/// The byline as the page prints it: what an element marked as byline or author says up to the
/// first date, else a line that starts with "By" under the headline; empty when there is none.
/// `site` is the publisher's name: it alone is no byline. Under `headline` a byline is looked for
/// that nothing marks.
std::string printed_byline(const Tree& tree, std::string_view site, std::string_view headline);

}  // namespace broadsheet::html
