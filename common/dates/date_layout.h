#pragma once

#include <string>
#include <string_view>

#include "common/dates/date_parser.h"

namespace broadsheet {

/// Reads a date written exactly in a layout of strptime: %d/%m/%Y, %Y%m%d%H%M%S, %d %B %Y %H:%M %z.
/// Names of months and days are English. It is as precise as the layout; a time without %z is UTC.
/// Nothing for text that is written otherwise, and for days that do not exist.
std::optional<Date> parse_date_in_layout(std::string_view text, std::string_view layout);

/// What is wrong with a layout, as in "%Q means nothing"; empty when nothing is.
std::string wrong_in_date_layout(std::string_view layout);

}  // namespace broadsheet
