#include "common/dates/date_layout.h"

#include <ctime>

#include <fmt/format.h>

namespace broadsheet {

namespace {

constexpr std::string_view kConversions = "YymbBhdejaAHIMSpzFTRDnt%";
constexpr std::size_t kTextBytesMax = 120;

bool has_any(std::string_view layout, std::string_view conversions) {
    for (std::size_t at = layout.find('%'); at != std::string_view::npos && at + 1 < layout.size();
         at = layout.find('%', at + 2)) {
        if (conversions.find(layout[at + 1]) != std::string_view::npos) return true;
    }
    return false;
}

}  // namespace

std::optional<Date> parse_date_in_layout(std::string_view text, std::string_view layout) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || text.size() > kTextBytesMax) return std::nullopt;
    const std::string copy(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
    std::tm time{};
    const char* const end = strptime(copy.c_str(), std::string(layout).c_str(), &time);
    if (end == nullptr || *end != '\0') return std::nullopt;
    const int year = time.tm_year + 1900;
    if (has_any(layout, "HITR")) {
        return make_instant(
            year,
            time.tm_mon + 1,
            time.tm_mday,
            time.tm_hour,
            time.tm_min,
            time.tm_sec,
            0,
            static_cast<int>(time.tm_gmtoff / 60)
        );
    }
    if (has_any(layout, "dejFD")) return make_date(year, time.tm_mon + 1, time.tm_mday);
    return has_any(layout, "mbBh") ? make_date(year, time.tm_mon + 1) : make_date(year);
}

std::string wrong_in_date_layout(std::string_view layout) {
    for (std::size_t at = 0; at < layout.size(); ++at) {
        if (layout[at] != '%') continue;
        if (++at == layout.size()) return "a % stands alone";
        if (kConversions.find(layout[at]) == std::string_view::npos)
            return fmt::format("%{} means nothing", layout[at]);
    }
    return has_any(layout, "YyFD") ? "" : "no year";
}

}  // namespace broadsheet
