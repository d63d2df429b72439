#pragma once

#include <vector>

#include <xapian.h>

#include "broadsheet/query_tree.h"
#include "searcher/query/building.h"

namespace broadsheet {

/// The operands of a NEAR or ADJ that are words at all.
std::vector<NearOperand> near_operands(const QueryNode& node, Building& building);

/// At least two operands of the node within its distance of each other.
Xapian::Query near_query(
    const QueryNode& node,
    const std::vector<NearOperand>& operands,
    const Context& context,
    Building& building
);

}  // namespace broadsheet
