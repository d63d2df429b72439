#include "indexer/formats/html/page_kind.h"

#include <algorithm>
#include <array>

#include "indexer/formats/ascii.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

/// Headlines of pages that stand in for the one that was asked for.
bool is_error_headline(std::string_view headline) {
    static constexpr std::array<std::string_view, 21> kErrors{
        "404",
        "403",
        "500",
        "502",
        "503",
        "page not found",
        "not found",
        "error 404",
        "404 not found",
        "403 forbidden",
        "access denied",
        "just a moment",
        "forbidden",
        "attention required",
        "are you a robot",
        "service unavailable",
        "bad gateway",
        "object moved",
        "301 moved",
        "302 found",
        "page no longer available"};
    const std::string text = ascii_lower(headline);
    return std::any_of(kErrors.begin(), kErrors.end(), [&text](std::string_view error) {
        if (!text.starts_with(error)) return false;
        // "500 people flee" is news.
        return !is_ascii_digit(error.back()) || text.size() <= error.size() + 1;
    });
}

bool is_search_page(std::string_view headline) {
    static constexpr std::array<std::string_view, 6> kSearches{
        "search results",
        "results for ",
        "search: ",
        "suchergebnisse",
        "resultados de ",
        "résultats de "};
    return std::any_of(kSearches.begin(), kSearches.end(), [headline](std::string_view search) {
        return starts_with_ignoring_case(headline, search);
    });
}

/// Headings that are links, as a front page has for each of its stories.
std::size_t linked_headings(const Tree& tree) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (tree[i].tag < Tag::h1 || tree[i].tag > Tag::h4) continue;
        const bool around = tree[tree[i].parent].tag == Tag::a;
        bool inside = false;
        for (std::size_t j = i + 1; j < tree[i].end && !inside; ++j)
            inside = tree[j].tag == Tag::a;
        if (around || inside) ++count;
        i = tree[i].end - 1;
    }
    return count;
}

}  // namespace

std::string why_not_article(const PageFacts& page) {
    constexpr std::uint64_t kWeightMin = 140;  // a brief of two sentences
    constexpr std::uint64_t kListingWeightMax = 1200;
    constexpr std::size_t kListingHeadings = 15;
    if (page.text.page_weight == 0) return "The page holds no text.";
    if (page.text.weight < 2000 && is_error_headline(page.headline)) {
        return "The page is an error message of a web server.";
    }
    if (page.text.weight == 0) return "The page holds no running text.";
    if (page.claims_article) return {};
    if (is_search_page(page.headline)) return "The page is a list of search results.";
    if (page.text.weight < kWeightMin && page.text.weight * 3 < page.text.page_weight) {
        return "The page holds too little running text for an article.";
    }
    const bool mostly_links = page.text.page_link_weight * 2 > page.text.page_weight;
    if (page.text.weight < kListingWeightMax && mostly_links &&
        linked_headings(page.tree) >= kListingHeadings) {
        return "The page is a list of links to articles.";
    }
    return {};
}

}  // namespace broadsheet::html
