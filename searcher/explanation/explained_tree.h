#pragma once

#include <vector>

#include <xapian.h>

#include "broadsheet/explanation.h"
#include "common/text/analyzer.h"
#include "searcher/query/index_facts.h"

namespace broadsheet {

/// The words, phrases and patterns of a query, in order, each with its terms; at most the first
/// kExplainedLeavesMax of them.
std::vector<ExplainedLeaf> explained_leaves(
    const QueryNode& tree,
    const Xapian::Database& index,
    const IndexFacts& facts,
    Analyzer& analyzer
);

inline constexpr std::size_t kExplainedLeavesMax = 50;

}  // namespace broadsheet
