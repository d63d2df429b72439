#pragma once

#include <optional>
#include <string_view>

#include "broadsheet/date.h"
#include "indexer/formats/html/html_tree.h"

namespace broadsheet::html {

/// The date of publication as the page prints it in a <time> or an element marked as a date, those
/// that say that they are the publication's and stand by the headline first.
std::optional<Date> marked_date(const Tree& tree, std::string_view headline);

/// The date in a short line near the headline that nothing marks.
std::optional<Date> date_near_headline(const Tree& tree, std::string_view headline);

/// The date a short line begins with, perhaps behind a few words: "Posted on April 21, 2015 | by
/// Jane Doe".
std::optional<Date> date_line(std::string_view line);

}  // namespace broadsheet::html
