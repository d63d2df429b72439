#pragma once

#include <optional>
#include <vector>

#include "broadsheet/date.h"
#include "common/dates/date_tokens.h"

namespace broadsheet {

/// The date these tokens are, read from left to right; nothing when one of them does not fit, or
/// there is no such day. In Thai, years are those of Buddha.
std::optional<Date> read_date(std::vector<DateToken> tokens, bool is_thai);

}  // namespace broadsheet
