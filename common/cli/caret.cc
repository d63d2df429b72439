#include "common/cli/caret.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "common/cli/display_width.h"
#include "common/cli/sanitize.h"
#include "common/utf8.h"

namespace broadsheet::cli {

namespace {

constexpr std::size_t kContextBytes = 30;
constexpr std::size_t kPlaceBytes = 60;

// The last part of a text of at most so many bytes that begins with a whole character.
std::string_view utf8_suffix(std::string_view text, std::size_t bytes) {
    std::size_t begin = text.size() - std::min(text.size(), bytes);
    while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80)
        ++begin;
    return text.substr(begin);
}

}  // namespace

std::string caret_lines(std::string_view text, std::size_t begin, std::size_t length) {
    begin = std::min(begin, text.size());
    length = std::min(length, text.size() - begin);
    const std::string_view head = utf8_suffix(text.substr(0, begin), kContextBytes);
    const std::string before = (head.size() < begin ? "…" : "") + safe_for_terminal(head);
    const std::string place =
        safe_for_terminal(utf8_prefix(text.substr(begin, length), kPlaceBytes));
    const std::string_view rest = text.substr(begin + length);
    const std::string_view tail = utf8_prefix(rest, kContextBytes);
    const std::string behind = safe_for_terminal(tail) + (tail.size() < rest.size() ? "…" : "");
    return fmt::format(
        "  {}{}{}\n  {}{}\n",
        before,
        place,
        behind,
        std::string(display_width(before), ' '),
        std::string(std::max<std::size_t>(display_width(place), 1), '^')
    );
}

}  // namespace broadsheet::cli
