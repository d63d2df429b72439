#pragma once

#include <string_view>

#include "searcher/query/notes.h"

namespace broadsheet {

/// Adds a note when `name`, typed like a field but none, is nearly the name of one. Other words
/// before a colon are left without remark: headlines are full of them.
void note_unknown_field(std::string_view name, Notes& notes);

}  // namespace broadsheet
