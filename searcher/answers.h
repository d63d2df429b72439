#pragma once

#include "broadsheet/searcher.h"
#include "common/cli/exit_code.h"
#include "common/cli/standard_output.h"
#include "searcher/options.h"

namespace broadsheet {

/// True, with complaints, when the query has mistakes and --strict was given.
bool is_refused(const SearchRequest& request);

/// Prints the whole article that was asked for. Nothing found when there is none with that id.
cli::ExitCode show_article(
    Searcher& searcher, const SearchRequest& request, cli::StandardOutput& out
);

/// Prints what a beginning may become, words before headlines.
cli::ExitCode print_completions(
    Searcher& searcher, const SearchRequest& request, cli::StandardOutput& out
);

/// Prints the exact number of articles that match.
cli::ExitCode print_count(
    Searcher& searcher, const SearchRequest& request, cli::StandardOutput& out
);

/// Prints the facets and the timeline that were asked for.
cli::ExitCode print_counts(
    Searcher& searcher, const SearchRequest& request, cli::StandardOutput& out
);

/// Prints the hits; what else there is to say goes to standard error.
cli::ExitCode print_hits(
    Searcher& searcher, const SearchRequest& request, cli::StandardOutput& out
);

/// Prints articles like another one or like a text. Nothing found when there is no article with
/// that id.
cli::ExitCode print_similar(
    Searcher& searcher, const SearchRequest& request, cli::StandardOutput& out
);

/// Prints how well the runs answered the judged queries, and how two of them differ. Nothing found
/// when nothing was judged relevant.
cli::ExitCode print_evaluation(const SearchRequest& request, cli::StandardOutput& out);

}  // namespace broadsheet
