#pragma once

#include <string>
#include <vector>

#include "indexer/formats/html/html_tree.h"

namespace broadsheet::html {

/// The paragraphs of the article in the data that a page carries for its own program, in
/// <script type="application/json">: what pages hold that a browser builds from such data alone.
/// Empty where there is no such data, or no running text in it.
std::vector<std::string> embedded_body(const Tree& tree);

}  // namespace broadsheet::html
