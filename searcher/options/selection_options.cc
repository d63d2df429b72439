#include <array>
#include <string_view>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "searcher/options/date_option.h"
#include "searcher/options/option_group.h"

namespace broadsheet {

namespace {

using cli::Option;

constexpr std::string_view kCategory = "Which articles";

constexpr std::array kRows = {
    Option{
        .name = "from",
        .value = "DATE",
        .category = kCategory,
        .help = "published on or after this year, month or day: 2019, 2019-04, 2019-04-30"},
    Option{
        .name = "until",
        .value = "DATE",
        .category = kCategory,
        .help = "published on or before the end of this year, month or day"},
    Option{
        .name = "limit",
        .short_name = 'n',
        .value = "N",
        .category = kCategory,
        .help = "at most so many articles; 0: all of them",
        .fallback = "10"},
    Option{
        .name = "offset",
        .value = "N",
        .category = kCategory,
        .help = "pass over the first articles of the answer",
        .fallback = "0"},
};

void read(const cli::Options& options, SearchRequest& request) {
    Query& query = request.query;
    query.from = date_option(options, "from");
    query.until = date_option(options, "until");
    query.offset = *options.count("offset");
    query.limit = *options.count("limit");
    if (query.limit == 0) query.limit = kEveryHit;
    if (query.from && query.until && query.from->begin_ms > end_ms(*query.until)) {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "nothing lies between --from {} and --until {}: the first is later",
                options.text("from"),
                options.text("until")
            )
        );
    }
}

}  // namespace

constinit const OptionGroup kSelectionOptions = {kRows, read};

}  // namespace broadsheet
