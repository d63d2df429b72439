#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "broadsheet/article.h"

namespace broadsheet::bench {

/// Whether an answer is as good as the expected one.

/// Equal but for case, blanks and punctuation, and for a site's name behind the expected title.
bool same_title(const std::string& found, const std::string& expected);

/// The same names in any order, or the same words but for "By".
bool same_byline(const Article& article, std::string_view expected);

/// The same instant; the same day where either knows no more than that. A truth at midnight without
/// a zone knows the day only.
bool same_day_or_instant(const std::optional<Date>& found, const std::string& expected);

}  // namespace broadsheet::bench
