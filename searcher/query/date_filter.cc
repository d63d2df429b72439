#include "searcher/query/date_filter.h"

#include <string>
#include <string_view>

#include "common/fields.h"
#include "searcher/query/no_match.h"

namespace broadsheet {

namespace {

constexpr auto kSlot = static_cast<Xapian::valueno>(Slot::published);

// The slot holds digits as long as the precision: 2019, 201904, 20190430, 20190430150101. A year
// begins with its first day, so the bound is the shortest value that begins then: 2019 for
// 2019-01-01T00:00:00.
std::string lower_bound(const Date& date) {
    const auto instant = instant_from_unix_ms(date.begin_ms);
    std::string digits = date_slot_value(instant.value_or(date));
    constexpr std::string_view kMidnight = "000000";
    if (digits.size() != 14 || !digits.ends_with(kMidnight)) return digits;
    digits.resize(8);
    for (int part = 0; part < 2 && digits.ends_with("01"); ++part)
        digits.resize(digits.size() - 2);
    return digits;
}

std::string upper_bound(const Date& date) {
    const auto last = instant_from_unix_ms(end_ms(date));
    return date_slot_value(last.value_or(date));
}

}  // namespace

Xapian::Query date_filter(const std::optional<Date>& from, const std::optional<Date>& until) {
    const std::string lowest = from ? lower_bound(*from) : std::string("0");
    if (!until) return {Xapian::Query::OP_VALUE_GE, kSlot, lowest};
    const std::string highest = upper_bound(*until);
    if (lowest > highest) return no_match();
    return {Xapian::Query::OP_VALUE_RANGE, kSlot, lowest, highest};
}

Xapian::Query undated_filter() {
    return {
        Xapian::Query::OP_AND_NOT,
        Xapian::Query(std::string()),
        Xapian::Query(Xapian::Query::OP_VALUE_GE, kSlot, "0")};
}

}  // namespace broadsheet
