#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "broadsheet/query.h"
#include "broadsheet/results.h"
#include "searcher/open_index.h"
#include "searcher/query/query_builder.h"
#include "searcher/ranking/feedback.h"
#include "searcher/snippet/snippet_maker.h"

namespace broadsheet {

/// What the index is asked for by a query: its text or tree, within its dates and arrivals, with
/// the notes on how it was read. With `scoring` words score themselves where they can.
/// @throws Error (invalid_argument) for an end before the beginning, a tree that is too deep, and,
/// where the query is strict, a mistake in it.
BuiltQuery understand(
    OpenIndex& index, const Query& query, const std::shared_ptr<WordScoring>& scoring = nullptr
);

/// Adds what is wished for beside the words to the query; returns the words that articles gave.
/// @throws Error (invalid_argument) where no article has an id that is named.
std::vector<std::string> improve(OpenIndex& index, const Query& query, BuiltQuery& built);

/// The weightiest of the terms that articles gave as words a person reads.
std::vector<std::string> words_to_show(OpenIndex& index, const std::vector<FeedbackTerm>& terms);

/// A hit with its marks and passages, as many as the query wants.
Hit hit_of(const Query& query, double score, Article article, SnippetMaker& snippets);

/// Hands over the hits in order; the results have everything else.
/// @throws Error (invalid_argument) as the functions above.
Results search(OpenIndex& index, const Query& query, const std::function<void(Hit&&)>& visit);

}  // namespace broadsheet
