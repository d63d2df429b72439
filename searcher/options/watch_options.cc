#include <array>
#include <string_view>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "searcher/options/option_group.h"

namespace broadsheet {

namespace {

using cli::Option;

constexpr std::string_view kCategory = "Watching an index";

constexpr std::array kRows = {
    Option{
        .name = "watch",
        .value = "FILE",
        .category = kCategory,
        .help = "answer each query of a file, written as for --batch, from the articles that came "
                "in since the last such call: all of them unless --limit says otherwise; the "
                "first call only remembers what is in already"},
    Option{
        .name = "state",
        .value = "FILE",
        .category = kCategory,
        .help = "remembers what --watch has seen (default: the file of queries with .state "
                "behind its name)"},
};

void read(const cli::Options& options, SearchRequest& request) {
    if (!options.has("watch")) {
        if (!options.has("state")) return;
        throw Error(ErrorKind::invalid_argument, "--state is for --watch FILE: give that too");
    }
    constexpr std::array<std::string_view, 10> kOthers = {
        "show",
        "count",
        "facet",
        "timeline",
        "batch",
        "evaluate",
        "suggest",
        "similar",
        "background",
        "similar-text"};
    for (const std::string_view other : kOthers) {
        if (!options.has(other)) continue;
        throw Error(
            ErrorKind::invalid_argument, fmt::format("--watch does not go with --{}", other)
        );
    }
    if (options.arguments().size() > 1) {
        throw Error(
            ErrorKind::invalid_argument,
            "with --watch the queries come from its file: leave them out of the command"
        );
    }
    request.watch = options.text("watch");
    if (*request.watch == "-" && !options.has("state")) {
        throw Error(
            ErrorKind::invalid_argument,
            "queries from standard input need a file to remember what was seen: give --state FILE"
        );
    }
    request.watch_state = options.has("state") ? options.text("state") : *request.watch + ".state";
    if (!options.has("limit")) request.query.limit = kEveryHit;
    if (request.format == "html" || request.format == "markdown" || request.format == "json") {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "--watch cannot print {}: choose text, jsonl, csv, tsv, ids or trec", request.format
            )
        );
    }
}

}  // namespace

constinit const OptionGroup kWatchOptions = {kRows, read};

}  // namespace broadsheet
