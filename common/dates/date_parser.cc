#include "common/dates/date_parser.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>

#include "common/dates/date_reader.h"
#include "common/dates/date_tokens.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

constexpr std::size_t kDateBytesMax = 120;
constexpr std::int64_t kMsPerDay = 24LL * 60 * 60 * 1000;

std::string_view trim(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// "/Date(1556618400000)/" and "/Date(1556618400000+0200)/", as programs of Microsoft's write into
// JSON: the number counts from 1970 in UTC whatever follows it.
std::string_view without_wrapping(std::string_view text) {
    constexpr std::string_view kBegin = "/Date(";
    if (!text.starts_with(kBegin) || !text.ends_with(")/")) return text;
    text.remove_prefix(kBegin.size());
    return text.substr(0, text.find_first_of("+-)"));
}

// Digits only (or a sign and digits): a Unix time, or a day and time written together.
std::optional<Date> parse_digits(std::string_view text) {
    const std::size_t size = text.size();
    if (size < 8) return std::nullopt;
    if (size == 8) return parse_iso_date(text);
    if (size == 14 || size == 12) {
        const std::string spelt =
            std::string(text.substr(0, 8)) + 'T' + std::string(text.substr(8));
        const auto date = parse_iso_date(spelt);
        if (date && date->begin_ms > 0 && (text.starts_with("19") || text.starts_with("20")))
            return date;
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + size, number);
    if (error != std::errc() || end != text.data() + size) return std::nullopt;
    if (size <= 11) return instant_from_unix_ms(number * 1000);
    return size <= 14 ? instant_from_unix_ms(number) : std::nullopt;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    text = trim(text);
    if (text.size() < 4 || text.size() > kDateBytesMax || !is_utf8(text)) return std::nullopt;
    if (const auto date = parse_iso_date(text)) return date;
    text = without_wrapping(text);
    if (std::all_of(text.begin(), text.end(), is_date_digit)) return parse_digits(text);
    const bool is_thai = text.find("\xE0\xB8") != std::string_view::npos;
    if (text.find_first_of("\xD8\xD9\xDB\xE0") == std::string_view::npos) {
        return read_date(date_tokens_of(text), is_thai);
    }
    return read_date(date_tokens_of(with_ascii_digits(text)), is_thai);
}

bool is_believable(const Date& date, const Date& now) {
    static const std::int64_t kFirstNewspapers = make_date(1600)->begin_ms;
    return date.begin_ms >= kFirstNewspapers && date.begin_ms <= now.begin_ms + 2 * kMsPerDay;
}

}  // namespace broadsheet
