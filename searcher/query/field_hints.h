#pragma once

#include <cstddef>
#include <string_view>

#include "searcher/query/notes.h"

namespace broadsheet {

/// Adds a mistake when `name`, typed at `place` like a field but none, is nearly the name of one.
/// Other words before a colon are left without remark: headlines are full of them.
void note_unknown_field(std::string_view name, std::size_t place, Notes& notes);

}  // namespace broadsheet
