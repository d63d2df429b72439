#include "common/cli/sanitize.h"

#include <cstddef>
#include <cstdint>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "common/utf8.h"

namespace broadsheet::cli {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr int kMarksMax = 6;

bool is_plain_ascii(char c) {
    return c >= 0x20 && c < 0x7F;
}

bool is_line_or_blank(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

bool is_joiner(char32_t c) {
    return c == 0x200C || c == 0x200D;
}

bool is_mark(char32_t c) {
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

// Format characters reorder, hide or join; so do a few that Unicode files elsewhere.
bool is_invisible(char32_t c) {
    const auto code = static_cast<UChar32>(c);
    return u_charType(code) == U_FORMAT_CHAR || c == 0x34F || c == 0x115F || c == 0x1160 ||
           c == 0x17B4 || c == 0x17B5 || c == 0x3164 || c == 0xFFA0 ||
           (u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 &&
            u_hasBinaryProperty(code, UCHAR_VARIATION_SELECTOR) == 0);
}

bool may_join(char32_t c) {
    return c >= 0x300 && !is_control(c) && !is_line_or_blank(c) && !is_invisible(c);
}

// Hands every character that may be shown to `put`, in order.
template <typename Put>
void clean(std::string_view text, Put put) {
    char32_t before = 0;
    int marks = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = decode_utf8(text, offset);
        offset += point.length;
        char32_t c = point.value;
        if (is_line_or_blank(c)) c = U' ';
        if (is_control(c)) c = kReplacement;
        if (is_joiner(c)) {
            const bool inside = offset < text.size() && may_join(before) &&
                                may_join(decode_utf8(text, offset).value);
            if (!inside) continue;
        } else if (c >= 0x80 && is_invisible(c)) {
            continue;
        }
        marks = c >= 0x300 && is_mark(c) ? marks + 1 : 0;
        if (marks > kMarksMax) continue;
        before = c;
        put(c);
    }
}

void append_escaped(std::string& out, char32_t c) {
    switch (c) {
        case U'&':
            out += "&amp;";
            break;
        case U'<':
            out += "&lt;";
            break;
        case U'>':
            out += "&gt;";
            break;
        case U'"':
            out += "&quot;";
            break;
        case U'\'':
            out += "&#39;";
            break;
        default:
            append_utf8(out, c);
    }
}

}  // namespace

std::string safe_for_terminal(std::string_view text) {
    std::size_t plain = 0;
    while (plain < text.size() && is_plain_ascii(text[plain]))
        ++plain;
    if (plain == text.size()) return std::string(text);
    std::string out;
    out.reserve(text.size());
    clean(text, [&out](char32_t c) { append_utf8(out, c); });
    return out;
}

std::string safe_for_html(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    clean(text, [&out](char32_t c) { append_escaped(out, c); });
    return out;
}

std::string safe_json(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    for (std::size_t offset = 0; offset < json.size();) {
        const CodePoint c = decode_utf8(json, offset);
        const bool hidden = c.value >= 0x7F && (is_control(c.value) || is_line_or_blank(c.value) ||
                                                is_joiner(c.value) || is_invisible(c.value));
        if (!hidden) {
            out += json.substr(offset, c.length);
        } else if (c.value < 0x10000) {
            out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c.value));
        } else {
            const auto rest = static_cast<std::uint32_t>(c.value) - 0x10000U;
            out += fmt::format(
                "\\u{:04x}\\u{:04x}", 0xD800U + (rest >> 10U), 0xDC00U + (rest & 0x3FFU)
            );
        }
        offset += c.length;
    }
    return out;
}

}  // namespace broadsheet::cli
