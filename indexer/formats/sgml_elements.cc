#include "indexer/formats/sgml_elements.h"

#include <algorithm>

#include "common/ascii.h"
#include "indexer/formats/entities.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

// Where "<" + mark + name stands, the name ending there.
std::size_t find_tag(
    std::string_view text, std::string_view mark, std::string_view name, std::size_t offset
) {
    for (std::size_t at = text.find('<', offset); at != kNowhere; at = text.find('<', at + 1)) {
        const std::string_view rest = text.substr(at + 1);
        if (!rest.starts_with(mark)) continue;
        const std::string_view tag = rest.substr(mark.size());
        if (!starts_with_ignoring_case(tag, name)) continue;
        const char after = tag.size() > name.size() ? tag[name.size()] : '>';
        if (after == '>' || after == '/' || is_ascii_blank(after)) return at;
    }
    return kNowhere;
}

// A tag of printing, which parts no words.
bool is_inline(std::string_view tag) {
    constexpr std::string_view kInline[] = {"B", "EM", "F", "I", "STRONG", "SUB", "SUP", "U"};
    tag.remove_prefix(tag.size() > 1 && tag[1] == '/' ? 2 : 1);
    const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n>"));
    return std::ranges::any_of(kInline, [&](std::string_view known) {
        return equals_ignoring_case(name, known);
    });
}

}  // namespace

std::size_t find_open_tag(std::string_view text, std::string_view name, std::size_t offset) {
    return find_tag(text, "", name, offset);
}

std::optional<std::string_view> sgml_element(std::string_view text, std::string_view name) {
    const std::size_t open = find_open_tag(text, name);
    if (open == kNowhere) return std::nullopt;
    const std::size_t start = text.find('>', open);
    if (start == kNowhere) return std::nullopt;
    const std::size_t end = std::min(find_tag(text, "/", name, start), text.size());
    return text.substr(start + 1, end - start - 1);
}

std::vector<std::string_view> sgml_elements(std::string_view text, std::string_view name) {
    std::vector<std::string_view> out;
    while (const auto content = sgml_element(text, name)) {
        out.push_back(*content);
        text.remove_prefix(
            static_cast<std::size_t>(content->data() - text.data()) + content->size()
        );
    }
    return out;
}

std::string_view sgml_attribute(std::string_view tag, std::string_view name) {
    for (std::size_t at = find_ignoring_case(tag, name); at != kNowhere;
         at = find_ignoring_case(tag, name, at + 1)) {
        std::string_view rest = tag.substr(at + name.size());
        const bool whole_word = at > 0 && is_ascii_blank(tag[at - 1]);
        if (!whole_word || !rest.starts_with("=")) continue;
        rest.remove_prefix(1);
        if (rest.starts_with('"')) return rest.substr(1, rest.find('"', 1) - 1);
        return rest.substr(0, rest.find_first_of(" \t\r\n>"));
    }
    return {};
}

std::string sgml_text(std::string_view markup) {
    std::string out;
    out.reserve(markup.size());
    while (!markup.empty()) {
        const std::size_t open = std::min(markup.find('<'), markup.size());
        out.append(markup.substr(0, open));
        markup.remove_prefix(open);
        if (markup.empty()) break;
        const bool is_tag = markup.size() > 1 && (is_ascii_letter(markup[1]) || markup[1] == '/' ||
                                                  markup[1] == '!' || markup[1] == '?');
        const std::size_t close = is_tag ? markup.find('>') : kNowhere;
        if (close == kNowhere) {
            out.push_back('<');
            markup.remove_prefix(1);
            if (is_tag) {  // no '>' follows at all: the rest is text
                out.append(markup);
                break;
            }
            continue;
        }
        if (!is_inline(markup.substr(0, close + 1))) out.push_back(' ');
        markup.remove_prefix(close + 1);
    }
    return decode_entities(out);
}

}  // namespace broadsheet
