#include "common/ascii.h"

#include <algorithm>

#include "common/eight_bytes.h"

namespace broadsheet {

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), to_ascii_lower);
    return out;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return to_ascii_lower(x) == to_ascii_lower(y);
    });
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() &&
           equals_ignoring_case(text.substr(0, prefix.size()), prefix);
}

bool ends_with_ignoring_case(std::string_view text, std::string_view suffix) {
    return text.size() >= suffix.size() &&
           equals_ignoring_case(text.substr(text.size() - suffix.size()), suffix);
}

std::size_t find_ignoring_case(std::string_view text, std::string_view needle, std::size_t offset) {
    if (needle.empty()) return std::min(offset, text.size());
    const char small = to_ascii_lower(needle.front());
    const char capital =
        small >= 'a' && small <= 'z' ? static_cast<char>(small - 'a' + 'A') : small;
    for (std::size_t i = offset; i + needle.size() <= text.size(); ++i) {
        const char c = text[i];
        if ((c == small || c == capital) &&
            equals_ignoring_case(text.substr(i, needle.size()), needle)) {
            return i;
        }
    }
    return std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_ascii_blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_ascii_blank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view take_line(std::string_view& rest) {
    // Lines are short: plain loops are faster here than find_first_of(), which calls for every
    // byte.
    std::size_t end = 0;
    for (; end + 8 <= rest.size(); end += 8) {
        const std::uint64_t bytes = eight_bytes::load(rest.data() + end);
        if ((eight_bytes::equal(bytes, '\n') | eight_bytes::equal(bytes, '\r')) != 0) break;
    }
    while (end < rest.size() && rest[end] != '\n' && rest[end] != '\r')
        ++end;
    if (end == rest.size()) {
        const std::string_view line = rest;
        rest = {};
        return line;
    }
    const std::string_view line = rest.substr(0, end);
    const bool pair = rest[end] == '\r' && end + 1 < rest.size() && rest[end + 1] == '\n';
    rest.remove_prefix(end + (pair ? 2 : 1));
    return line;
}

}  // namespace broadsheet
