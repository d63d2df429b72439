#include "searcher/printers/date_text.h"

#include <array>
#include <cstddef>
#include <string_view>

#include <fmt/format.h>

namespace broadsheet {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"};

// The number of one or two digits at an offset of a date in ISO 8601.
std::size_t digits_at(std::string_view iso, std::size_t offset) {
    const auto digit = [iso](std::size_t at) { return static_cast<std::size_t>(iso[at] - '0'); };
    return digit(offset) * 10 + digit(offset + 1);
}

}  // namespace

std::string date_text(const Date& date) {
    const std::string iso = to_iso(date);
    std::string year = iso.substr(0, 4);
    if (iso.size() < 7) return year;
    const std::string_view month = kMonths[digits_at(iso, 5) - 1];
    if (iso.size() < 10) return fmt::format("{} {}", month, year);
    return fmt::format("{} {} {}", digits_at(iso, 8), month, year);
}

std::string date_and_time_text(const Date& date) {
    const std::string iso = to_iso(date);
    if (date.precision != DatePrecision::instant) return date_text(date);
    const std::string time = iso.substr(11, 5);
    const std::size_t zone = iso.find_first_of("Z+-", 11);
    const std::string offset = iso.ends_with('Z') ? std::string() : iso.substr(zone);
    return fmt::format("{}, {} UTC{}", date_text(date), time, offset);
}

}  // namespace broadsheet
