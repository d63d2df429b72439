#pragma once

#include <string>
#include <string_view>

#include <xapian.h>

#include "broadsheet/query_tree.h"
#include "searcher/query/building.h"

namespace broadsheet {

/// Words side by side, also where a compound among them is printed in another way.
Xapian::Query phrase_query(const QueryNode& node, const Context& context, Building& building);

/// What is printed exactly so.
Xapian::Query printed_query(const QueryNode& node, const Context& context, Building& building);

/// The words, or values of an exact field, that fit a pattern.
Xapian::Query wildcard_query(const QueryNode& node, const Context& context, Building& building);

/// The words near `term`, which is the one of the node's text.
Xapian::Query fuzzy_query(
    const QueryNode& node, const std::string& term, const Context& context, Building& building
);

/// One value of an exact field.
Xapian::Query value_query(const QueryNode& node, Building& building);

/// The candidates that pass a check of their text. Where nothing but such articles matches the
/// query as a whole, the check is left for when they are in order.
Xapian::Query checked(
    const Xapian::Query& candidates,
    std::shared_ptr<TextCheck> check,
    const Context& context,
    Building& building
);

/// Tells the reader when not all words that fit what was typed are searched for.
void note_cut(const Expansion& found, std::string_view typed, Notes& notes);

/// Shows as well what `more` shows.
void append(MatchTargets& targets, const MatchTargets& more);

}  // namespace broadsheet
