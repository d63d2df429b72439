#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::html {

constexpr std::size_t kNameSizeMax = 100;  ///< of what names the authors, in bytes

/// A byline without the words it opens with: "Von Jane Doe" is "Jane Doe".
std::string_view without_byline_opening(std::string_view byline);

/// A claimed name without what systems add to names: addresses in brackets, "| The Echo", blanks.
std::string clean_name(std::string_view claim);

/// What stands before the first date in a text, without the words that lead to it: "Jane Doe on" of
/// "Jane Doe on 14 February 2023" is "Jane Doe". The whole text where it has no digit.
std::string_view before_date(std::string_view text);

/// Whether a claim can be somebody's name at all: no address, no date, no "admin".
bool is_name(std::string_view text);

/// Whether these only say which house the article comes from: agencies, or the site itself.
bool names_only_house(const std::vector<std::string>& names, std::string_view site);

/// Whether the printed words say the same names and not much more.
bool says_the_same(std::string_view printed, const std::vector<std::string>& names);

/// The names with commas between them.
std::string joined_names(const std::vector<std::string>& names);

}  // namespace broadsheet::html
