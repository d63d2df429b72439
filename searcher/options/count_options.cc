#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadsheet/error.h"
#include "common/cli/edit_distance.h"
#include "common/cli/number_text.h"
#include "searcher/options/option_group.h"

namespace broadsheet {

namespace {

using cli::Option;

constexpr std::string_view kCategory = "Counting all that match";

constexpr std::array<std::string_view, 4> kUnits = {"year", "month", "week", "day"};

constexpr std::array kRows = {
    Option{
        .name = "count",
        .category = kCategory,
        .help = "only the exact number of articles that match"},
    Option{
        .name = "facet",
        .value = "FIELD[:N]",
        .category = kCategory,
        .help = "instead of articles: how many of all that match have which source, section, tag, "
                "place, language, author, bundle, year, month or day; the N most frequent values "
                "(10), with 0 all; may be given several times"},
    Option{
        .name = "timeline",
        .value = "UNIT",
        .category = kCategory,
        .help = "instead of articles: how many of all that match were published when",
        .choices = kUnits},
};

FacetRequest read_facet(const std::string& text) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    FacetRequest facet{.field = text.substr(0, colon)};
    const auto names = facet_fields();
    if (std::ranges::find(names, facet.field) == names.end()) {
        const auto meant = cli::nearest(facet.field, names);
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "option --facet does not know '{}': {}",
                facet.field,
                meant ? fmt::format("did you mean {}?", *meant)
                      : fmt::format("choose one of {}", fmt::join(names, ", "))
            )
        );
    }
    if (colon == text.size()) return facet;
    const auto values = cli::parse_count(std::string_view(text).substr(colon + 1));
    if (!values) {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "option --facet needs a whole number behind the colon, as in {}:20, not '{}'",
                facet.field,
                text.substr(colon + 1)
            )
        );
    }
    facet.values = *values;
    return facet;
}

void read(const cli::Options& options, SearchRequest& request) {
    request.count_only = options.has("count");
    for (const std::string& text : options.texts("facet"))
        request.facets.push_back(read_facet(text));
    if (options.has("timeline")) {
        const auto unit = std::ranges::find(kUnits, options.text("timeline")) - kUnits.begin();
        request.timeline = static_cast<TimeUnit>(unit);
    }
    if (request.facets.empty() && !request.timeline) return;
    constexpr std::array<std::string_view, 5> kFormats = {"text", "json", "jsonl", "csv", "tsv"};
    if (std::ranges::find(kFormats, request.format) != kFormats.end()) return;
    throw Error(
        ErrorKind::invalid_argument,
        fmt::format(
            "--facet and --timeline cannot be printed as {}: choose one of {}",
            request.format,
            fmt::join(kFormats, ", ")
        )
    );
}

}  // namespace

constinit const OptionGroup kCountOptions = {kRows, read};

}  // namespace broadsheet
