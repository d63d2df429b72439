#pragma once

#include <string_view>

namespace broadsheet::html {

/// True for a block that is a phrase of the page, not of the article: "Share this",
/// "Advertisement", "Read more:", in the larger languages of the press.
bool is_stock_phrase(std::string_view text);

}  // namespace broadsheet::html
