#include <algorithm>
#include <array>
#include <string_view>
#include <thread>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadsheet/error.h"
#include "searcher/options/option_group.h"

namespace broadsheet {

namespace {

using cli::Option;

constexpr std::string_view kCategory = "Many queries";

constexpr std::array kRows = {
    Option{
        .name = "batch",
        .value = "FILE",
        .category = kCategory,
        .help = "answer each query of a file ('-': standard input): one a line, perhaps with a "
                "name and a tab before it, or topics of TREC; as trec unless --format says jsonl, "
                "csv, tsv or ids"},
    Option{
        .name = "jobs",
        .short_name = 'j',
        .value = "N",
        .category = kCategory,
        .help = "queries of a batch answered at once; the output is the same with any number "
                "(default: the cores)"},
    Option{
        .name = "evaluate",
        .value = "QRELS",
        .category = kCategory,
        .help = "how well runs answered judged queries, all in files as TREC has them: "
                "broadsheet-search --evaluate QRELS RUN [RUN2]"},
};

void read_batch(const cli::Options& options, SearchRequest& request) {
    if (!options.has("batch")) return;
    request.batch = options.text("batch");
    request.jobs =
        options.count("jobs", 1, 1024).value_or(std::max(1U, std::thread::hardware_concurrency()));
    if (options.arguments().size() > 1) {
        throw Error(
            ErrorKind::invalid_argument,
            "with --batch the queries come from its file: leave them out of the command"
        );
    }
    for (const char* other : {"show", "count", "facet", "timeline"}) {
        if (!options.has(other)) continue;
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format("--batch answers with hits and does not go with --{}", other)
        );
    }
    constexpr std::array<std::string_view, 5> kFormats = {"trec", "jsonl", "csv", "tsv", "ids"};
    if (std::ranges::find(kFormats, request.format) != kFormats.end()) return;
    throw Error(
        ErrorKind::invalid_argument,
        fmt::format(
            "--batch cannot print {}: choose one of {}", request.format, fmt::join(kFormats, ", ")
        )
    );
}

void read_evaluation(const cli::Options& options, SearchRequest& request) {
    if (!options.has("evaluate")) return;
    request.evaluate = options.text("evaluate");
    request.runs = options.arguments();
    if (request.runs.empty() || request.runs.size() > 2) {
        throw Error(
            ErrorKind::invalid_argument,
            "one run is evaluated, or two compared: broadsheet-search --evaluate QRELS RUN [RUN2]"
        );
    }
}

void read(const cli::Options& options, SearchRequest& request) {
    read_batch(options, request);
    read_evaluation(options, request);
}

}  // namespace

constinit const OptionGroup kBatchOptions = {kRows, read};

}  // namespace broadsheet
