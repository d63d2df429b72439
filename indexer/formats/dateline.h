#pragma once

#include <string>
#include <string_view>

#include "broadsheet/article.h"

namespace broadsheet {

/// Reads a dateline that stands alone, as formats with a field for it give it: "LONDON, Feb 26 -",
/// "CARACAS, Venezuela (AP) _". What is neither date nor agency is the place.
Dateline parse_dateline(std::string_view text);

/// Where a paragraph opens with a dateline, takes it off the paragraph and returns it: a place in
/// capitals, or any capitalised place beside a date or an agency in brackets, then a dash.
/// Empty, and the paragraph untouched, when it opens otherwise.
Dateline take_dateline(std::string& paragraph);

}  // namespace broadsheet
