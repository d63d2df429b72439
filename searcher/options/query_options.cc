#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "searcher/options/option_group.h"

namespace broadsheet {

namespace {

using cli::Option;

constexpr std::string_view kCategory = "How the query is read";

constexpr std::array kRows = {
    Option{
        .name = "language",
        .value = "CODE",
        .category = kCategory,
        .help =
            "reduce the words of the query to their stems as in this language, such as en or pt"},
    Option{
        .name = "strict",
        .category = kCategory,
        .help = "refuse a query with a mistake in it, such as an unknown field or a date that does "
                "not exist; otherwise what can be understood is searched for"},
    Option{
        .name = "explain",
        .category = kCategory,
        .help = "say how the query was understood, and what the score of each article is made of; "
                "as text or json"},
    Option{
        .name = "suggest",
        .value = "BEGINNING",
        .category = kCategory,
        .help = "instead of searching: words and headlines that go on so; --limit of each"},
};

void read(const cli::Options& options, SearchRequest& request) {
    request.query.language = options.text("language");
    request.query.strict = options.has("strict");
    request.query.explain = options.has("explain");
    const std::string format = options.text("format");
    if (request.query.explain && format != "text" && format != "json" && format != "jsonl") {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format("--explain cannot be printed as {}: choose text, json or jsonl", format)
        );
    }
    constexpr std::size_t kSuggestions = 3;
    request.query.suggestions = kSuggestions;
    if (options.has("suggest")) request.beginning = options.text("suggest");
}

}  // namespace

constinit const OptionGroup kQueryOptions = {kRows, read};

}  // namespace broadsheet
