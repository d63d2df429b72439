#include <array>
#include <string_view>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "searcher/options/option_group.h"

namespace broadsheet {

namespace {

using cli::Option;

constexpr std::string_view kCategory = "Articles like another";

constexpr std::array kRows = {
    Option{
        .name = "similar",
        .value = "ID",
        .category = kCategory,
        .help = "articles like the one with this id, by the words that make it special; a query "
                "and dates choose among them"},
    Option{
        .name = "background",
        .value = "ID",
        .category = kCategory,
        .help = "articles like it from before its date, copies left out: what led to it"},
    Option{
        .name = "similar-text",
        .value = "FILE",
        .category = kCategory,
        .help = "articles like the text in this file ('-': standard input)"},
    Option{
        .name = "no-copies",
        .category = kCategory,
        .help = "leave out what is nearly the same text as the article or as one listed before"},
};

constexpr std::array<std::string_view, 3> kWays = {"similar", "background", "similar-text"};

void check(const cli::Options& options, std::string_view way) {
    constexpr std::array<std::string_view, 17> kOthers = {
        "similar",
        "background",
        "similar-text",
        "show",
        "count",
        "facet",
        "timeline",
        "batch",
        "watch",
        "evaluate",
        "suggest",
        "sort",
        "expand",
        "like",
        "unlike",
        "recency",
        "model"};
    for (const std::string_view other : kOthers) {
        if (other == way || !options.has(other)) continue;
        throw Error(
            ErrorKind::invalid_argument, fmt::format("--{} does not go with --{}", way, other)
        );
    }
}

void read(const cli::Options& options, SearchRequest& request) {
    request.likeness.leave_out_copies = options.has("no-copies") || options.has("background");
    request.likeness.earlier_only = options.has("background");
    for (const std::string_view way : kWays) {
        if (!options.has(way)) continue;
        check(options, way);
        (way == "similar-text" ? request.similar_text : request.similar) = options.text(way);
        return;
    }
    if (options.has("no-copies")) {
        throw Error(
            ErrorKind::invalid_argument,
            "--no-copies is for articles like another: give --similar ID with it"
        );
    }
}

}  // namespace

constinit const OptionGroup kSimilarOptions = {kRows, read};

}  // namespace broadsheet
