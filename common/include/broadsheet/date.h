#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// How much of a date is known. A year is not its first of January.
enum class DatePrecision : std::uint8_t { year, month, day, instant };

/// A point or period in time as a publisher gave it: a year, a month, a day or an instant.
///
/// Periods (year, month, day) are those of the calendar as printed, without a time zone. An instant
/// is kept in UTC together with the offset it was printed with, so that it is compared correctly
/// and shown as printed. Two dates are equal when all their parts are.
struct Date {
    /// Milliseconds from 1970-01-01T00:00:00Z to the instant, or to the beginning of the period
    /// taken as UTC. Always between the years 1 and 9999 for a Date made by this module.
    std::int64_t begin_ms = 0;
    DatePrecision precision = DatePrecision::instant;
    /// Minutes east of UTC in which an instant was printed; 0 for the other precisions.
    std::int16_t offset_minutes = 0;

    friend bool operator==(const Date&, const Date&) = default;
};

/// A date of year precision, month precision or day precision of the proleptic Gregorian calendar.
/// Years 1 to 9999, months 1 to 12, days from 1. Nothing is returned for a day that does not exist.
std::optional<Date> make_date(int year);
std::optional<Date> make_date(int year, int month);
std::optional<Date> make_date(int year, int month, int day);

/// A date of instant precision. `offset_minutes` is that of the clock the time was read from, east
/// positive, within a day either way; milliseconds 0 to 999; a leap second (60) counts as the
/// second before. Nothing is returned for a time that does not exist.
std::optional<Date> make_instant(
    int year,
    int month,
    int day,
    int hour,
    int minute,
    int second,
    int millisecond = 0,
    int offset_minutes = 0
);

/// The instant that many milliseconds after 1970-01-01T00:00:00Z, or nothing outside years 1-9999.
std::optional<Date> instant_from_unix_ms(std::int64_t milliseconds);

/// The last millisecond that belongs to the date's year, month or day; begin_ms for an instant.
std::int64_t end_ms(const Date& date);

/// ISO 8601 as long as the precision: 2019, 2019-04, 2019-04-30, 2019-04-30T15:01:01.790+02:00.
/// Fractions only where there are any; Z for UTC.
std::string to_iso(const Date& date);

/// Reads what to_iso() writes, and the usual lenient forms of ISO 8601: basic format (20190430,
/// 20190430T150101Z), a space for the T, seconds left out, comma fractions, week dates and ordinal
/// dates not. A time without zone is taken as UTC. Surrounding blanks are ignored. Nothing is
/// returned for anything else, or for a date that does not exist.
std::optional<Date> parse_iso_date(std::string_view text);

}  // namespace broadsheet
