#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

/// Letters, digits and blanks of ASCII, whatever the locale. Formats are recognised by such names.

constexpr bool is_ascii_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

constexpr bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_ascii_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

constexpr bool is_ascii_letter(char c) {
    return is_ascii_upper(c) || (c >= 'a' && c <= 'z');
}

constexpr char to_ascii_lower(char c) {
    return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The text with its ASCII capitals made small.
std::string ascii_lower(std::string_view text);

/// True when the texts are the same but for the case of ASCII letters.
bool equals_ignoring_case(std::string_view a, std::string_view b);
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);
bool ends_with_ignoring_case(std::string_view text, std::string_view suffix);

/// Where `needle` first stands in `text` from `offset`, letter case apart; npos when nowhere.
/// Takes time in proportion to text.size() for the short needles it is meant for.
std::size_t find_ignoring_case(
    std::string_view text, std::string_view needle, std::size_t offset = 0
);

/// The text without ASCII blanks at its ends.
std::string_view trimmed(std::string_view text);

/// Takes the first line off `rest` and returns it without its end (LF, CRLF or a lone CR).
std::string_view take_line(std::string_view& rest);

}  // namespace broadsheet
