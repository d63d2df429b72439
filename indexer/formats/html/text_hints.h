#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::html {

/// What is known of the article before its text is looked for.
struct TextHints {
    std::string_view headline;                ///< left out of the text where it stands above it
    std::string_view url;                     ///< of the page; empty where it is not known
    const std::vector<std::string>& authors;  ///< whose portraits under the text are left out
};

}  // namespace broadsheet::html
