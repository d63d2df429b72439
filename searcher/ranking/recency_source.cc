#include "searcher/ranking/recency_source.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <utility>

#include "common/fields.h"

namespace broadsheet {

namespace {

// The number that the digits from `at` on are; `missing` where the value is less precise.
unsigned digits(const std::string& value, std::size_t at, std::size_t count, unsigned missing) {
    if (value.size() < at + count) return missing;
    unsigned number = missing;
    std::from_chars(value.data() + at, value.data() + at + count, number);
    return number;
}

}  // namespace

double published_days(const std::string& slot_value) {
    constexpr double kHours = 24;
    constexpr double kMinutes = 24 * 60;
    if (slot_value.size() < 4) return 0;
    const std::chrono::year_month_day day{
        std::chrono::year(static_cast<int>(digits(slot_value, 0, 4, 1970))),
        std::chrono::month(digits(slot_value, 4, 2, 1)),
        std::chrono::day(digits(slot_value, 6, 2, 1))};
    if (!day.ok()) return 0;
    return static_cast<double>(std::chrono::sys_days(day).time_since_epoch().count()) +
           digits(slot_value, 8, 2, 0) / kHours + digits(slot_value, 10, 2, 0) / kMinutes;
}

RecencySource::RecencySource(std::string now, double half_life_days, double most)
    : ValuePostingSource(static_cast<Xapian::valueno>(Slot::published)),
      now_(std::move(now)),
      now_days_(published_days(now_)),
      half_life_days_(half_life_days),
      most_(most) {}

double RecencySource::get_weight() const {
    const double age = now_days_ - published_days(get_value());
    return age <= 0 ? most_ : most_ * std::exp2(-age / half_life_days_);
}

RecencySource* RecencySource::clone() const {
    return new RecencySource(now_, half_life_days_, most_);  // the engine takes it
}

void RecencySource::init(const Xapian::Database& segment) {
    ValuePostingSource::init(segment);
    set_maxweight(most_);
}

}  // namespace broadsheet
