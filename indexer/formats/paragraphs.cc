#include "indexer/formats/paragraphs.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "common/ascii.h"
#include "common/eight_bytes.h"
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

// How many bytes of the beginning cleaning leaves as they are, in whole eights.
std::size_t clean_eights(std::string_view text) {
    std::size_t at = 0;
    if constexpr (std::endian::native == std::endian::little) {
        std::uint64_t blank_before = 0x80;  // in the place of the first byte
        for (; at + 8 <= text.size(); at += 8) {
            const std::uint64_t bytes = eight_bytes::load(text.data() + at);
            const std::uint64_t blanks = eight_bytes::equal(bytes, ' ');
            const std::uint64_t doubled = blanks & (blanks << 8 | blank_before);
            const std::uint64_t others = eight_bytes::below(bytes, 0x20) |
                                         eight_bytes::equal(bytes, 0x7F) |
                                         (bytes & eight_bytes::kTopBits);
            if ((doubled | others) != 0) break;
            blank_before = blanks >> 56;
        }
    }
    return at;
}

// Length of the beginning that cleaning leaves as it is: words of ASCII with one blank between.
// Ends behind a word, so that blanks before what follows are still to be judged.
std::size_t clean_prefix(std::string_view text) {
    std::size_t i = clean_eights(text);
    bool blank = i == 0 || text[i - 1] == ' ';
    std::size_t behind_word = i > 0 && blank ? i - 1 : i;
    for (; i < text.size(); ++i) {
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

constexpr std::string_view kWideBlank = "\u3000";
constexpr std::string_view kWideIndent = "\u3000\u3000";

struct Line {
    std::string_view text;
    bool indented = false;
    bool blank = false;
    bool begins = false;  // a paragraph, beyond doubt
};

// Up to the next indent of Chinese and Japanese texts inside a line, where the line was lost.
std::string_view take_to_wide_indent(std::string_view& line) {
    const std::size_t start = std::min(line.find_first_not_of("\xE3\x80"), line.size());
    const std::size_t end = std::min(line.find(kWideIndent, start), line.size());
    const std::string_view part = line.substr(0, end);
    line.remove_prefix(end);
    return part;
}

void split_at_wide_indents(std::string_view line, std::vector<Line>& lines) {
    while (!line.empty()) {
        const std::string_view part = take_to_wide_indent(line);
        const bool begins = part.starts_with(kWideIndent);
        std::string_view inner = part;
        while (inner.starts_with(kWideBlank))
            inner.remove_prefix(kWideBlank.size());
        inner = trimmed(inner);
        if (!inner.empty()) lines.push_back({inner, false, false, begins});
    }
}

std::vector<Line> split_lines(std::string_view text) {
    std::vector<Line> lines;
    while (!text.empty()) {
        const std::string_view raw = take_line(text);
        if (raw.find(kWideIndent) != std::string_view::npos) {
            split_at_wide_indents(raw, lines);
            continue;
        }
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

// Han, kana and their punctuation: U+3000 to U+9FFF, and the wide forms from U+FF00, by the first
// two of their three bytes.
bool is_dense_letter(char first, char second) {
    const auto byte = static_cast<unsigned char>(first);
    return (byte >= 0xE3 && byte <= 0xE9) ||
           (byte == 0xEF && static_cast<unsigned char>(second) >= 0xBC);
}

// Chinese and Japanese have no blanks where a line was wrapped.
bool joins_without_blank(std::string_view before, std::string_view after) {
    if (before.size() < 3 || after.size() < 3) return false;
    const std::size_t last = before.size() - 3;
    return is_dense_letter(before[last], before[last + 1]) && is_dense_letter(after[0], after[1]);
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
        const bool begins = line.begins || (line.indented && indents);
        if (line.blank || !wrapped || begins) close(paragraph, out);
        if (!paragraph.empty() && !joins_without_blank(paragraph, line.text))
            paragraph.push_back(' ');
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
