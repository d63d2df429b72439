#include <algorithm>
#include <array>
#include <string_view>

#include "searcher/options/option_group.h"

namespace broadsheet {

namespace {

using cli::Option;

constexpr std::string_view kCategory = "Order and ranking";

constexpr std::array<std::string_view, 5> kOrders = {
    "relevance", "newest", "oldest", "source", "headline"};

constexpr std::array kRows = {
    Option{
        .name = "sort",
        .value = "ORDER",
        .category = kCategory,
        .help = "what comes first",
        .fallback = "relevance",
        .choices = kOrders},
    Option{
        .name = "expand",
        .category = kCategory,
        .help = "also search for words that the best articles have in common"},
};

SortBy order(std::string_view name) {
    constexpr std::array<SortBy, kOrders.size()> kMeanings = {
        SortBy::relevance, SortBy::newest, SortBy::oldest, SortBy::source, SortBy::headline};
    return kMeanings[std::ranges::find(kOrders, name) - kOrders.begin()];
}

void read(const cli::Options& options, SearchRequest& request) {
    request.query.sort = order(options.text("sort"));
    request.query.expand = options.has("expand");
}

}  // namespace

constinit const OptionGroup kRankingOptions = {kRows, read};

}  // namespace broadsheet
