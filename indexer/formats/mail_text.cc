#include "indexer/formats/mail_text.h"

#include <algorithm>

#include "common/ascii.h"
#include "indexer/formats/paragraphs.h"

namespace broadsheet {

namespace {

// So many lines of code letters in a row are a file, not text.
constexpr std::size_t kEncodedLinesMin = 4;

// "begin 644 map.gif"
bool opens_uuencode(std::string_view line) {
    if (!line.starts_with("begin ") || line.size() < 11) return false;
    return is_ascii_digit(line[6]) && is_ascii_digit(line[7]) && is_ascii_digit(line[8]);
}

bool is_uuencoded(std::string_view line) {
    if (line.size() < 60 || line.size() > 62 || line[0] != 'M') return false;
    return std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '`'; });
}

bool is_base64(std::string_view line) {
    if (line.size() < 60 || line.size() > 80) return false;
    return std::all_of(line.begin(), line.end(), [](char c) {
        return is_ascii_letter(c) || is_ascii_digit(c) || c == '+' || c == '/' || c == '=';
    });
}

bool is_encoded(std::string_view line) {
    return is_uuencoded(line) || is_base64(line);
}

struct Quoted {
    std::size_t depth = 0;
    std::string_view text;
};

// Takes ">", "> >", ": " and "| " off.
Quoted without_quote_marks(std::string_view line) {
    Quoted quoted{0, line};
    if (line.starts_with(": ") || line.starts_with("| ")) return {1, line.substr(2)};
    while (true) {
        const std::size_t mark = quoted.text.find_first_not_of(' ');
        const bool near = mark == 0 || (quoted.depth > 0 && mark == 1);
        if (mark == std::string_view::npos || !near || quoted.text[mark] != '>') return quoted;
        quoted.text.remove_prefix(mark + 1);
        ++quoted.depth;
    }
}

std::vector<std::string_view> lines_without_files(std::string_view text) {
    std::vector<std::string_view> lines;
    std::size_t encoded = 0;
    bool in_file = false;
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        if (opens_uuencode(line)) in_file = true;
        if (in_file && line == "end") {
            in_file = false;
            continue;
        }
        // A line of ordinary words ends a file whose end is missing.
        if (in_file && line.find(' ') != std::string_view::npos && !opens_uuencode(line) &&
            std::any_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
            in_file = false;
        }
        if (in_file) continue;
        encoded = is_encoded(line) ? encoded + 1 : 0;
        if (encoded == kEncodedLinesMin) lines.resize(lines.size() - (kEncodedLinesMin - 1));
        if (encoded < kEncodedLinesMin) lines.push_back(line);
    }
    return lines;
}

}  // namespace

std::vector<std::string> mail_paragraphs(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    std::size_t depth = 0;
    for (const std::string_view line : lines_without_files(text)) {
        const Quoted quoted = without_quote_marks(line);
        if (quoted.depth != depth) plain.push_back('\n');
        depth = quoted.depth;
        if (trimmed(line) != "--") plain.append(quoted.text);  // a signature follows that mark
        plain.push_back('\n');
    }
    return paragraphs_of(plain);
}

}  // namespace broadsheet
