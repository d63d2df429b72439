#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::html {

/// Whether the text a publisher gives to search engines should be taken instead of what was found
/// on the page: it is an article's length, and one of the two has little of the other. Pages may
/// build their text by program, and what was found may be something else.
bool is_better_body(const std::vector<std::string>& claimed, const std::vector<std::string>& found);

}  // namespace broadsheet::html
