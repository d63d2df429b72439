#include "indexer/formats/html/page_kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/ascii.h"
#include "indexer/formats/html/boilerplate.h"
#include "indexer/formats/html/phrases.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

/// Headlines of pages that stand in for the one that was asked for.
bool is_error_headline(std::string_view lower) {
    static const Phrases kErrors(
        "page not found|not found|error 404|error 403|error 500|404 not found|"
        "404 error|404 -|404:|403 forbidden|access denied|"
        "access to this page has been denied|just a moment|forbidden|"
        "attention required|are you a robot|are you human|robot check|"
        "please verify you are|checking your browser|service unavailable|bad gateway|"
        "gateway timeout|internal server error|object moved|301 moved|302 found|"
        "page no longer available|this page isn't available|oops|"
        "seite nicht gefunden|page non trouvée|page introuvable|página no encontrada|"
        "página não encontrada|pagina non trovata|pagina niet gevonden|"
        "страница не найдена|ページが見つかりません|页面不存在"
    );
    // "500 people flee" is news.
    static constexpr std::array<std::string_view, 5> kCodes{"404", "403", "500", "502", "503"};
    const bool is_code = std::any_of(kCodes.begin(), kCodes.end(), [lower](std::string_view code) {
        return lower.starts_with(code) && lower.size() <= code.size() + 1;
    });
    return is_code || kErrors.one_opens(lower);
}

bool is_search_headline(std::string_view lower) {
    static const Phrases kSearches(
        "search results|search result for|search for |results for |you searched for |"
        "search: |suchergebnisse|suche nach |resultados de |resultados da |"
        "résultats de |résultats pour |risultati della ricerca|zoekresultaten"
    );
    return kSearches.one_opens(lower);
}

/// "Tag: harbour", "Articles by Jane Doe", "Archive for May 2019".
bool is_listing_headline(std::string_view lower) {
    static const Phrases kListings(
        "tag: |tag archives|tag archive|tagged: |posts tagged|articles tagged|"
        "category: |category archives|archives: |archive for |monthly archives|"
        "articles by |stories by |posts by |author archives|author: |all stories by |"
        "latest news about |schlagwort: |étiquette : "
    );
    return kListings.one_opens(lower);
}

bool is_login_headline(std::string_view lower) {
    static const Phrases kLogins(
        "log in|login|sign in|signin|sign up|register|create account|"
        "create an account|forgot password|reset password|subscribe|anmelden|"
        "einloggen|registrieren|connexion|se connecter|iniciar sesión|entrar|accedi|"
        "inloggen"
    );
    return kLogins.one_is(lower);
}

bool asks_for_password(const Tree& tree) {
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (tree[i].tag == Tag::input &&
            equals_ignoring_case(tree.attribute(i, Attribute::type), "password")) {
            return true;
        }
    }
    return false;
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

/// What follows the host in an address, from the slash on; empty for what is no address.
std::string_view path_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    const std::string_view rest = url.substr(scheme + 3);
    const std::size_t path = rest.find('/');
    return path == std::string_view::npos ? std::string_view("/") : rest.substr(path);
}

bool is_listing_path(std::string_view path) {
    static const Phrases kFolders(
        "/tag/|/tags/|/topic/|/topics/|/author/|/authors/|/category/|/search/|"
        "/archives/"
    );
    return kFolders.one_opens(path) || path.starts_with("/search?") ||
           path.find("/page/") != std::string_view::npos;
}

/// Whether the text is made of scraps, as on a page of teasers.
bool has_only_scraps(const ArticleText& text) {
    constexpr std::uint64_t kTeaserWeight = 110;  // mean of the paragraphs
    return text.weight < kTeaserWeight * std::max<std::size_t>(text.blocks.size(), 1);
}

/// Whether more stands in links, headings and scraps than in paragraphs.
bool is_listing(const PageFacts& page) {
    constexpr std::size_t kHeadings = 15;
    const bool mostly_links = page.text.page_link_weight * 2 > page.text.page_weight;
    return mostly_links && has_only_scraps(page.text) && linked_headings(page.tree) >= kHeadings;
}

/// Whether the page has links and not one sentence.
bool has_only_links(const PageFacts& page) {
    constexpr std::uint64_t kWeightMin = 500;
    const bool mostly_links = page.text.page_link_weight * 10 > page.text.page_weight * 6;
    return mostly_links && page.text.page_weight >= kWeightMin &&
           std::none_of(page.text.blocks.begin(), page.text.blocks.end(), is_running_text);
}

/// The same of a page that calls itself a list: it needs fewer of them.
bool is_named_listing(const PageFacts& page, std::string_view lower) {
    constexpr std::size_t kHeadings = 3;
    if (!is_listing_headline(lower) && !is_listing_path(path_of(page.url))) return false;
    const bool many_links = page.text.page_link_weight * 4 > page.text.page_weight;
    return linked_headings(page.tree) >= kHeadings && (many_links || has_only_scraps(page.text));
}

/// Why there is too little text for an article, or nothing.
std::string why_too_little(const PageFacts& page) {
    constexpr std::uint64_t kWeightMin = 100;    // a brief of one long sentence
    constexpr std::uint64_t kLoginWeight = 600;  // conditions and consolations
    if (page.text.weight < kLoginWeight && asks_for_password(page.tree)) {
        return "The page asks for a password.";
    }
    if (page.text.weight >= kWeightMin || page.text.weight * 3 >= page.text.page_weight) return {};
    if (page.text.captions.size() >= 3) return "The page is a gallery of pictures.";
    return "The page holds too little running text for an article.";
}

}  // namespace

std::string why_not_article(const PageFacts& page) {
    const std::string lower = lower_case(page.headline);
    if (page.text.weight < 2000 && is_error_headline(lower)) {
        return "The page is an error message of a web server.";
    }
    if (page.has_body_for_machines) return {};
    if (page.text.page_weight == 0) return "The page holds no text.";
    if (page.text.weight == 0) return "The page holds no running text.";
    if (page.claims_article) return {};
    if (is_search_headline(lower)) return "The page is a list of search results.";
    if (is_login_headline(lower) && page.text.weight < 2000) return "The page is a form to log in.";
    if (std::string reason = why_too_little(page); !reason.empty()) return reason;
    const bool many_links = page.text.page_link_weight * 10 > page.text.page_weight * 3;
    if (many_links && path_of(page.url) == "/") return "The page is the front page of a site.";
    if (is_named_listing(page, lower)) return "The page is a list of articles on one subject.";
    if (is_listing(page) || has_only_links(page)) return "The page is a list of links to articles.";
    return {};
}

}  // namespace broadsheet::html
