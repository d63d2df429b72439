#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::cli {

/// Two lines, each indented and ended: a text, made harmless, and carets under `length` bytes of it
/// from `begin` on. Of a long text some words before and behind the place are shown. A place
/// outside the text is its end.
std::string caret_lines(std::string_view text, std::size_t begin, std::size_t length);

}  // namespace broadsheet::cli
