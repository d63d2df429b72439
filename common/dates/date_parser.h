#pragma once

#include <optional>
#include <string_view>

#include "broadsheet/date.h"

namespace broadsheet {

/// Reads a date as news files write it, with as much precision as it was written: ISO 8601 and its
/// kin, RFC 822, 850, asctime and what mailers made of them, Reuters (26-FEB-1987 15:01:01.79),
/// "April 30, 2019", "30. April 2019, 15.30 Uhr", "2019年4月30日", 30.04.2019, 04/30/2019, month
/// names of some forty languages, 平成31年4月30日, Unix times of 9 to 11 digits (seconds) or 12 to
/// 14 (milliseconds), alone or as "/Date(1556618400000)/".
///
/// - Two-digit years are those of RFC 5322: 00 to 49 are 2000 to 2049, 50 to 99 are 1950 to 1999.
/// - In numbers with slashes or hyphens and the year last, the one above 12 is the day. Where both
///   could be the month and they differ, only the year is returned; with dots the day comes first.
/// - A time without zone is UTC. A zone nobody knows, or one that has summer time and does not say
///   ("ET"), makes the time worthless: the day is returned.
/// - Anything else, days that do not exist, and what has no year ("12 hours ago", "April 30") give
///   nothing. Text after 120 bytes is not looked at: such a text is no date.
std::optional<Date> parse_date(std::string_view text);

/// The day or month in a web address: /2019/04/30/, /2019/apr/30/, /2019-04-30-, /20190430/,
/// /2019/04/. The path only, years 1980 to 2100.
std::optional<Date> date_in_url(std::string_view url);

/// False for what cannot be the date of a report read at `now`: more than two days ahead (time
/// zones and tomorrow's edition), or before the first newspapers (1600).
bool is_believable(const Date& date, const Date& now);

}  // namespace broadsheet
