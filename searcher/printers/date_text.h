#pragma once

#include <string>

#include "broadsheet/date.h"

namespace broadsheet {

/// A date for reading, as long as what is known: "2019", "April 2019", "30 April 2019". Of an
/// instant, the day on the clock it was printed with.
std::string date_text(const Date& date);

/// The same, and the time of an instant: "30 April 2019, 15:01 UTC+02:00".
std::string date_and_time_text(const Date& date);

}  // namespace broadsheet
