#pragma once

#include <string>
#include <string_view>

namespace broadsheet::html {

/// The page with no more than the first few hundred attributes of each tag: libxml2 compares each
/// attribute with all before it, which takes the square of their number. The page itself where no
/// tag has more, else `buffer`, which is filled.
std::string_view with_few_attributes(std::string_view page, std::string& buffer);

}  // namespace broadsheet::html
