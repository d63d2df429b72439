#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace broadsheet::cli {

/// Columns of a terminal a character takes: 2 for wide ones (Chinese, most emoji), 0 for combining
/// marks and everything invisible, else 1 (Unicode Standard Annex 11; ambiguous ones count 1).
int display_width(char32_t character);

/// Columns a line of UTF-8 text takes; an ill-formed byte counts 1.
std::size_t display_width(std::string_view text);

/// Breaks a text into lines of at most `width` columns: at blanks, behind hyphens and dashes inside
/// long words, between wide characters, and inside a word only when it is wider than a line. The
/// blanks at a break belong to no line. Lines are parts of `text`, in order; never empty ones.
std::vector<std::string_view> wrap(std::string_view text, std::size_t width);

}  // namespace broadsheet::cli
