#include "common/cli/display_width.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "common/utf8.h"

namespace broadsheet::cli {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Where a line may end and how wide it is up to there.
struct Break {
    std::size_t end = 0;  // one past the last byte before the break
    bool found = false;
};

// The bytes of the next line of `text`, which begins with no blank.
std::size_t line_length(std::string_view text, std::size_t width) {
    std::size_t columns = 0;
    std::size_t offset = 0;
    Break last;
    while (offset < text.size()) {
        if (is_blank(text[offset])) {
            if (offset == 0 || !is_blank(text[offset - 1])) last = {offset, true};
            if (text[offset] == '\n') return last.end;
        }
        const CodePoint c = decode_utf8(text, offset);
        const auto wide = static_cast<std::size_t>(std::max(0, display_width(c.value)));
        if (wide == 2 && offset > 0) last = {offset, true};
        if (columns + wide > width && !is_blank(text[offset])) {
            if (last.found && last.end > 0) return last.end;
            return std::max<std::size_t>(offset, offset == 0 ? c.length : 0);
        }
        columns += wide;
        offset += c.length;
        const bool joint = c.value == U'-' || c.value == U'–' || c.value == U'—' || wide == 2;
        if (joint && columns <= width) last = {offset, true};
    }
    return text.size();
}

}  // namespace

int display_width(char32_t character) {
    if (character >= 0x20 && character < 0x7F) return 1;
    const auto c = static_cast<UChar32>(character);
    switch (u_charType(c)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
        case U_CONTROL_CHAR:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
            return c == 0xAD ? 1 : 0;
        default:
            break;
    }
    // The vowels and finals of a Hangul syllable written in parts sit inside its first letter.
    if (c >= 0x1160 && c <= 0x11FF) return 0;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint c = decode_utf8(text, offset);
        columns += static_cast<std::size_t>(display_width(c.value));
        offset += c.length;
    }
    return columns;
}

std::vector<std::string_view> wrap(std::string_view text, std::size_t width) {
    width = std::max<std::size_t>(width, 2);
    std::vector<std::string_view> lines;
    while (true) {
        while (!text.empty() && is_blank(text.front()))
            text.remove_prefix(1);
        if (text.empty()) return lines;
        const std::size_t length = line_length(text, width);
        std::string_view line = text.substr(0, length);
        while (!line.empty() && is_blank(line.back()))
            line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(length);
    }
}

}  // namespace broadsheet::cli
