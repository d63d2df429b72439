#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// The words, numbers and signs a date is written with.

enum class DateTokenKind { number, word, sign };

struct DateToken {
    DateTokenKind kind = DateTokenKind::sign;
    std::string word;  ///< folded; of a sign, the sign itself
    int value = 0;     ///< of a number
    std::size_t digits = 0;
    bool after_blank = false;
};

constexpr bool is_date_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The tokens of a text of UTF-8, blanks left out. Digits are ASCII ones.
std::vector<DateToken> date_tokens_of(std::string_view text);

/// Arabic and Persian digits as ASCII ones.
std::string with_ascii_digits(std::string_view text);

}  // namespace broadsheet
