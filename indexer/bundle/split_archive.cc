#include "indexer/bundle/split_archive.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"

namespace broadsheet {

namespace {

bool are_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

bool ends_with_archive_suffix(std::string_view name) {
    constexpr std::array<std::string_view, 12> kSuffixes = {
        ".7z",
        ".zip",
        ".rar",
        ".tar",
        ".gz",
        ".tgz",
        ".bz2",
        ".xz",
        ".zst",
        ".warc",
        ".arj",
        ".lzh"};
    return std::any_of(kSuffixes.begin(), kSuffixes.end(), [&](std::string_view suffix) {
        return name.size() > suffix.size() &&
               equals_ignoring_case(name.substr(name.size() - suffix.size()), suffix);
    });
}

}  // namespace

bool is_part_of_archive(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return false;
    const std::string_view stem = name.substr(0, dot);
    const std::string_view last = name.substr(dot + 1);
    const bool lettered =
        last.size() == 2 && last[0] >= 'a' && last[0] <= 'z' && last[1] >= 'a' && last[1] <= 'z';
    if ((last.size() == 3 && are_digits(last)) || (lettered && last != "gz" && last != "xz"))
        return ends_with_archive_suffix(stem);
    const char kind = last.empty() ? ' ' : to_ascii_lower(last[0]);
    if (last.size() == 3 && (kind == 'z' || kind == 'r') && are_digits(last.substr(1))) return true;
    const std::size_t part = stem.rfind(".part");
    return equals_ignoring_case(last, "rar") && part != std::string_view::npos &&
           are_digits(stem.substr(part + 5));
}

}  // namespace broadsheet
