#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "broadsheet/query_tree.h"
#include "broadsheet/suggestions.h"
#include "common/text/analyzer.h"
#include "searcher/query/index_facts.h"

namespace broadsheet {

/// Queries that differ from `asked`, which finds `total` articles, by the spelling of words the
/// index does not have, or hardly: one or two letters wrong, a blank missing or one too many. Only
/// those that find as much or more, the best first: near spellings of frequent words that stand
/// together with the other words of the query.
std::vector<Suggestion> did_you_mean(
    const QueryNode& asked,
    std::size_t total,
    std::size_t limit,
    const Xapian::Database& index,
    const IndexFacts& facts,
    Analyzer& analyzer
);

}  // namespace broadsheet
