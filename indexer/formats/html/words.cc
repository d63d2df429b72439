#include "indexer/formats/html/words.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "common/ascii.h"
#include "common/utf8.h"
#include "indexer/formats/html/html_text.h"
#include "indexer/formats/html/html_tree.h"

namespace broadsheet::html {

namespace {

bool is_word_character(char32_t c) {
    if (c < 0x80)
        return is_ascii_letter(static_cast<char>(c)) || is_ascii_digit(static_cast<char>(c));
    const auto code = static_cast<UChar32>(c);
    return u_isalnum(code) != 0 || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0;
}

/// Thai and Lao mark the end of a sentence with a blank, and that of a paragraph not at all.
bool ends_in_script_without_stops(std::string_view text) {
    constexpr std::size_t kSizeMin = 120;  // bytes: forty letters, more than a label has
    if (text.size() < kSizeMin) return false;
    const auto lead = static_cast<unsigned char>(text[text.size() - 3]);
    const auto middle = static_cast<unsigned char>(text[text.size() - 2]);
    return lead == 0xE0 && middle >= 0xB8 && middle <= 0xBB;  // U+0E00 to U+0EFF
}

bool is_ideograph(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}

}  // namespace

std::string plain_text(std::string_view text) {
    std::string out;
    if (text.find_first_of("<&") != std::string_view::npos) {
        for (const std::string& paragraph : html_to_paragraphs(text)) {
            if (!out.empty()) out += ' ';
            out += paragraph;
        }
        return out;
    }
    append_collapsed(out, text);
    return std::string(trimmed(out));
}

std::string lower_case(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(point.value))));
        i += point.length;
    }
    return out;
}

std::string comparable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        if (is_word_character(point.value)) {
            append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(point.value))));
        }
        i += point.length;
    }
    return out;
}

bool is_address(std::string_view text) {
    const bool one_word = text.find(' ') == std::string_view::npos;
    return (one_word && text.find("://") != std::string_view::npos) || text.starts_with("//") ||
           text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
}

std::size_t word_count(std::string_view text) {
    std::size_t count = 0;
    bool in_word = false;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        const bool word = is_word_character(point.value);
        if (word && (!in_word || is_ideograph(point.value))) ++count;
        in_word = word;
        i += point.length;
    }
    return count;
}

bool ends_sentence(std::string_view text) {
    static constexpr std::array<std::string_view, 23> kEnds{
        ".",  "!", "?", "…", "。", "！", "？", "”", "\"", "’", "»", "」",
        "』", "।", "؟", "။", "۔",  ".)", "።",  "։", "។",  "།", "॥"};
    if (ends_in_script_without_stops(text)) return true;
    return std::any_of(kEnds.begin(), kEnds.end(), [text](std::string_view end) {
        return text.ends_with(end);
    });
}

std::vector<std::string> split_list(std::string_view text, std::string_view separators) {
    std::vector<std::string> pieces;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(separators);
        const std::string_view piece = trimmed(text.substr(0, end));
        if (!piece.empty()) pieces.emplace_back(piece);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return pieces;
}

}  // namespace broadsheet::html
