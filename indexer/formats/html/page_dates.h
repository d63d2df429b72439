#pragma once

#include <optional>
#include <string_view>

#include "broadsheet/date.h"
#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/html/metadata.h"

namespace broadsheet::html {

/// When an article was published and last changed.
struct PageDates {
    std::optional<Date> published;
    std::optional<Date> updated;
};

/// The dates its metadata claim; for the publication else the one it prints, else the date in its
/// address. A day is made an instant where another source knows the time of that day. `language`
/// as the page says it ("en-US") tells whether 04/05/2019 is in April or in May. A
/// date that nothing marks is looked for near `headline`.
PageDates choose_dates(
    const Tree& tree,
    const std::vector<const Claims*>& claims,
    std::string_view language,
    std::string_view headline
);

}  // namespace broadsheet::html
