#include "common/text/number_term.h"

#include <algorithm>

namespace broadsheet {

namespace {

std::string concatenate(const std::vector<std::string>& groups, std::size_t count) {
    std::string digits;
    for (std::size_t i = 0; i < count; ++i)
        digits += groups[i];
    return digits;
}

// Groups 1 to `count` - 1 look like thousands: three digits each; in Indian numbers only the last.
bool are_thousands(const PrintedNumber& number, std::size_t count) {
    const auto& groups = number.groups;
    if (count < 2 || groups[0].empty() || groups[0].size() > 3 || groups[0] == "0") return false;
    for (std::size_t i = 1; i < count; ++i) {
        const bool is_lakh = number.signs[0] == ',' && i + 1 < count && groups[i].size() == 2;
        if (groups[i].size() != 3 && !is_lakh) return false;
    }
    return true;
}

std::vector<std::string> two_groups(const PrintedNumber& number) {
    const std::string& whole = number.groups[0];
    const std::string& rest = number.groups[1];
    const bool thousands = are_thousands(number, 2);
    switch (number.signs[0]) {
        case '.':
            if (thousands) return {whole + "." + rest, whole + rest};
            return {whole + "." + rest};
        case ',':
            if (thousands) return {whole + rest};
            return rest.size() <= 2 ? std::vector{whole + "." + rest} : std::vector<std::string>{};
        default:
            return thousands ? std::vector{whole + rest} : std::vector<std::string>{};
    }
}

}  // namespace

std::vector<std::string> number_terms(const PrintedNumber& number) {
    const auto& groups = number.groups;
    const std::string& signs = number.signs;
    if (signs.empty()) return {groups[0]};
    if (signs.size() == 1) return two_groups(number);
    const std::size_t count = groups.size();
    const bool same_signs =
        std::all_of(signs.begin(), signs.end(), [&](char sign) { return sign == signs[0]; });
    if (same_signs) {
        if (are_thousands(number, count)) return {concatenate(groups, count)};
        return {};
    }
    const bool last_differs =
        std::all_of(signs.begin(), signs.end() - 1, [&](char sign) { return sign == signs[0]; });
    const bool is_decimal = signs.back() == '.' || signs.back() == ',';
    if (!last_differs || !is_decimal || !are_thousands(number, count - 1)) return {};
    return {concatenate(groups, count - 1) + "." + groups.back()};
}

}  // namespace broadsheet
