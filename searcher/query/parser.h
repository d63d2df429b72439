#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/query_tree.h"

namespace broadsheet {

/// A query text as understood.
struct ParsedQuery {
    QueryNode root;
    /// What was not taken as it may have been meant, one sentence each, without repetition.
    std::vector<std::string> notes;
    /// What is surely syntax and wrong; places are bytes of `text`.
    std::vector<QueryMistake> mistakes;
    /// What was read: the text with its ill-formed bytes repaired, cut where it is too long.
    std::string text;
};

/// Reads a query by the rules of searcher/QUERY_SYNTAX.md. Never fails: what is not syntax is
/// words, in whatever encoding, length or depth it comes. Linear in the length of the text.
/// `today` is what "last week" counts from.
ParsedQuery parse_query(std::string_view text, std::chrono::year_month_day today);

/// The same with the day it is now in UTC.
ParsedQuery parse_query(std::string_view text);

/// Longer texts are cut, with a note.
inline constexpr std::size_t kQueryBytesMax = std::size_t{1} << 20;

}  // namespace broadsheet
