#include "indexer/formats/html/page_dates.h"

#include <array>

#include "common/dates/date_parser.h"
#include "indexer/formats/ascii.h"

namespace broadsheet::html {

namespace {

std::optional<Date> date_of(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return parse_date(text);
}

bool is_marked_as_date(const Tree& tree, std::size_t node) {
    static constexpr std::array<std::string_view, 7> kMarks{
        "date", "time", "publish", "posted", "datum", "fecha", "pubdate"};
    for (const Attribute attribute : {Attribute::class_name, Attribute::id}) {
        const std::string_view value = tree.attribute(node, attribute);
        if (value.empty()) continue;
        for (const std::string_view mark : kMarks) {
            if (find_ignoring_case(value, mark) != std::string_view::npos) return true;
        }
    }
    return false;
}

std::optional<Date> printed_date(const Tree& tree) {
    constexpr std::size_t kSizeMax = 100;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (tree[i].tag != Tag::time) continue;
        const std::string_view machine = tree.attribute(i, Attribute::datetime);
        const std::optional<Date> date = machine.empty() ? date_of(tree.text(i)) : date_of(machine);
        if (date) return date;
    }
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (tree[i].attribute_count == 0 || !is_marked_as_date(tree, i)) continue;
        const std::string text = tree.text(i);
        if (text.empty() || text.size() > kSizeMax) continue;
        if (const std::optional<Date> date = date_line(text)) return date;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Date> date_line(std::string_view line) {
    constexpr int kWordsMax = 6;  // "Première publication le lundi ..."
    line = trimmed(line);
    for (int word = 0; word <= kWordsMax && !line.empty(); ++word) {
        if (std::optional<Date> date = parse_date(line)) return date;
        if (is_ascii_digit(line.front())) return std::nullopt;  // the date began here
        const std::size_t end = line.find_first_of(" :");
        if (end == std::string_view::npos) return std::nullopt;
        line = trimmed(line.substr(end + 1));
    }
    return std::nullopt;
}

PageDates choose_dates(const Tree& tree, const std::vector<const Claims*>& claims) {
    PageDates dates;
    for (const Claims* claim : claims) {
        if (!dates.published) dates.published = date_of(claim->published);
        if (!dates.updated) dates.updated = date_of(claim->updated);
    }
    if (!dates.published) dates.published = printed_date(tree);
    for (const Claims* claim : claims) {
        if (!dates.published && !claim->url.empty()) dates.published = date_in_url(claim->url);
    }
    return dates;
}

}  // namespace broadsheet::html
