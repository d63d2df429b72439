#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "broadsheet/facets.h"
#include "broadsheet/query.h"
#include "common/cli/program.h"
#include "common/cli/terminal.h"

namespace broadsheet {

/// The program as data: examples, options, what help says.
const cli::Program& search_program();

/// `--facet FIELD:N`.
struct FacetRequest {
    std::string field;
    std::size_t values = 10;  ///< 0: all
};

/// What one call of broadsheet-search asks for.
struct SearchRequest {
    std::string index;                        ///< path of the index
    Query query;                              ///< all words of the command line, joined by spaces
    std::optional<std::string> show;          ///< id of an article to print whole
    std::optional<std::string> similar;       ///< id of an article to find others like
    std::optional<std::string> similar_text;  ///< file with a text to find articles like
    Likeness likeness;
    std::optional<std::string> beginning;  ///< of a query that is to be completed
    std::optional<std::string> batch;      ///< file of queries to answer, "-" for standard input
    std::optional<std::string> watch;      ///< file of saved queries to answer from what is new
    std::string watch_state;               ///< file that remembers what that is
    std::size_t jobs = 1;                  ///< workers that answer them
    std::optional<std::string> evaluate;   ///< file of judgments to hold runs against
    std::vector<std::string> runs;         ///< files of one or two runs
    std::vector<FacetRequest> facets;      ///< what to count the matches by
    std::optional<TimeUnit> timeline;
    std::vector<std::string> fields;  ///< what to print of each hit; empty: the usual
    bool count_only = false;          ///< print the number of matches only
    std::string format;               ///< name of a printer
    cli::ColorChoice color = cli::ColorChoice::automatic;
    cli::ColorChoice hyperlinks = cli::ColorChoice::automatic;
    bool pager = true;  ///< long text on a terminal goes through one
};

/// @throws Error: invalid_argument with a sentence on what is wrong and how it is written.
SearchRequest read_request(const cli::Options& options);

}  // namespace broadsheet
