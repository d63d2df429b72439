#include <array>
#include <string_view>

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
        .name = "suggest",
        .value = "BEGINNING",
        .category = kCategory,
        .help = "instead of searching: words and headlines that go on so; --limit of each"},
};

void read(const cli::Options& options, SearchRequest& request) {
    request.query.language = options.text("language");
    request.query.strict = options.has("strict");
    constexpr std::size_t kSuggestions = 3;
    request.query.suggestions = kSuggestions;
    if (options.has("suggest")) request.beginning = options.text("suggest");
}

}  // namespace

constinit const OptionGroup kQueryOptions = {kRows, read};

}  // namespace broadsheet
