#pragma once

#include <string>
#include <vector>

namespace broadsheet {

/// A number as printed: groups of ASCII digits and the sign before each group but the first, one of
/// '.', ',', '\'' or ' '. There is one sign less than groups.
struct PrintedNumber {
    std::vector<std::string> groups;
    std::string signs;
};

/// The terms of a printed number: "4,000" is 4000, "3,5" is 3.5, "4.000" may be either way and has
/// both. Empty when the groups are numbers of their own (30.04.2019, 1,2,3).
std::vector<std::string> number_terms(const PrintedNumber& number);

}  // namespace broadsheet
