#pragma once

#include <string>

#include "broadsheet/query_tree.h"

namespace broadsheet::testing {

/// A syntax tree in short for tests, unlike the syntax it came from: seq(a -b headline:'c d').
std::string tree_text(const QueryNode& node);

}  // namespace broadsheet::testing
