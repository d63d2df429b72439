#pragma once

#include <optional>

#include <xapian.h>

#include "broadsheet/date.h"

namespace broadsheet {

/// Articles whose date begins at or after the beginning of `from` and not after the end of `until`;
/// undated ones are out. Either may be open. Does not score.
Xapian::Query date_filter(const std::optional<Date>& from, const std::optional<Date>& until);

/// Articles without a date.
Xapian::Query undated_filter();

}  // namespace broadsheet
