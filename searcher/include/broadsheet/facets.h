#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/date.h"

namespace broadsheet {

/// A value of a field and how many of the matches have it.
struct FacetValue {
    std::string value = {};  ///< as one of the articles prints it; 2019, 2019-04, 2019-04-30
    std::size_t articles = 0;

    friend bool operator==(const FacetValue&, const FacetValue&) = default;
};

/// All matches of a query by the values of one field. Values are the same when they differ in
/// letter case or blanks only; an article counts once under each value it has.
struct Facet {
    std::string field = {};
    std::vector<FacetValue> values = {};  ///< the most frequent first, equal ones by value
    std::size_t distinct = 0;             ///< values there are, shown or not
    std::size_t without = 0;              ///< matches without any value
    std::size_t total = 0;                ///< matches

    friend bool operator==(const Facet&, const Facet&) = default;
};

/// The fields a Facet can be made of.
std::span<const std::string_view> facet_fields();

enum class TimeUnit : std::uint8_t { year, month, week, day };

/// A stretch of time and how many of the matches were published in it (UTC).
struct Period {
    Date begin = {};  ///< of the precision of the unit; for a week its Monday
    std::size_t articles = 0;

    friend bool operator==(const Period&, const Period&) = default;
};

/// All matches of a query by their date of publication.
struct Timeline {
    TimeUnit unit = TimeUnit::year;
    std::vector<Period> periods = {};  ///< those with articles, the oldest first
    std::size_t undated = 0;           ///< matches without a date as exact as the unit
    std::size_t total = 0;             ///< matches

    friend bool operator==(const Timeline&, const Timeline&) = default;
};

}  // namespace broadsheet
