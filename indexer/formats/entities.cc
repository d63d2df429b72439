#include "indexer/formats/entities.h"

#include <algorithm>
#include <array>

#include <libxml/HTMLparser.h>

#include "common/ascii.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNameBytesMax = 10;  // "thetasym;" and such

// What "&#NNN" or "&#xHHH" stands for; sets `size` to the bytes read, 0 when it is no reference.
std::string numeric_reference(std::string_view text, std::size_t& size) {
    size = 0;
    std::size_t i = 2;
    const bool hexadecimal = i < text.size() && to_ascii_lower(text[i]) == 'x';
    if (hexadecimal) ++i;
    const std::size_t digits = i;
    char32_t value = 0;
    for (; i < text.size() && i < digits + 8; ++i) {
        const char c = to_ascii_lower(text[i]);
        const bool letter = hexadecimal && c >= 'a' && c <= 'f';
        if (!is_ascii_digit(c) && !letter) break;
        value = value * (hexadecimal ? 16 : 10) +
                static_cast<char32_t>(letter ? c - 'a' + 10 : c - '0');
    }
    if (i == digits) return {};
    size = i < text.size() && text[i] == ';' ? i + 1 : i;
    if (value >= 0x80 && value <= 0x9F)
        return repair_utf8(std::string(1, static_cast<char>(value)));
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    const bool control = value < 0x20 && value != '\t' && value != '\n' && value != '\r';
    std::string out;
    if (!control && !surrogate && value <= 0x10FFFF) append_utf8(out, value);
    return out;
}

std::string named_reference(std::string_view text, std::size_t& size) {
    size = 0;
    const std::size_t end = text.substr(0, kNameBytesMax + 2).find(';');
    if (end == std::string_view::npos || end < 2) return {};
    const std::string name(text.substr(1, end - 1));
    std::string out;
    if (name == "apos") {
        out = "'";  // of XML, not of HTML 4
    } else {
        const auto* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
        if (entity == nullptr) return {};
        append_utf8(out, entity->value);
    }
    size = end + 1;
    return out;
}

}  // namespace

std::string decode_entities(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find('&'), text.size());
        out.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) break;
        std::size_t size = 0;
        const bool numeric = text.size() > 1 && text[1] == '#';
        const std::string value =
            numeric ? numeric_reference(text, size) : named_reference(text, size);
        out.append(size == 0 ? "&" : value);
        text.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return out;
}

}  // namespace broadsheet
