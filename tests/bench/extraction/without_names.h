#pragma once

#include <string>
#include <string_view>

namespace broadsheet::bench {

/// The page without the attributes that name what an element is (class, id, role, rel, itemprop,
/// property of elements, data-*): what is left says only how the page is set. Meta and link
/// elements keep theirs.
std::string without_names(std::string_view page);

}  // namespace broadsheet::bench
