#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet {

/// True when the word from `begin` to `end` is in capitals and so is a word next to it: then GIVE
/// US BREAD does not say whether US is the acronym. Looks at two letters on each side.
bool is_shouted(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace broadsheet
