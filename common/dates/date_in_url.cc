#include <algorithm>
#include <charconv>
#include <string>

#include "common/dates/date_parser.h"
#include "common/dates/date_tokens.h"
#include "common/dates/date_words.h"

namespace broadsheet {

namespace {

// Digits of `count` at `offset`, ended by something else; -1 otherwise.
int url_number(std::string_view url, std::size_t offset, std::size_t count) {
    if (offset + count > url.size()) return -1;
    int value = 0;
    const char* const begin = url.data() + offset;
    const auto [end, error] = std::from_chars(begin, begin + count, value);
    if (error != std::errc() || end != begin + count) return -1;
    return value;
}

bool ends_number(std::string_view url, std::size_t offset) {
    return offset >= url.size() || !is_date_digit(url[offset]);
}

// What stands at `offset` of a path, after a sign that is no digit.
std::optional<Date> url_date_at(std::string_view url, std::size_t offset) {
    const int year = url_number(url, offset, 4);
    if (year < 1980 || year > 2100) return std::nullopt;
    std::size_t at = offset + 4;
    if (at >= url.size()) return std::nullopt;
    if (is_date_digit(url[at])) {
        if (!ends_number(url, at + 4)) return std::nullopt;
        return make_date(year, url_number(url, at, 2), url_number(url, at + 2, 2));
    }
    const char sign = url[at++];
    if (sign != '/' && sign != '-' && sign != '_') return std::nullopt;
    std::size_t size = 0;
    while (at + size < url.size() && url[at + size] != sign)
        ++size;
    const std::string_view part = url.substr(at, size);
    const bool digits = part.size() >= 1 && part.size() <= 2 &&
                        std::all_of(part.begin(), part.end(), is_date_digit);
    if (!digits && sign != '/') return std::nullopt;
    const int month = digits ? url_number(url, at, size) : month_of(fold_date_word(part));
    if (month < 1 || month > 12) return std::nullopt;
    at += size + 1;
    for (const std::size_t day_digits : {2U, 1U}) {
        const int day = url_number(url, at, day_digits);
        if (day < 1 || !ends_number(url, at + day_digits)) continue;
        if (const auto date = make_date(year, month, day)) return date;
    }
    return sign == '/' && at <= url.size() ? make_date(year, month) : std::nullopt;
}

}  // namespace

std::optional<Date> date_in_url(std::string_view url) {
    const std::size_t scheme = url.find("://");
    std::size_t at = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
    url = url.substr(0, url.find_first_of("?#"));
    for (; at < url.size(); ++at) {
        if (is_date_digit(url[at]) || at + 1 >= url.size() || !is_date_digit(url[at + 1])) continue;
        if (const auto date = url_date_at(url, at + 1)) return date;
    }
    return std::nullopt;
}

}  // namespace broadsheet
