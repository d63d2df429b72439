#include "searcher/options/date_option.h"

#include <string>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/dates/date_parser.h"

namespace broadsheet {

std::optional<Date> date_option(const cli::Options& options, std::string_view name) {
    const std::string text = options.text(name);
    if (text.empty()) return std::nullopt;
    if (const auto date = parse_iso_date(text)) return date;
    if (const auto date = parse_date(text)) return date;
    throw Error(
        ErrorKind::invalid_argument,
        fmt::format(
            "option --{} does not know the date '{}': give a year, a month or a day that exists, "
            "such as 2019, 2019-04 or 2019-04-30",
            name,
            text
        )
    );
}

}  // namespace broadsheet
