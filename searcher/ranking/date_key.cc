#include "searcher/ranking/date_key.h"

#include <algorithm>

#include "common/fields.h"

namespace broadsheet {

std::string DateKey::operator()(const Xapian::Document& document) const {
    constexpr char kBehindAllDigits = '\x7E';
    constexpr char kBeforeAllDigits = '\x01';
    constexpr std::string_view kUndated = "\x7F";

    std::string key = document.get_value(static_cast<Xapian::valueno>(Slot::published));
    if (key.empty()) {
        key = kUndated;
    } else if (order_ == Order::oldest_first) {
        key += kBeforeAllDigits;
    } else {
        std::transform(key.begin(), key.end(), key.begin(), [](char digit) {
            return static_cast<char>('0' + '9' - digit);
        });
        // A month stands for its first day: newer days of it come before.
        key += kBehindAllDigits;
    }
    return key + document.get_value(static_cast<Xapian::valueno>(Slot::id));
}

}  // namespace broadsheet
