#include "broadsheet/date.h"

#include <chrono>

#include <fmt/format.h>

namespace broadsheet {

namespace {

using std::chrono::days;
using std::chrono::milliseconds;
using std::chrono::sys_days;

constexpr std::int64_t kMsPerSecond = 1000;
constexpr std::int64_t kMsPerMinute = 60 * kMsPerSecond;
constexpr std::int64_t kMsPerHour = 60 * kMsPerMinute;
constexpr std::int64_t kMsPerDay = 24 * kMsPerHour;

std::optional<std::int64_t> day_begin_ms(int year, int month, int day) {
    // std::chrono keeps months and days in one byte and would take month 257 for January.
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const std::chrono::year_month_day ymd{
        std::chrono::year(year),
        std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day))};
    if (!ymd.ok()) return std::nullopt;
    return sys_days(ymd).time_since_epoch().count() * kMsPerDay;
}

std::optional<Date> period(std::optional<std::int64_t> begin_ms, DatePrecision precision) {
    if (!begin_ms) return std::nullopt;
    return Date{*begin_ms, precision, 0};
}

std::chrono::year_month_day calendar_day(std::int64_t ms) {
    return std::chrono::floor<days>(std::chrono::sys_time<milliseconds>(milliseconds(ms)));
}

bool is_within_years(std::int64_t ms) {
    return ms >= *day_begin_ms(1, 1, 1) && ms < *day_begin_ms(9999, 12, 31) + kMsPerDay;
}

std::string offset_text(int minutes) {
    if (minutes == 0) return "Z";
    const char sign = minutes < 0 ? '-' : '+';
    const int m = minutes < 0 ? -minutes : minutes;
    return fmt::format("{}{:02}:{:02}", sign, m / 60, m % 60);
}

std::string instant_text(const Date& date) {
    const std::int64_t local = date.begin_ms + date.offset_minutes * kMsPerMinute;
    const auto ymd = calendar_day(local);
    const std::int64_t in_day = local - sys_days(ymd).time_since_epoch().count() * kMsPerDay;
    const std::int64_t ms = in_day % kMsPerSecond;
    return fmt::format(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{}",
        static_cast<int>(ymd.year()),
        static_cast<unsigned>(ymd.month()),
        static_cast<unsigned>(ymd.day()),
        in_day / kMsPerHour,
        in_day / kMsPerMinute % 60,
        in_day / kMsPerSecond % 60,
        ms == 0 ? "" : fmt::format(".{:03}", ms),
        offset_text(date.offset_minutes)
    );
}

// Reads an ISO date from left to right; every step says whether it found what it wanted.
class IsoReader {
public:
    explicit IsoReader(std::string_view text) : rest_(text) {}

    // Exactly that many decimal digits; no sign.
    bool number(std::size_t digits, int& out) {
        if (rest_.size() < digits) return false;
        int value = 0;
        for (const char c : rest_.substr(0, digits)) {
            if (c < '0' || c > '9') return false;
            value = value * 10 + (c - '0');
        }
        out = value;
        rest_.remove_prefix(digits);
        return true;
    }

    bool skip(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }

    bool skip_any(std::string_view set) {
        if (rest_.empty() || set.find(rest_.front()) == std::string_view::npos) return false;
        rest_.remove_prefix(1);
        return true;
    }

    // Digits after a decimal sign, the first three of which count.
    bool milliseconds(int& out) {
        std::size_t digits = 0;
        int scale = 100;
        out = 0;
        while (digits < rest_.size() && rest_[digits] >= '0' && rest_[digits] <= '9') {
            out += (rest_[digits++] - '0') * scale;
            scale /= 10;
        }
        rest_.remove_prefix(digits);
        return digits > 0;
    }

    [[nodiscard]] bool done() const { return rest_.empty(); }

    [[nodiscard]] bool next_is_digit() const {
        return !done() && rest_.front() >= '0' && rest_.front() <= '9';
    }

private:
    std::string_view rest_;
};

// Z, +02, +0200 or +02:00; nothing written means UTC.
bool read_offset(IsoReader& in, int& minutes) {
    minutes = 0;
    in.skip(' ');
    if (in.done() || in.skip_any("Zz")) return true;
    const bool west = in.skip('-');
    if (!west && !in.skip('+')) return false;
    int hour = 0;
    int minute = 0;
    if (!in.number(2, hour)) return false;
    const bool extended = in.skip(':');
    if ((extended || !in.done()) && !in.number(2, minute)) return false;
    if (minute > 59) return false;
    minutes = (hour * 60 + minute) * (west ? -1 : 1);
    return true;
}

struct DayParts {
    int year = 0;
    int month = 0;
    int day = 0;
};

std::optional<Date> read_time(IsoReader& in, const DayParts& d) {
    int hour = 0;
    int minute = 0;
    int second = 0;
    int ms = 0;
    int offset = 0;
    if (!in.number(2, hour)) return std::nullopt;
    const bool extended = in.skip(':');
    if (!in.number(2, minute)) return std::nullopt;
    if (extended ? in.skip(':') : in.next_is_digit()) {
        if (!in.number(2, second)) return std::nullopt;
        if (in.skip_any(".,") && !in.milliseconds(ms)) return std::nullopt;
    }
    if (!read_offset(in, offset) || !in.done()) return std::nullopt;
    return make_instant(d.year, d.month, d.day, hour, minute, second, ms, offset);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace

std::optional<Date> make_date(int year) {
    return period(day_begin_ms(year, 1, 1), DatePrecision::year);
}

std::optional<Date> make_date(int year, int month) {
    return period(day_begin_ms(year, month, 1), DatePrecision::month);
}

std::optional<Date> make_date(int year, int month, int day) {
    return period(day_begin_ms(year, month, day), DatePrecision::day);
}

std::optional<Date> make_instant(
    int year,
    int month,
    int day,
    int hour,
    int minute,
    int second,
    int millisecond,
    int offset_minutes
) {
    const auto begin = day_begin_ms(year, month, day);
    const bool time_exists = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 &&
                             second <= 60 && millisecond >= 0 && millisecond < 1000;
    const bool offset_exists = offset_minutes > -24 * 60 && offset_minutes < 24 * 60;
    if (!begin || !time_exists || !offset_exists) return std::nullopt;
    if (second == 60) second = 59;
    const std::int64_t ms = *begin + hour * kMsPerHour + (minute - offset_minutes) * kMsPerMinute +
                            second * kMsPerSecond + millisecond;
    if (!is_within_years(ms)) return std::nullopt;
    return Date{ms, DatePrecision::instant, static_cast<std::int16_t>(offset_minutes)};
}

std::optional<Date> instant_from_unix_ms(std::int64_t milliseconds) {
    if (!is_within_years(milliseconds)) return std::nullopt;
    return Date{milliseconds, DatePrecision::instant, 0};
}

std::int64_t end_ms(const Date& date) {
    const auto ymd = calendar_day(date.begin_ms);
    const auto begin_of = [](std::chrono::year_month_day day) {
        return sys_days(day).time_since_epoch().count() * kMsPerDay;
    };
    switch (date.precision) {
        case DatePrecision::year:
            return begin_of(ymd + std::chrono::years(1)) - 1;
        case DatePrecision::month:
            return begin_of(ymd + std::chrono::months(1)) - 1;
        case DatePrecision::day:
            return date.begin_ms + kMsPerDay - 1;
        case DatePrecision::instant:
            break;
    }
    return date.begin_ms;
}

std::string to_iso(const Date& date) {
    if (date.precision == DatePrecision::instant) return instant_text(date);
    const auto ymd = calendar_day(date.begin_ms);
    std::string out = fmt::format("{:04}", static_cast<int>(ymd.year()));
    if (date.precision == DatePrecision::year) return out;
    out += fmt::format("-{:02}", static_cast<unsigned>(ymd.month()));
    if (date.precision == DatePrecision::day)
        out += fmt::format("-{:02}", static_cast<unsigned>(ymd.day()));
    return out;
}

std::optional<Date> parse_iso_date(std::string_view text) {
    IsoReader in(trimmed(text));
    DayParts d;
    if (!in.number(4, d.year)) return std::nullopt;
    if (in.done()) return make_date(d.year);
    const bool extended = in.skip('-');
    if (!in.number(2, d.month)) return std::nullopt;
    if (in.done()) return extended ? make_date(d.year, d.month) : std::nullopt;
    if (extended && !in.skip('-')) return std::nullopt;
    if (!in.number(2, d.day)) return std::nullopt;
    if (in.done()) return make_date(d.year, d.month, d.day);
    if (!in.skip_any("Tt ")) return std::nullopt;
    return read_time(in, d);
}

}  // namespace broadsheet
