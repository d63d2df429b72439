#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "broadsheet/date.h"

namespace broadsheet {

/// What a part of a query asks for. The first group are leaves, the second hold children.
enum class QueryKind : std::uint8_t {
    everything,    ///< every article
    word,          ///< `text`: one stretch without blanks, of which analysis may make several words
    phrase,        ///< `text`: words in this order, in their exact forms, `number` others between
    wildcard,      ///< `text`: a word with `*` for any letters and `?` for one
    fuzzy,         ///< `text`: a word with up to `number` letters wrong
    value,         ///< `text`: the whole value of an exact field
    date_range,    ///< published between `from` and `until`, either of which may be open
    date_unknown,  ///< undated articles

    sequence,  ///< any of the children; those required must be, those excluded must not, and
               ///< filters (values and dates) limit the rest
    all,       ///< AND
    either,    ///< OR
    require,   ///< +child, one child
    exclude,   ///< -child, one child
    near,  ///< children with at most `number` words between neighbours; `ordered`: in this order
};

/// A query as understood: a tree of plain values. Build one by hand or with parse_query().
struct QueryNode {
    QueryKind kind = QueryKind::everything;
    std::string text = {};
    /// Name of the field (fields.h) a leaf is limited to; empty: all text.
    std::string field = {};
    std::uint32_t number = 0;
    bool ordered = false;
    double weight = 1;  ///< 0 to kQueryWeightMax, in thousandths
    std::optional<Date> from = {};
    std::optional<Date> until = {};
    std::vector<QueryNode> children = {};

    friend bool operator==(const QueryNode&, const QueryNode&) = default;
};

inline constexpr double kQueryWeightMax = 1000;

/// The widest NEAR and the loosest phrase: more is no longer a neighbourhood.
inline constexpr std::uint32_t kQueryDistanceMax = 100;

/// Brackets are understood to this depth; no tree of the parser is deeper than a small multiple.
inline constexpr int kQueryDepthMax = 50;

/// The query in the syntax of QUERY_SYNTAX.md. parse_query() makes the same tree of it again when
/// the tree came from there.
std::string to_text(const QueryNode& node);

}  // namespace broadsheet
