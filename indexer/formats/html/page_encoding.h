#pragma once

#include <string_view>

namespace broadsheet::html {

/// The encoding a page declares of itself, as printed: `<meta charset>`, http-equiv or an XML
/// declaration among its first bytes. Empty when it declares none.
std::string_view declared_charset(std::string_view page);

}  // namespace broadsheet::html
