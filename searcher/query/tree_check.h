#pragma once

#include "broadsheet/query_tree.h"

namespace broadsheet {

/// Refuses a tree that no query could mean. What parse_query() makes is always right; a tree made
/// by hand may ask a field that does not exist, or be required of nothing.
/// @throws Error: invalid_argument, saying what is wrong and what would be right.
void check_tree(const QueryNode& root);

}  // namespace broadsheet
