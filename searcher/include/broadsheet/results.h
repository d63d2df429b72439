#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "broadsheet/article.h"

namespace broadsheet {

/// A stretch of a text, in bytes. Never cuts a character.
struct Span {
    std::size_t offset = 0;
    std::size_t length = 0;

    friend bool operator==(const Span&, const Span&) = default;
};

/// Plain text with the stretches that matched. Markup is the printer's business. Untrusted: it may
/// hold control characters.
struct Snippet {
    std::string text = {};
    std::vector<Span> highlights = {};  ///< ascending, never overlapping
};

/// One article of the answer.
struct Hit {
    std::size_t rank = 0;  ///< from 1, counted from the first hit of the query
    double score = 0;      ///< comparable within one answer only
    Article article = {};  ///< as stored, body included
    std::vector<Span> headline_highlights = {};  ///< in article.headline
    Snippet snippet = {};  ///< the passage that answers best, or the beginning of the body
};

/// The answer to a query. Plain values; outlive the Searcher.
struct Results {
    std::vector<Hit> hits = {};
    std::size_t total = 0;        ///< articles that match
    bool total_is_exact = false;  ///< otherwise an estimate
    /// With Query::expand the words added to the query, the weightiest first. Each stands for all
    /// its forms.
    std::vector<std::string> added_words = {};
    /// What was not understood as it may have been meant, one sentence each: an operator without
    /// words, an unbalanced quote, an expansion that was cut.
    std::vector<std::string> notes = {};
};

}  // namespace broadsheet
