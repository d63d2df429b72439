#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "broadsheet/query_tree.h"

namespace broadsheet {

/// A term that is looked up in the index.
struct ExplainedTerm {
    std::string text = {};     ///< folded; of a stem, the stem
    bool is_stem = false;      ///< it stands for all forms of a word
    std::size_t articles = 0;  ///< that have it
    /// ISO 639 codes of the languages in which the typed word gives it, the empty one for unknown
    /// languages; no languages for words that fit a pattern.
    std::vector<std::string> languages = {};
};

/// A word, phrase or pattern of the query with the terms it stands for.
struct ExplainedLeaf {
    QueryNode leaf = {};
    std::vector<ExplainedTerm> terms = {};
    bool cut = false;  ///< a pattern fits more words than are searched for
};

/// One thing that adds to scores.
struct ScorePart {
    /// "word" in any form, "typed form", "side by side", "near", "freshness" or "other articles"
    std::string what = {};
    std::string field = {};               ///< it is looked for in; empty: all text
    std::vector<std::string> terms = {};  ///< some of those that count
};

/// How much a part gives to the score of one hit.
struct Contribution {
    std::size_t part = 0;  ///< index into Explanation::parts
    double score = 0;

    friend bool operator==(const Contribution&, const Contribution&) = default;
};

/// How a query was understood, and what its hits are ranked by.
struct Explanation {
    QueryNode tree = {};
    std::string text = {};  ///< the tree in the syntax of queries
    std::vector<ExplainedLeaf> leaves = {};
    std::vector<ScorePart> parts = {};
};

}  // namespace broadsheet
