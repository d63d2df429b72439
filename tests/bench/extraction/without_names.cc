#include "tests/bench/extraction/without_names.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"

namespace broadsheet::bench {

namespace {

bool is_name(std::string_view attribute) {
    static constexpr std::array<std::string_view, 7> kNames{
        "class", "id", "role", "rel", "itemprop", "itemtype", "property"};
    return starts_with_ignoring_case(attribute, "data-") ||
           std::any_of(kNames.begin(), kNames.end(), [attribute](std::string_view name) {
               return equals_ignoring_case(attribute, name);
           });
}

/// The length of the attribute that `text` begins with, its value in quotes or not included.
std::size_t attribute_size(std::string_view text, std::size_t name_size) {
    std::size_t at = name_size;
    while (at < text.size() && is_ascii_blank(text[at]))
        ++at;
    if (at == text.size() || text[at] != '=') return name_size;
    ++at;
    while (at < text.size() && is_ascii_blank(text[at]))
        ++at;
    if (at == text.size()) return at;
    const char quote = text[at];
    const bool is_quoted = quote == '"' || quote == '\'';
    const std::size_t end =
        is_quoted ? text.find(quote, at + 1) : text.find_first_of(" \t\r\n>", at);
    return std::min(
        end == std::string_view::npos ? text.size() : end + (is_quoted ? 1 : 0), text.size()
    );
}

/// Copies a tag from its "<" to behind its ">"; returns how many bytes were read.
std::size_t copy_tag(std::string_view text, std::string& out) {
    std::size_t at = std::min(text.find_first_of(" \t\r\n>"), text.size());
    out += text.substr(0, at);
    while (at < text.size() && text[at] != '>') {
        const std::size_t name_size =
            std::min(text.substr(at).find_first_of(" \t\r\n=>"), text.size() - at);
        const std::size_t size = name_size == 0 ? 1 : attribute_size(text.substr(at), name_size);
        if (name_size == 0 || !is_name(text.substr(at, name_size))) out += text.substr(at, size);
        at += size;
    }
    return at;
}

bool keeps_names(std::string_view tag) {
    static constexpr std::array<std::string_view, 5> kKept{
        "<meta", "<link", "<script", "<!--", "<!"};
    return std::any_of(kKept.begin(), kKept.end(), [tag](std::string_view kept) {
        return starts_with_ignoring_case(tag, kept);
    });
}

}  // namespace

std::string without_names(std::string_view page) {
    std::string out;
    out.reserve(page.size());
    for (std::size_t at = 0; at < page.size();) {
        const std::string_view rest = page.substr(at);
        const bool is_tag = rest.size() > 1 && rest[0] == '<' && is_ascii_letter(rest[1]);
        if (is_tag && !keeps_names(rest)) {
            at += copy_tag(rest, out);
        } else {
            out += page[at++];
        }
    }
    return out;
}

}  // namespace broadsheet::bench
