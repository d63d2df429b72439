#include "indexer/formats/html/page_dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "indexer/formats/html/printed_date.h"

namespace broadsheet::html {

namespace {

/// What systems write where they know no date, and days to come, which are misread or mistyped.
bool is_nothing(const Date& date) {
    using std::chrono::duration_cast, std::chrono::milliseconds, std::chrono::system_clock;
    const auto now = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    return date.begin_ms == 0 || !is_believable(date, instant_from_unix_ms(now).value());
}

/// 04/05/2019 with dots between the numbers, where the day comes first, or with the month put
/// behind the day; as it is where nobody can tell.
std::string with_day_first(std::string_view text, std::string_view language) {
    std::string out(text);
    const bool english = starts_with_ignoring_case(language, "en");
    const bool american = starts_with_ignoring_case(language, "en-us") ||
                          starts_with_ignoring_case(language, "en_us");
    if (language.empty() || (english && language.size() < 5)) return out;
    std::array<std::size_t, 3> starts{};
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < out.size() && numbers < 3; ++i) {
        const bool begins = is_ascii_digit(out[i]) && (i == 0 || !is_ascii_digit(out[i - 1]));
        if (begins) starts[numbers++] = i;
    }
    if (numbers < 3 || starts[0] != 0 || starts[2] > 6) return out;
    const std::string first = out.substr(0, starts[1] - 1);
    const std::string second = out.substr(starts[1], starts[2] - starts[1] - 1);
    const std::string rest = out.substr(starts[2]);
    return (american ? second + '.' + first : first + '.' + second) + '.' + rest;
}

std::optional<Date> claimed_date(std::string_view text, std::string_view language) {
    if (text.empty()) return std::nullopt;
    std::optional<Date> date = parse_date(text);
    if (date && date->precision == DatePrecision::year) {
        const auto better = parse_date(with_day_first(trimmed(text), language));
        if (better) date = better;
    }
    if (!date) date = date_line(text);
    return date && !is_nothing(*date) ? date : std::nullopt;
}

/// Whether `exact` is an instant of the day that `day` is.
bool is_time_of(const Date& exact, const Date& day) {
    return exact.precision > day.precision && day.precision == DatePrecision::day &&
           to_iso(exact).substr(0, 10) == to_iso(day).substr(0, 10);
}

std::optional<Date> date_in_address(const std::vector<const Claims*>& claims) {
    for (const Claims* claim : claims) {
        if (claim->url.empty()) continue;
        if (const auto date = date_in_url(claim->url)) return date;
    }
    return std::nullopt;
}

/// A date that nothing marks may be that of a meeting: a day in the address knows better.
std::optional<Date> printed_date(
    const Tree& tree, std::string_view headline, const std::optional<Date>& in_address
) {
    if (const auto marked = marked_date(tree, headline)) return marked;
    const std::optional<Date> near = date_near_headline(tree, headline);
    const bool is_other_day = near && in_address && in_address->precision == DatePrecision::day &&
                              to_iso(*near).substr(0, 10) != to_iso(*in_address);
    return is_other_day ? std::nullopt : near;
}

}  // namespace

PageDates choose_dates(
    const Tree& tree,
    const std::vector<const Claims*>& claims,
    std::string_view language,
    std::string_view headline
) {
    PageDates dates;
    for (const Claims* claim : claims) {
        const std::optional<Date> published = claimed_date(claim->published, language);
        if (!dates.published || (published && is_time_of(*published, *dates.published)))
            dates.published = published ? published : dates.published;
        if (!dates.updated) dates.updated = claimed_date(claim->updated, language);
    }
    if (!dates.published || dates.published->precision == DatePrecision::day) {
        const std::optional<Date> printed = printed_date(tree, headline, date_in_address(claims));
        const bool is_better = printed && !is_nothing(*printed) &&
                               (!dates.published || is_time_of(*printed, *dates.published));
        if (is_better) dates.published = printed;
    }
    if (!dates.published) dates.published = date_in_address(claims);
    return dates;
}

}  // namespace broadsheet::html
