#pragma once

#include <string_view>

#include "common/text/analyzer.h"
#include "searcher/query/match_terms.h"

namespace broadsheet::testing {

/// Targets of a simple query: words, "phrases", begin* and, before any of them, a term prefix and a
/// colon (S:coup). A word that is analysed into parts asks for the parts side by side or for their
/// joined form. Words are stemmed as in `language`.
MatchTargets query_targets(Analyzer& analyzer, std::string_view query, std::string_view language);

}  // namespace broadsheet::testing
