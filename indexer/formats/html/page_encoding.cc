#include "indexer/formats/html/page_encoding.h"

#include "common/ascii.h"

namespace broadsheet::html {

namespace {

bool is_label_character(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == ':' || c == '.';
}

/// The label behind `charset` or `encoding`: blanks, "=", blanks, perhaps a quote, the label.
std::string_view label_behind(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size() && is_ascii_blank(text[i]))
        ++i;
    if (i == text.size() || text[i] != '=') return {};
    ++i;
    while (i < text.size() && (is_ascii_blank(text[i]) || text[i] == '"' || text[i] == '\''))
        ++i;
    std::size_t end = i;
    while (end < text.size() && is_label_character(text[end]))
        ++end;
    return text.substr(i, end - i);
}

std::string_view label_in(std::string_view element, std::string_view key) {
    const std::size_t at = find_ignoring_case(element, key);
    return at == std::string_view::npos ? std::string_view{}
                                        : label_behind(element.substr(at + key.size()));
}

}  // namespace

std::string_view declared_charset(std::string_view page) {
    // Browsers look at 1024 bytes; many pages put their declaration behind that.
    constexpr std::size_t kPrescanSize = 16UL * 1024;
    const std::string_view head = page.substr(0, kPrescanSize);
    if (head.starts_with("<?xml")) {
        const std::string_view label = label_in(head.substr(0, head.find('>')), "encoding");
        if (!label.empty()) return label;
    }
    constexpr std::string_view kMeta = "<meta";
    for (std::size_t at = find_ignoring_case(head, kMeta); at != std::string_view::npos;
         at = find_ignoring_case(head, kMeta, at + kMeta.size())) {
        const std::size_t end = head.find('>', at);
        const std::string_view label = label_in(head.substr(at, end - at), "charset");
        if (!label.empty()) return label;
    }
    return {};
}

}  // namespace broadsheet::html
