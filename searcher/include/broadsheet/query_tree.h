#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/date.h"

namespace broadsheet {

/// What a part of a query asks for. The first group are leaves, the second hold children.
enum class QueryKind : std::uint8_t {
    everything,    ///< every article
    word,          ///< `text`: one stretch without blanks, of which analysis may make several words
    phrase,        ///< `text`: words in this order, in their exact forms, `number` others between
    printed,       ///< `text`: words in this order, printed so: letter case and accents count
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
    same_sentence,   ///< all children in one sentence
    same_paragraph,  ///< all children in one paragraph, or another text such as the headline
};

/// A query as understood: a tree of plain values. Made by parse_query(), by hand, or with the
/// functions below; Query::tree asks an index with it.
struct QueryNode {
    QueryKind kind = QueryKind::everything;
    std::string text = {};
    /// Name of the field a leaf is limited to, as in QUERY_SYNTAX.md; empty: all text.
    std::string field = {};
    std::uint32_t number = 0;
    bool ordered = false;
    double weight = 1;  ///< 0 to kQueryWeightMax, in thousandths
    std::optional<Date> from = {};
    std::optional<Date> until = {};
    std::vector<QueryNode> children = {};

    friend bool operator==(const QueryNode&, const QueryNode&) = default;
};

/// A part of a query that is surely meant as syntax and is wrong: a field that is misspelt, a date
/// that does not exist. What can be understood of it is searched for all the same.
struct QueryMistake {
    std::string sentence = {};  ///< what is wrong and what was done
    std::size_t offset = 0;     ///< where: bytes of the text (in its repaired form when it was no
    std::size_t length = 0;     ///< UTF-8)
    std::string instead = {};   ///< what would be right at that place, or empty

    friend bool operator==(const QueryMistake&, const QueryMistake&) = default;
};

inline constexpr double kQueryWeightMax = 1000;

/// The widest NEAR and the loosest phrase: more is no longer a neighbourhood.
inline constexpr std::uint32_t kQueryDistanceMax = 100;

/// Brackets are understood to this depth; no tree of the parser is deeper than a small multiple.
inline constexpr int kQueryDepthMax = 50;

/// Trees made by hand may be this deep.
inline constexpr int kQueryTreeDepthMax = 500;

/// @name Building trees
/// `any_of({word("coup"), phrase("armed forces", "headline")})`. The field is one of the names in
/// QUERY_SYNTAX.md, or empty for all text.
/// @{
QueryNode word(std::string_view text, std::string_view field = {});
QueryNode phrase(std::string_view text, std::string_view field = {});
QueryNode value(std::string_view field, std::string_view text);
QueryNode published(const std::optional<Date>& from, const std::optional<Date>& until);
QueryNode all_of(std::vector<QueryNode> parts);
QueryNode any_of(std::vector<QueryNode> parts);
QueryNode without(QueryNode wanted, QueryNode unwanted);
QueryNode near(std::vector<QueryNode> parts, std::uint32_t words_between);
QueryNode in_sentence(std::vector<QueryNode> parts);
QueryNode in_paragraph(std::vector<QueryNode> parts);
/// @}

/// Reads a query by the rules of QUERY_SYNTAX.md. Never fails: what is not syntax is words, in
/// whatever encoding, length or depth it comes. Linear in the length of the text. "last week"
/// counts from today in UTC. Safe to call from several threads.
QueryNode query_tree(std::string_view text);

/// What is surely meant as syntax in a query and is wrong. Safe to call from several threads.
std::vector<QueryMistake> query_mistakes(std::string_view text);

/// The query in the syntax of QUERY_SYNTAX.md, from which query_tree() makes the same tree again
/// when the tree came from there; of a tree made by hand, a query that finds the same.
/// @throws Error: invalid_argument for a tree deeper than kQueryTreeDepthMax.
std::string to_text(const QueryNode& node);

}  // namespace broadsheet
