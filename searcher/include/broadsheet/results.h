#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/article.h"
#include "broadsheet/explanation.h"
#include "broadsheet/query_tree.h"
#include "broadsheet/suggestions.h"

namespace broadsheet {

/// A stretch of a text, in bytes. Never cuts a character.
struct Span {
    std::size_t offset = 0;
    std::size_t length = 0;

    friend bool operator==(const Span&, const Span&) = default;
};

/// A stretch of a stored article that stands in a snippet letter by letter, so that what a snippet
/// shows can be looked up and quoted.
struct Quote {
    std::string_view field = {};  ///< member of Article: "paragraphs", "deck", "captions" or "tags"
    std::size_t number = 0;       ///< which paragraph or caption, from 0; else 0
    Span stored = {};             ///< in that text; for a caption in Caption::text
    std::size_t offset = 0;       ///< byte of Snippet::text at which it begins

    friend bool operator==(const Quote&, const Quote&) = default;
};

/// The text of the article that a quote was cut from; empty for a quote of another article.
std::string_view quoted_text(const Article& article, const Quote& quote);

/// Plain text with the stretches that matched. Markup is the printer's business. Untrusted: it may
/// hold control characters.
struct Snippet {
    std::string text = {};
    std::vector<Span> highlights = {};  ///< ascending, never overlapping, each inside one quote
    /// What of `text` is the article's own, ascending; the rest are marks where something is left
    /// out and blanks between paragraphs.
    std::vector<Quote> quotes = {};
};

/// One article of the answer.
struct Hit {
    std::size_t rank = 0;  ///< from 1, counted from the first hit of the query
    double score = 0;      ///< comparable within one answer only
    Article article = {};  ///< as stored, body included
    std::vector<Span> headline_highlights = {};  ///< in article.headline
    Snippet snippet = {};  ///< the passage that answers best, or the beginning of the body
    /// With Query::snippets above 1 the passages next best, the better first. They hold a match
    /// each and never overlap.
    std::vector<Snippet> further_snippets = {};
    /// Of Searcher::similar: nearly the same text as the article asked about or as a hit before.
    bool near_copy = false;
    /// With Query::explain what its score is made of, the most first.
    std::vector<Contribution> contributions = {};
};

/// The answer to a query. Plain values; outlive the Searcher.
struct Results {
    std::vector<Hit> hits = {};
    std::size_t total = 0;        ///< articles that match
    bool total_is_exact = false;  ///< otherwise an estimate
    /// With Query::expand the words added to the query, of Searcher::similar those it looked for,
    /// the weightiest first. Each stands for all its forms.
    std::vector<std::string> added_words = {};
    /// What was not understood as it may have been meant, one sentence each: an operator without
    /// words, an unbalanced quote, an expansion that was cut.
    std::vector<std::string> notes = {};
    std::vector<QueryMistake> mistakes = {};  ///< in Query::text
    /// With Query::suggestions what was probably meant, the likeliest first.
    std::vector<Suggestion> suggestions = {};
    /// With Query::explain.
    std::optional<Explanation> explanation = {};
};

}  // namespace broadsheet
