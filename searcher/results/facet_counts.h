#pragma once

#include <cstddef>
#include <string_view>

#include <xapian.h>

#include "broadsheet/facets.h"

namespace broadsheet {

/// All matches of a query by a field, of which the `values` most frequent values are named; 0: all.
/// @throws Error (invalid_argument) for a field that is none of facet_fields().
Facet count_facet(
    const Xapian::Database& index,
    const Xapian::Query& query,
    std::string_view field,
    std::size_t values
);

/// All matches of a query by date of publication.
Timeline count_timeline(const Xapian::Database& index, const Xapian::Query& query, TimeUnit unit);

}  // namespace broadsheet
