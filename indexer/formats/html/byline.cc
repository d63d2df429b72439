#include "indexer/formats/html/byline.h"

#include <algorithm>
#include <array>

#include "indexer/formats/ascii.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/html/paragraphs.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

constexpr std::size_t kNameSizeMax = 100;

constexpr std::array<std::string_view, 23> kOpenings{
    "written by", "posted by", "published by", "reported by", "story by", "words by",
    "author:",    "authors:",  "by:",          "by",          "von",      "par",
    "por",        "door",      "autor:",       "auteur:",     "autore:",  "tekst:",
    "автор:",     "di",        "af",           "av",          "text:"};

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_ascii_digit);
}

/// Whether a claim can be somebody's name at all.
bool is_name(std::string_view text) {
    constexpr std::size_t kWordsMax = 14;  // three authors and what joins them
    static constexpr std::array<std::string_view, 9> kNobody{
        "admin",
        "administrator",
        "author",
        "authors",
        "editor",
        "staff",
        "unknown",
        "null",
        "follow"};
    text = trimmed(text);
    if (text.empty() || text.size() > kNameSizeMax || has_digit(text)) return false;
    if (text.find("://") != std::string_view::npos) return false;
    if (text.find_first_of("@:") != std::string_view::npos) return false;
    const bool nobody = std::any_of(kNobody.begin(), kNobody.end(), [text](std::string_view word) {
        return equals_ignoring_case(text, word);
    });
    const std::size_t words = word_count(text);
    return !nobody && words > 0 && words <= kWordsMax;
}

/// What an element marked as byline says up to the first date, count or address in it: the runs of
/// its text, each for itself, until one is no name.
std::string leading_names(const Tree& tree, std::size_t node) {
    std::string out;
    const std::size_t end = std::min<std::size_t>(tree[node].end, node + Tree::kTextNodesMax);
    for (std::size_t i = node; i < end; ++i) {
        const Tag tag = tree[i].tag;
        if (tag == Tag::time || tag == Tag::figure || is_never_text(tag)) {
            i = tree[i].end - 1;
            continue;
        }
        if (is_block(tag) || tag == Tag::br) {
            // A name and what follows on a line of its own: a job, a place.
            if (word_count(without_byline_opening(out)) >= 2) break;
            append_collapsed(out, " ");
        }
        if (tag != Tag::text) continue;
        std::string_view text = tree[i].text;
        const std::size_t mark = text.find_first_of("|•·\n");
        const bool separator =
            mark != std::string_view::npos && !out.empty() && out.size() > 4 && text[mark] == '|';
        if (has_digit(text) || separator) break;
        append_collapsed(out, text);
        if (out.size() > kNameSizeMax) break;
    }
    while (!out.empty() && (is_ascii_blank(out.back()) || out.back() == ',' || out.back() == '-' ||
                            out.back() == '/' || out.back() == '|')) {
        out.pop_back();
    }
    return std::string(trimmed(out));
}

/// How strongly an element says that it names the author: 0 not at all.
int mark_of(const Tree& tree, std::size_t node) {
    if (tree[node].attribute_count == 0) return 0;
    if (equals_ignoring_case(tree.attribute(node, Attribute::rel), "author")) return 3;
    static constexpr std::array<std::string_view, 9> kStrong{
        "byline",
        "by-line",
        "by_line",
        "authorname",
        "author-name",
        "author_name",
        "writtenby",
        "p-author",
        "byauthor"};
    int mark = 0;
    for (const Attribute attribute :
         {Attribute::itemprop, Attribute::class_name, Attribute::id, Attribute::test_id}) {
        const std::string_view value = tree.attribute(node, attribute);
        if (value.empty()) continue;
        for (const std::string_view word : kStrong) {
            if (find_ignoring_case(value, word) != std::string_view::npos) return 2;
        }
        if (find_ignoring_case(value, "author") != std::string_view::npos ||
            equals_ignoring_case(value, "fn")) {
            mark = 1;
        }
    }
    return mark;
}

/// Other people write there.
bool is_elsewhere(const Tree& tree, std::size_t node) {
    if (tree[node].tag == Tag::nav || tree[node].tag == Tag::head) return true;
    static constexpr std::array<std::string_view, 7> kNames{
        "comment", "related", "sidebar", "recommend", "most-read", "popular", "disqus"};
    for (const Attribute attribute : {Attribute::class_name, Attribute::id}) {
        const std::string_view value = tree.attribute(node, attribute);
        if (value.empty() || tree[node].tag == Tag::body) continue;
        for (const std::string_view name : kNames) {
            if (find_ignoring_case(value, name) != std::string_view::npos) return true;
        }
    }
    return false;
}

/// Claims that only say which house the article comes from.
bool names_only_house(const std::vector<std::string>& claims, std::string_view site) {
    const std::string house = comparable(site);
    return std::all_of(claims.begin(), claims.end(), [&house](const std::string& claim) {
        return comparable(claim) == house || is_agency(claim);
    });
}

/// The first short text marked as byline, those marked most strongly first.
std::string marked_byline(const Tree& tree, std::string_view site) {
    std::string best;
    int best_mark = 0;
    for (std::size_t i = 1; i < tree.size(); ++i) {
        const Tag tag = tree[i].tag;
        if (tag == Tag::text || tag == Tag::meta || tag == Tag::body) continue;
        if (is_elsewhere(tree, i)) {
            i = tree[i].end - 1;
            continue;
        }
        const int mark = mark_of(tree, i);
        if (mark <= best_mark) continue;
        std::string text = leading_names(tree, i);
        if (!is_name(without_byline_opening(text)) || names_only_house({text}, site)) continue;
        best = std::move(text);
        best_mark = mark;
    }
    return best;
}

/// A line under the headline that starts with "By" and a capital.
std::string line_under_headline(const Tree& tree) {
    constexpr std::size_t kNodesMax = 300;
    std::size_t heading = 0;
    for (std::size_t i = 0; i < tree.size() && heading == 0; ++i) {
        if (tree[i].tag == Tag::h1) heading = i;
    }
    if (heading == 0) return {};
    const std::size_t end = std::min<std::size_t>(tree[heading].end + kNodesMax, tree.size());
    for (std::size_t i = tree[heading].end; i < end; ++i) {
        if (tree[i].tag != Tag::text) continue;
        const std::string_view start = trimmed(tree[i].text);
        if (!start.starts_with("By ") && start != "By" && start != "BY" &&
            !start.starts_with("BY ")) {
            continue;
        }
        std::string text = leading_names(tree, tree[i].parent);
        if (is_byline(text) && is_name(text)) return text;
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

void add_people(const std::string& claim, std::vector<std::string>& people) {
    for (std::string& name : authors_of(without_byline_opening(claim))) {
        // "Jane Doe, MD": a degree is nobody.
        const bool degree = name.size() <= 4 && std::none_of(name.begin(), name.end(), [](char c) {
                                return !is_ascii_upper(c) && c != '.';
                            });
        if (degree || std::find(people.begin(), people.end(), name) != people.end()) continue;
        people.push_back(std::move(name));
    }
}

}  // namespace

std::string_view without_byline_opening(std::string_view byline) {
    byline = trimmed(byline);
    for (const std::string_view opening : kOpenings) {
        if (!starts_with_ignoring_case(byline, opening)) continue;
        const std::string_view rest = byline.substr(opening.size());
        if (opening.back() == ':' || (!rest.empty() && is_ascii_blank(rest.front()))) {
            return trimmed(rest);
        }
    }
    return byline;
}

Byline choose_byline(
    const Tree& tree, const std::vector<std::string>& claimed, std::string_view site
) {
    std::vector<std::string> claims = claimed;
    std::erase_if(claims, [](const std::string& claim) { return !is_name(claim); });
    std::string printed = marked_byline(tree, site);
    if (printed.empty()) printed = line_under_headline(tree);
    Byline byline;
    if (names_only_house(claims, site) && !printed.empty()) {
        add_people(printed, byline.authors);
        byline.printed = std::move(printed);
        return byline;
    }
    for (const std::string& claim : claims)
        add_people(claim, byline.authors);
    const std::vector<std::string>& names = byline.authors.empty() ? claims : byline.authors;
    if (names.empty()) return byline;
    byline.printed = says_the_same(printed, names) ? std::move(printed) : joined(names);
    return byline;
}

}  // namespace broadsheet::html
