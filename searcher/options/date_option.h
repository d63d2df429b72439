#pragma once

#include <optional>
#include <string_view>

#include "broadsheet/date.h"
#include "common/cli/option_table.h"

namespace broadsheet {

/// The value of an option as a date; nothing when it was not given.
/// @throws Error: invalid_argument when it is none.
std::optional<Date> date_option(const cli::Options& options, std::string_view name);

}  // namespace broadsheet
