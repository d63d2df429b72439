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

/// The date a short line consists of, perhaps behind a few words: "Posted on April 21, 2015".
std::optional<Date> date_line(std::string_view line);

/// The dates its metadata claim; for the publication else the first <time> or element marked as a
/// date that holds one, else the date in its address.
PageDates choose_dates(const Tree& tree, const std::vector<const Claims*>& claims);

}  // namespace broadsheet::html
