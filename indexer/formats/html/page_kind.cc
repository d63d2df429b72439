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

/// The address of a whole site: "https://echo.example/".
bool is_front_address(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) return false;
    const std::string_view rest = url.substr(scheme + 3);
    const std::size_t path = rest.find('/');
    return path == std::string_view::npos || path + 1 == rest.size();
}

/// Whether more stands in links, headings and scraps than in paragraphs, as on a page of teasers.
bool is_listing(const PageFacts& page) {
    constexpr std::size_t kHeadings = 15;
    constexpr std::uint64_t kTeaserWeight = 110;  // mean of the paragraphs
    const ArticleText& text = page.text;
    const bool mostly_links = text.page_link_weight * 2 > text.page_weight;
    const bool scraps = text.weight < kTeaserWeight * std::max<std::size_t>(text.blocks.size(), 1);
    return mostly_links && scraps && linked_headings(page.tree) >= kHeadings;
}

}  // namespace

std::string why_not_article(const PageFacts& page) {
    constexpr std::uint64_t kWeightMin = 140;  // a brief of two sentences
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
    const bool many_links = page.text.page_link_weight * 10 > page.text.page_weight * 3;
    if (many_links && is_front_address(page.url)) return "The page is the front page of a site.";
    if (is_listing(page)) return "The page is a list of links to articles.";
    return {};
}

}  // namespace broadsheet::html
