#include "indexer/formats/paragraphs.h"

#include <algorithm>

#include "common/ascii.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

// Lines longer than this were not wrapped by a person or a wire desk.
constexpr std::size_t kWrappedLineBytesMax = 120;

bool is_plain_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte < 0x7F;
}

bool is_blank(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

bool is_noise(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0xFEFF || c == 0xFFFE ||
           c == 0xFFFF;
}

// Length of the beginning that cleaning leaves as it is: words of ASCII with one blank between.
// Ends behind a word, so that blanks before what follows are still to be judged.
std::size_t clean_prefix(std::string_view text) {
    std::size_t behind_word = 0;
    bool blank = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_plain_byte(text[i])) {
            blank = false;
            behind_word = i + 1;
        } else if (text[i] == ' ' && !blank) {
            blank = true;
        } else {
            break;
        }
    }
    return behind_word;
}

struct Line {
    std::string_view text;
    bool indented = false;
    bool blank = false;
};

std::vector<Line> split_lines(std::string_view text) {
    std::vector<Line> lines;
    while (!text.empty()) {
        const std::string_view raw = take_line(text);
        const std::string_view inner = trimmed(raw);
        const std::size_t indent = raw.find_first_not_of(' ');
        const bool indented =
            !inner.empty() && (raw.front() == '\t' || (indent >= 2 && indent < 9));
        lines.push_back({inner, indented, inner.empty()});
    }
    return lines;
}

// Whether the lines from `at` to the next blank one were wrapped: none of them is long.
bool is_wrapped_block(const std::vector<Line>& lines, std::size_t at) {
    for (; at < lines.size() && !lines[at].blank; ++at) {
        if (lines[at].text.size() > kWrappedLineBytesMax) return false;
    }
    return true;
}

// Where every line is indented (quoted matter, a table), indentation tells nothing.
bool indents_tell(const std::vector<Line>& lines) {
    std::size_t indented = 0;
    std::size_t full = 0;
    for (const auto& line : lines) {
        indented += line.indented ? 1 : 0;
        full += line.blank ? 0 : 1;
    }
    return indented * 3 <= full * 2;
}

void close(std::string& paragraph, std::vector<std::string>& out) {
    std::string clean = clean_text(paragraph);
    if (!clean.empty()) out.push_back(std::move(clean));
    paragraph.clear();
}

}  // namespace

std::string clean_text(std::string_view text) {
    const std::size_t clean = clean_prefix(text);
    std::string out;
    out.reserve(text.size());
    out.append(text, 0, clean);
    bool space = false;
    for (std::size_t i = clean; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && is_plain_byte(text[end]))
            ++end;
        if (end == i) {
            const CodePoint c = decode_utf8(text, i);
            end = i + c.length;
            if (is_blank(c.value)) space = true;
            if (is_blank(c.value) || is_noise(c.value)) {
                i = end;
                continue;
            }
            if (space && !out.empty()) out.push_back(' ');
            append_utf8(out, c.value);
        } else {
            if (space && !out.empty()) out.push_back(' ');
            out.append(text, i, end - i);
        }
        space = false;
        i = end;
    }
    return out;
}

std::vector<std::string> paragraphs_of(std::string_view text, Indent indent) {
    const std::vector<Line> lines = split_lines(text);
    const bool indents = indent == Indent::starts_paragraph || indents_tell(lines);
    std::vector<std::string> out;
    std::string paragraph;
    bool wrapped = true;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (i == 0 || lines[i - 1].blank) wrapped = is_wrapped_block(lines, i);
        if (line.blank || !wrapped || (line.indented && indents)) close(paragraph, out);
        if (!paragraph.empty()) paragraph.push_back(' ');
        paragraph.append(line.text);
    }
    close(paragraph, out);
    return out;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        std::string line = clean_text(take_line(text));
        if (!line.empty()) out.push_back(std::move(line));
    }
    return out;
}

}  // namespace broadsheet
