#pragma once

#include <string>
#include <string_view>

#include "broadsheet/query_tree.h"

namespace broadsheet {

/// The term prefix of the field a part is asked of; empty: all text.
std::string_view prefix_of(const QueryNode& node);

/// Whether the part is asked of a field whose values are taken whole.
bool is_exact_field(const QueryNode& node);

/// Whether a part says which articles are looked at and nothing about how well they answer.
bool is_filter(const QueryNode& node);

/// What a filter limits. Filters with the same name are alternatives, others must all hold. Empty
/// for a filter that stands alone.
std::string filter_name(const QueryNode& node);

/// Whether any part says how well an article answers.
bool scores(const QueryNode& node);

/// Whether nothing in it must hold: each part only offers articles.
bool is_open(const QueryNode& node);

}  // namespace broadsheet
