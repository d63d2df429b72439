#include "indexer/formats/html/byline.h"

#include <algorithm>
#include <array>

#include "indexer/formats/ascii.h"
#include "indexer/formats/html/boilerplate.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

constexpr std::array<std::string_view, 20> kLeads{
    "written by ", "posted by ", "published by ", "reported by ", "author: ",
    "authors: ",   "by: ",       "by ",           "von ",         "par ",
    "por ",        "door ",      "autor: ",       "auteur: ",     "autore: ",
    "текст: ",     "автор: ",    "di ",           "af ",          "av "};

constexpr std::array<std::string_view, 9> kJoins{
    " and ", " & ", " und ", " et ", " y ", " och ", " og ", " with ", " и "};

std::string_view without_lead(std::string_view text) {
    text = trimmed(text);
    for (const std::string_view lead : kLeads) {
        if (starts_with_ignoring_case(text, lead)) return trimmed(text.substr(lead.size()));
    }
    return text;
}

bool is_name(std::string_view text) {
    constexpr std::size_t kSizeMax = 80;
    constexpr std::size_t kWordsMax = 7;
    if (text.empty() || text.size() > kSizeMax) return false;
    if (text.find("://") != std::string_view::npos) return false;
    static constexpr std::array<std::string_view, 6> kNobody{
        "admin", "administrator", "author", "editor", "staff", "unknown"};
    for (const std::string_view word : kNobody) {
        if (equals_ignoring_case(text, word)) return false;
    }
    const std::size_t words = word_count(text);
    return words > 0 && (words <= kWordsMax || text.size() < 30);
}

/// The text of an element marked as byline, without times, pictures and addresses.
std::string text_without_times(const Tree& tree, std::size_t node) {
    std::string out;
    for (std::size_t i = node; i < tree[node].end; ++i) {
        const Tag tag = tree[i].tag;
        if (tag == Tag::time || tag == Tag::script || tag == Tag::svg || tag == Tag::button ||
            tag == Tag::figure || tag == Tag::style || tag == Tag::noscript) {
            i = tree[i].end - 1;
        } else if (tag == Tag::text) {
            append_collapsed(out, tree[i].text);
        } else if (is_block(tag) || tag == Tag::br) {
            append_collapsed(out, " ");
        }
    }
    return std::string(trimmed(out));
}

bool is_marked(const Tree& tree, std::size_t node) {
    if (tree[node].attribute_count == 0) return false;
    const std::string_view rel = tree.attribute(node, Attribute::rel);
    if (equals_ignoring_case(rel, "author")) return true;
    static constexpr std::array<std::string_view, 6> kMarks{
        "byline", "author", "by-line", "writtenby", "p-author", "dateline"};
    for (const Attribute attribute :
         {Attribute::itemprop, Attribute::class_name, Attribute::id, Attribute::test_id}) {
        const std::string_view value = tree.attribute(node, attribute);
        if (value.empty()) continue;
        for (const std::string_view mark : kMarks) {
            if (find_ignoring_case(value, mark) != std::string_view::npos) return true;
        }
    }
    return false;
}

/// The first short text marked as byline.
std::string printed_byline(const Tree& tree) {
    constexpr std::size_t kSizeMax = 100;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (tree[i].tag == Tag::text || tree[i].tag == Tag::meta || !is_marked(tree, i)) continue;
        std::string text = text_without_times(tree, i);
        if (!text.empty() && text.size() <= kSizeMax && is_name(without_lead(text))) return text;
    }
    return {};
}

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) {
        if (!out.empty()) out += ", ";
        out += name;
    }
    return out;
}

/// Whether the printed words say the same names and not much more.
bool says_the_same(std::string_view printed, const std::vector<std::string>& names) {
    const std::string text = comparable(printed);
    std::size_t size = 0;
    for (const std::string& name : names) {
        const std::string part = comparable(name);
        if (text.find(part) == std::string::npos) return false;
        size += part.size();
    }
    return text.size() <= size + 8 * names.size();
}

}  // namespace

std::vector<std::string> split_names(std::string_view byline) {
    std::string text(without_lead(byline));
    for (const std::string_view join : kJoins) {
        for (std::size_t at = text.find(join); at != std::string::npos; at = text.find(join)) {
            text.replace(at, join.size(), ",");
        }
    }
    std::vector<std::string> names = split_list(text, ",;|/");
    std::erase_if(names, [](const std::string& name) { return !is_name(name); });
    return names;
}

Byline choose_byline(const Tree& tree, const std::vector<std::string>& claimed) {
    Byline byline;
    for (const std::string& claim : claimed) {
        for (std::string& name : split_names(claim)) {
            const auto known = std::find(byline.authors.begin(), byline.authors.end(), name);
            if (known == byline.authors.end()) byline.authors.push_back(std::move(name));
        }
    }
    std::string printed = printed_byline(tree);
    if (byline.authors.empty()) {
        byline.authors = split_names(printed);
        if (!byline.authors.empty()) byline.printed = std::move(printed);
        return byline;
    }
    byline.printed = says_the_same(printed, byline.authors) ? printed : joined(byline.authors);
    return byline;
}

}  // namespace broadsheet::html
