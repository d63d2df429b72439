#pragma once

#include <cstddef>

#include <xapian.h>

namespace broadsheet {

/// About how many articles match; exactly, when they are few.
std::size_t estimated_matches(const Xapian::Database& index, const Xapian::Query& query);

}  // namespace broadsheet
