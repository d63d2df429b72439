#pragma once

#include <cstddef>
#include <string_view>

#include <xapian.h>

#include "broadsheet/suggestions.h"
#include "common/text/analyzer.h"
#include "searcher/query/index_facts.h"

namespace broadsheet {

/// What the beginning of a query may become: at most `limit` words and `limit` headlines.
Completions complete(
    std::string_view beginning,
    std::size_t limit,
    const Xapian::Database& index,
    const IndexFacts& facts,
    Analyzer& analyzer
);

}  // namespace broadsheet
