#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "broadsheet/date.h"
#include "broadsheet/query_tree.h"

namespace broadsheet {

/// A stretch of time between the beginning of one date and the end of another, either open.
struct Period {
    std::optional<Date> from;
    std::optional<Date> until;
    bool turned = false;  ///< it was written with its end first

    friend bool operator==(const Period&, const Period&) = default;
};

/// Reads how people write periods: 2019, 2019-04, 30.4.2019, 4/30/2019 (where the other reading is
/// no date), april 2019, 30 April 2019, 30 de abril de 2019, April 30, 2019, 2019年4月, 2019-Q2,
/// 1990s, today, yesterday, this/last week, month, quarter or year, last 7 days; and ranges of
/// them, `2019-04..2019-05-15`, open at either end. Blanks, hyphens and underscores between words
/// are the same, letter case does not matter; month names in the languages of
/// common/dates/date_words.h. Nothing is returned for anything else. A range upside down is turned.
std::optional<Period> parse_period(std::string_view text, std::chrono::year_month_day today);

/// The date that was probably meant by one that does not exist, such as 2019-02-28 for 2019-02-30
/// and 2019-04-13 for 2019-13-04, or empty.
std::string nearest_date(std::string_view text);

}  // namespace broadsheet
