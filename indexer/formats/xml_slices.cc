#include "indexer/formats/xml_slices.h"

#include <algorithm>
#include <string>

#include "common/ascii.h"
#include "indexer/formats/sgml_elements.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

bool is_wide(std::string_view encoding) {
    return encoding.starts_with("UTF-16") || encoding.starts_with("UTF-32");
}

std::string end_tag(std::string_view name) {
    return "</" + std::string(name) + ">";
}

// The name whose tag comes first; each name is looked for once, as files keep to one.
std::string_view name_in_use(std::string_view bytes, std::span<const std::string_view> names) {
    std::string_view best = names.front();
    std::size_t first = kNowhere;
    for (const std::string_view name : names) {
        const std::size_t at = find_open_tag(bytes, name);
        if (at >= first) continue;
        first = at;
        best = name;
    }
    return best;
}

}  // namespace

void for_each_slice(
    const Piece& piece, std::span<const std::string_view> names, const SliceReader& read
) {
    const std::string encoding = choose_encoding(piece.head, xml_declared_encoding(piece.head));
    const Utf8Text whole =
        is_wide(encoding) ? to_utf8(piece.bytes, encoding) : Utf8Text::of(piece.bytes);
    const std::string_view bytes = whole.view();
    const std::string_view name = name_in_use(bytes, names);
    const std::string close = end_tag(name);
    std::size_t at = find_open_tag(bytes, name);
    while (at != kNowhere) {
        const std::size_t next = find_open_tag(bytes, name, at + 1);
        std::string_view slice = bytes.substr(at, std::min(next, bytes.size()) - at);
        const std::size_t end = find_ignoring_case(slice, close);
        if (end != kNowhere) slice = slice.substr(0, end + close.size());
        const Utf8Text text = is_wide(encoding) ? Utf8Text::of(slice) : to_utf8(slice, encoding);
        read(text.view(), piece.offset + at);
        at = next;
    }
}

std::size_t cut_behind_slice(std::string_view bytes, std::span<const std::string_view> names) {
    std::size_t cut = 0;
    for (const std::string_view name : names) {
        const std::string close = end_tag(name);
        const std::size_t at = bytes.rfind(close);
        if (at != kNowhere) cut = std::max(cut, at + close.size());
    }
    return cut;
}

}  // namespace broadsheet
