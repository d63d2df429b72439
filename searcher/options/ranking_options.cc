#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/cli/number_text.h"
#include "searcher/options/date_option.h"
#include "searcher/options/option_group.h"

namespace broadsheet {

namespace {

using cli::Option;

constexpr std::string_view kCategory = "Order and ranking";

constexpr std::array<std::string_view, 5> kOrders = {
    "relevance", "newest", "oldest", "source", "headline"};

constexpr std::array<std::string_view, 5> kModels = {"bm25", "bm25plus", "dph", "inl2", "pl2"};

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
    Option{
        .name = "like",
        .value = "ID",
        .category = kCategory,
        .help = "what is meant is like this article: its words count in the order, or are searched "
                "for where the query has none; may be given several times"},
    Option{
        .name = "unlike",
        .value = "ID",
        .category = kCategory,
        .help = "what is meant is not like this article, which is left out; may be given several "
                "times"},
    Option{
        .name = "recency",
        .value = "AGE",
        .category = kCategory,
        .help = "of articles that answer about as well, the newer first: after this age freshness "
                "counts half; 12d, 2w, 6m, 1y"},
    Option{
        .name = "now",
        .value = "DATE",
        .category = kCategory,
        .help = "what --recency counts age from, instead of the newest article's date"},
    Option{
        .name = "model",
        .value = "NAME",
        .category = kCategory,
        .help = "formula of ranking; bm25 did best where it was measured",
        .fallback = "bm25",
        .choices = kModels},
};

SortBy order(std::string_view name) {
    constexpr std::array<SortBy, kOrders.size()> kMeanings = {
        SortBy::relevance, SortBy::newest, SortBy::oldest, SortBy::source, SortBy::headline};
    return kMeanings[std::ranges::find(kOrders, name) - kOrders.begin()];
}

Model model(std::string_view name) {
    constexpr std::array<Model, kModels.size()> kMeanings = {
        Model::bm25, Model::bm25plus, Model::dph, Model::inl2, Model::pl2};
    return kMeanings[std::ranges::find(kModels, name) - kModels.begin()];
}

// Days of a number with the letter of a unit behind.
double read_age(const std::string& text) {
    struct Unit {
        char letter;
        double days;
    };

    constexpr std::array kUnits = {Unit{'d', 1}, Unit{'w', 7}, Unit{'m', 30.44}, Unit{'y', 365.25}};
    constexpr std::uint64_t kMost = 100'000;
    const auto unit = std::ranges::find(kUnits, text.empty() ? '\0' : text.back(), &Unit::letter);
    const auto number = unit == kUnits.end()
                            ? std::nullopt
                            : cli::parse_count(std::string_view(text).substr(0, text.size() - 1));
    if (!number || *number == 0 || *number > kMost) {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "option --recency needs a whole number of days, weeks, months or years, such as "
                "30d, 2w, 6m or 1y, not '{}'",
                text
            )
        );
    }
    return static_cast<double>(*number) * unit->days;
}

void read(const cli::Options& options, SearchRequest& request) {
    request.query.sort = order(options.text("sort"));
    request.query.expand = options.has("expand");
    request.query.like = options.texts("like");
    request.query.unlike = options.texts("unlike");
    request.query.model = model(options.text("model"));
    if (options.has("recency")) request.query.recency_days = read_age(options.text("recency"));
    request.query.now = date_option(options, "now");
    if (request.query.now && !options.has("recency")) {
        throw Error(ErrorKind::invalid_argument, "--now is what --recency counts from: give both");
    }
}

}  // namespace

constinit const OptionGroup kRankingOptions = {kRows, read};

}  // namespace broadsheet
