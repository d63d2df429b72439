#pragma once

#include <string>
#include <string_view>

#include "broadsheet/article.h"

namespace broadsheet {

/// Where a terminal finds an article: its address in the web, else the file it was read from where
/// that is known by its whole path; empty for neither. Nothing but printable ASCII, whatever the
/// article holds.
std::string link_to(const Article& article);

/// A line of text that a terminal opens `link` by, when it is not empty (OSC 8, as described at
/// https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda).
std::string linked(std::string_view line, std::string_view link);

}  // namespace broadsheet
