#include "common/utf8.h"

#include <algorithm>
#include <array>

#include <simdjson.h>

namespace broadsheet {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

// windows-1252 for the bytes 0x80 to 0x9F (https://encoding.spec.whatwg.org/#windows-1252).
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

constexpr CodePoint kIllFormed{kReplacement, 1, false};

unsigned byte_at(std::string_view text, std::size_t offset) {
    return static_cast<unsigned char>(text[offset]);
}

bool is_continuation(std::string_view text, std::size_t offset) {
    return offset < text.size() && (byte_at(text, offset) & 0xC0U) == 0x80U;
}

char32_t from_windows_1252(unsigned byte) {
    return byte < 0xA0 ? kWindows1252[byte - 0x80] : static_cast<char32_t>(byte);
}

}  // namespace

CodePoint decode_utf8(std::string_view text, std::size_t offset) {
    const unsigned first = byte_at(text, offset);
    if (first < 0x80) return {first, 1, true};
    const unsigned length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4) return kIllFormed;
    char32_t value = first & (0xFFU >> (length + 1));
    for (unsigned i = 1; i < length; ++i) {
        if (!is_continuation(text, offset + i)) return kIllFormed;
        value = (value << 6U) | (byte_at(text, offset + i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < kSmallest[length] || surrogate || value > 0x10FFFF) return kIllFormed;
    return {value, static_cast<std::uint8_t>(length), true};
}

void append_utf8(std::string& out, char32_t c) {
    if ((c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF) c = kReplacement;
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

bool is_utf8(std::string_view text) {
    return simdjson::validate_utf8(text.data(), text.size());
}

std::string repair_utf8(std::string_view text) {
    if (is_utf8(text)) return std::string(text);
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode_utf8(text, i);
        if (c.valid) {
            out.append(text, i, c.length);
        } else {
            append_utf8(out, from_windows_1252(byte_at(text, i)));
        }
        i += c.length;
    }
    return out;
}

std::string_view utf8_prefix(std::string_view text, std::size_t size_bytes) {
    if (text.size() <= size_bytes) return text;
    std::size_t begin = size_bytes;
    while (begin > 0 && size_bytes - begin < 3 && is_continuation(text, begin))
        --begin;
    const bool cut_in_two = begin + decode_utf8(text, begin).length > size_bytes;
    return text.substr(0, cut_in_two ? begin : size_bytes);
}

std::size_t utf8_length(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

}  // namespace broadsheet
