#include "indexer/formats/html/headline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/ascii.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

constexpr std::array<std::string_view, 21> kSeparators{
    " | ", " - ", " – ", " — ", " ― ", " :: ", " : ", " » ",  " « ", " · ", " • ",
    " / ", " < ", " > ", " ‹ ", " › ", " ~ ",  " ⋅ ", " || ", "｜",  "_"};

/// What stands without blanks between the parts of a Chinese or Japanese title.
constexpr std::array<std::string_view, 5> kWideSeparators{"--", "-", "|", "—", "–"};

constexpr std::string_view kWordEnds = " \t\r\n.,;:!?\"'()-|";

struct Part {
    std::size_t begin;
    std::size_t end;
};

bool is_wide_at(std::string_view text, std::size_t at) {
    return at < text.size() && static_cast<unsigned char>(text[at]) >= 0xE3;
}

/// The length of the separator that begins at `at`, 0 where none does.
std::size_t separator_at(std::string_view title, std::size_t at) {
    const std::string_view rest = title.substr(at);
    for (const std::string_view separator : kSeparators) {
        if (rest.starts_with(separator)) return separator.size();
    }
    if (at < 3 || !is_wide_at(title, at - 3)) return 0;
    for (const std::string_view separator : kWideSeparators) {
        if (rest.starts_with(separator) && is_wide_at(rest, separator.size()))
            return separator.size();
    }
    return 0;
}

std::vector<Part> parts_of(std::string_view title) {
    std::vector<Part> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < title.size(); ++i) {
        const std::size_t size = separator_at(title, i);
        if (size == 0) continue;
        parts.push_back({begin, i});
        begin = i + size;
        i = begin - 1;
    }
    parts.push_back({begin, title.size()});
    return parts;
}

std::string title_element(const Tree& tree) {
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (tree[i].tag != Tag::title) continue;
        // An svg has titles of its own.
        if (tree[tree[i].parent].tag == Tag::svg || tree[tree[i].parent].tag == Tag::other)
            continue;
        return plain_text(tree.text(i));
    }
    return {};
}

/// Whether the element is a link to the front page, as the site's name is.
bool leads_home(const Tree& tree, std::size_t node) {
    const std::size_t end = std::min<std::size_t>(tree[node].end, node + 8);
    for (std::size_t i = node + 1; i < end; ++i) {
        if (tree[i].tag != Tag::a) continue;
        std::string_view target = tree.attribute(i, Attribute::href);
        if (target.ends_with('/')) target.remove_suffix(1);
        const std::size_t host = target.find("://");
        return host == std::string_view::npos
                   ? target.empty() && tree.has(i, Attribute::href)
                   : target.find('/', host + 3) == std::string_view::npos;
    }
    return false;
}

/// The main headings, without those in a header that only names the site.
std::vector<std::string> main_headings(const Tree& tree) {
    constexpr std::size_t kHeadingsMax = 20;
    std::vector<std::string> headings;
    for (std::size_t i = 0; i < tree.size() && headings.size() < kHeadingsMax; ++i) {
        if (tree[i].tag != Tag::h1) continue;
        std::string text = tree.text(i);
        if (!text.empty() && !leads_home(tree, i)) headings.push_back(std::move(text));
        i = tree[i].end - 1;
    }
    return headings;
}

/// Share of the words of `text` that `other` has too.
double shared_words(std::string_view text, std::string_view other) {
    const std::vector<std::string> words = split_list(text, kWordEnds);
    if (words.empty()) return 0;
    const std::string there = comparable(other);
    const auto shared =
        std::count_if(words.begin(), words.end(), [&there](const std::string& word) {
            return there.find(comparable(word)) != std::string::npos;
        });
    return static_cast<double>(shared) / static_cast<double>(words.size());
}

/// The first claim that the page's title or a main heading bears out, else the first.
std::string best_claim(
    std::span<const std::string_view> claimed,
    std::string_view title,
    const std::vector<std::string>& headings
) {
    std::string_view first;
    for (const std::string_view claim : claimed) {
        if (claim.empty()) continue;
        if (first.empty()) first = claim;
        if (shared_words(claim, title) > 0.5) return std::string(claim);
        for (const std::string& heading : headings) {
            if (shared_words(claim, heading) > 0.5) return std::string(claim);
        }
    }
    return std::string(first);
}

bool is_name_of_site(std::string_view part, std::string_view site) {
    const std::string a = comparable(part);
    const std::string b = comparable(site);
    return !a.empty() && !b.empty() && (a == b || b.starts_with(a) || a.starts_with(b));
}

/// Whether the heading is the first or longest part of a title: "Barley soup - Evening Echo".
bool is_main_part(std::string_view heading, std::string_view title) {
    const std::string text = comparable(heading);
    if (text.empty() || word_count(heading) < 2) return false;
    const std::vector<Part> parts = parts_of(title);
    if (parts.size() < 2) return false;
    const auto part_text = [title](const Part& part) {
        return title.substr(part.begin, part.end - part.begin);
    };
    const auto longest =
        std::max_element(parts.begin(), parts.end(), [&](const Part& a, const Part& b) {
            return word_count(part_text(a)) < word_count(part_text(b));
        });
    return comparable(part_text(parts.front())) == text || comparable(part_text(*longest)) == text;
}

}  // namespace

std::string without_site_name(std::string_view title, std::string_view site) {
    std::vector<Part> parts = parts_of(title);
    // The headline is the longest part, with everything that stands between it and the site's name.
    while (parts.size() > 1) {
        const std::string_view last =
            title.substr(parts.back().begin, parts.back().end - parts.back().begin);
        const std::string_view first =
            title.substr(parts.front().begin, parts.front().end - parts.front().begin);
        const std::size_t last_words = word_count(last);
        const std::size_t rest_words =
            word_count(title.substr(parts.front().begin, parts.back().begin - parts.front().begin));
        // "Headline_channel_site": nobody puts an underscore or bar into a Chinese headline.
        const bool is_channel = title[parts.back().begin - 1] != ' ' && is_wide_at(last, 0) &&
                                last_words <= 8 && rest_words > last_words;
        if (is_name_of_site(last, site) || is_channel ||
            (site.empty() && last_words <= 4 && rest_words >= last_words + 2)) {
            parts.pop_back();
        } else if (is_name_of_site(first, site)) {
            parts.erase(parts.begin());
        } else {
            break;
        }
    }
    return std::string(
        trimmed(title.substr(parts.front().begin, parts.back().end - parts.front().begin))
    );
}

std::string choose_headline(
    const Tree& tree, std::span<const std::string_view> claimed, std::string_view site
) {
    const std::string title = title_element(tree);
    const std::vector<std::string> headings = main_headings(tree);
    const std::string base = best_claim(claimed, title, headings);
    const std::string whole = comparable(base.empty() ? std::string_view(title) : base);
    for (const std::string& heading : headings) {
        const std::string text = comparable(heading);
        const bool is_repeated =
            whole.find(text) != std::string::npos && text.size() * 2 > whole.size();
        const bool is_cut_off = base.ends_with("…") || base.ends_with("...");
        const bool goes_on = is_cut_off && text.starts_with(whole);
        const bool is_part = is_main_part(heading, base.empty() ? std::string_view(title) : base);
        if (!text.empty() && (is_repeated || goes_on || is_part) &&
            !is_name_of_site(heading, site)) {
            return heading;
        }
    }
    if (!base.empty()) return without_site_name(base, site);
    std::string stripped = without_site_name(title, site);
    const bool says_nothing = stripped.empty() || is_name_of_site(stripped, site);
    if (says_nothing && headings.size() == 1) return headings.front();
    return stripped;
}

}  // namespace broadsheet::html
