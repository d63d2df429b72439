#include "indexer/formats/html/element_names.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "common/ascii.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

using WordSet = std::unordered_set<std::string_view>;

/// Words of class names and ids that name what surrounds an article. The idea of reading them is
/// Readability's (Arc90, 2009); the words are those that recur from site to site, no site's own.
const WordSet& surrounding_words() {
    static const WordSet kWords{
        "adbox",
        "adcontainer",
        "addthis",
        "adsense",
        "adslot",
        "advert",
        "advertisement",
        "advertising",
        "adwrap",
        "affiliate",
        "alsoread",
        "anzeige",
        "author",
        "authorbio",
        "authorbox",
        "autorbox",
        "autorenbox",
        "autoreninfo",
        "benzer",
        "bottombar",
        "breadcrumb",
        "breadcrumbs",
        "byline",
        "bylines",
        "carousel",
        "ccpa",
        "cmp",
        "combx",
        "comentarios",
        "comment",
        "commentaires",
        "commenti",
        "commentlist",
        "comments",
        "compartilhar",
        "compartir",
        "condividi",
        "consent",
        "cookie",
        "cookiebot",
        "cookies",
        "correlati",
        "delen",
        "dfp",
        "didomi",
        "disqus",
        "donate",
        "donation",
        "dropdown",
        "etiketler",
        "footer",
        "footnav",
        "gallery",
        "gdpr",
        "ilgili",
        "ilgilihaberler",
        "iubenda",
        "jwplayer",
        "komentar",
        "komentarze",
        "kommentar",
        "kommentare",
        "kommentarer",
        "leiamais",
        "leiatambem",
        "livefyre",
        "login",
        "mailinglist",
        "masthead",
        "mehrzumthema",
        "menubar",
        "morelikethis",
        "morestories",
        "mostpopular",
        "mostread",
        "nav",
        "navbar",
        "navigation",
        "newsletter",
        "newsletters",
        "noprint",
        "onetrust",
        "outbrain",
        "pager",
        "pagination",
        "partager",
        "paylas",
        "paywall",
        "prefooter",
        "prevnext",
        "promo",
        "promos",
        "promoted",
        "publicidad",
        "publicidade",
        "publicite",
        "pullquote",
        "reacties",
        "recirc",
        "recirculation",
        "recommend",
        "recommendation",
        "recommendations",
        "recommended",
        "registration",
        "reklam",
        "reklama",
        "relacionadas",
        "relacionado",
        "relacionados",
        "related",
        "relatedarticles",
        "relatedlinks",
        "relatednews",
        "relatedposts",
        "replies",
        "reply",
        "respond",
        "saibamais",
        "schlagworte",
        "screenreader",
        "searchform",
        "share",
        "sharebar",
        "shares",
        "sharethis",
        "sharing",
        "shoutbox",
        "sidebar",
        "sidebars",
        "signin",
        "signup",
        "similaires",
        "sitemap",
        "skip",
        "skiplink",
        "skyscraper",
        "slideshow",
        "smartbanner",
        "social",
        "socialbar",
        "socials",
        "sponsor",
        "sponsored",
        "sponsors",
        "subscribe",
        "subscription",
        "suggested",
        "suggestions",
        "taboola",
        "tagcloud",
        "taglist",
        "teasers",
        "teilen",
        "timestamp",
        "toolbar",
        "tooltip",
        "topbar",
        "trending",
        "ugc",
        "upsell",
        "usercentrics",
        "videoplayer",
        "visuallyhidden",
        "werbung",
        "whatsapp",
        "yorum",
        "yorumlar",
        "комментарии",
    };
    return kWords;
}

/// Words that name surroundings unless an article's word stands beside them: "widget" does,
/// "article-widget" need not.
const WordSet& doubtful_words() {
    static const WordSet kWords{
        "banner",   "bio",          "community", "discussion", "facebook",  "feedback", "instagram",
        "legends",  "menu",         "popular",   "print",      "promotion", "rating",   "ratings",
        "register", "supplemental", "tags",      "teaser",     "tweet",     "twitter",  "utility",
        "widget",   "widgets",      "hidden",    "ad",         "ads",       "extra",
    };
    return kWords;
}

/// Words for boxes that lie over the page; some sites show an article in one.
const WordSet& window_words() {
    static const WordSet kWords{"modal", "overlay", "popup", "lightbox"};
    return kWords;
}

/// The same for two words in a row.
const WordSet& surrounding_pairs() {
    static const WordSet kPairs{
        "also like",    "also read",    "article footer",  "article tools", "author bio",
        "author box",   "author card",  "author info",     "call action",   "entry footer",
        "entry meta",   "article meta", "post meta",       "follow us",     "read also",
        "most popular", "most read",    "more articles",   "more news",     "more stories",
        "next article", "next post",    "post footer",     "post nav",      "previous post",
        "read next",    "reader text",  "screen reader",   "see also",      "skip to",
        "sr only",      "story tools",  "tag list",        "top stories",   "up next",
        "video js",     "video player", "visually hidden", "you may",
    };
    return kPairs;
}

const WordSet& doubtful_pairs() {
    static const WordSet kPairs{"more from", "more on", "read more"};
    return kPairs;
}

const WordSet& article_words() {
    static const WordSet kWords{
        "article",     "articlebody", "articletext", "artikel",   "articulo", "blog",
        "body",        "content",     "entry",       "hentry",    "h-entry",  "main",
        "maincontent", "news",        "page",        "paragraph", "post",     "postcontent",
        "posttext",    "story",       "storybody",   "text",      "texto",    "column",
    };
    return kWords;
}

/// Classes that name the whole text of an article and nothing else, as the systems in wide use
/// write them (WordPress, Drupal, Joomla, Blogger, Arc, Brightspot, AMP).
const WordSet& body_classes() {
    static const WordSet kClasses{
        "article",          "article-body",
        "article__body",    "article-content",
        "article__content", "article-text",
        "article_body",     "article_content",
        "articlebody",      "articlepage-articlebody",
        "body-text",        "content-body",
        "entry-content",    "field--name-body",
        "field-name-body",  "hentry",
        "itembody",         "itemfulltext",
        "main-content",     "news-content",
        "news-text",        "node-content",
        "post-body",        "post-content",
        "post__content",    "richtextbody",
        "single-content",   "story-body",
        "story-content",    "td-post-content",
    };
    return kClasses;
}

bool starts_with_any(std::string_view name, std::span<const std::string_view> openings) {
    return std::any_of(openings.begin(), openings.end(), [name](std::string_view opening) {
        return name.starts_with(opening);
    });
}

/// Whether a class says what an element has beside its text ("with-sidebar", "no-comments") or, of
/// a post in WordPress, what it is about ("category-social-media", "format-gallery").
bool says_nothing_of_itself(std::string_view name, bool is_post) {
    static constexpr std::array<std::string_view, 8> kHas{
        "has-", "has_", "with-", "with_", "no-", "without-", "hide-", "show-"};
    static constexpr std::array<std::string_view, 8> kOfPost{
        "tag-",
        "category-",
        "format-",
        "post_format-",
        "post-format-",
        "author-",
        "comments-open",
        "comments-closed"};
    return starts_with_any(name, kHas) || (is_post && starts_with_any(name, kOfPost));
}

NameSays what_words_say(std::string_view names) {
    std::string buffer;
    std::string pair;
    bool doubtful = false;
    bool article = false;
    bool window = false;
    const bool surrounding = for_each_word_of_name(names, buffer, [&](std::string_view word) {
        if (surrounding_words().contains(word)) return true;
        window = window || window_words().contains(word);
        doubtful = doubtful || doubtful_words().contains(word);
        article = article || article_words().contains(word);
        if (!pair.empty()) {
            pair += ' ';
            pair += word;
            if (surrounding_pairs().contains(pair)) return true;
            doubtful = doubtful || doubtful_pairs().contains(pair);
        }
        pair = word;
        return false;
    });
    if (surrounding) return NameSays::surrounding;
    if (window) return NameSays::window;
    if (article) return NameSays::article;
    return doubtful ? NameSays::perhaps_surrounding : NameSays::nothing;
}

}  // namespace

NameSays what_class_says(std::string_view names) {
    if (names.empty()) return NameSays::nothing;
    const std::vector<std::string> classes = split_list(names, " \t\r\n");
    const bool is_post = std::any_of(classes.begin(), classes.end(), [](const std::string& name) {
        return name == "hentry" || name == "type-post" || name == "single-post";
    });
    std::string kept;
    bool is_body = false;
    for (const std::string& name : classes) {
        if (says_nothing_of_itself(name, is_post)) continue;
        is_body = is_body || body_classes().contains(ascii_lower(name));
        kept += name + ' ';
    }
    const NameSays says = what_words_say(kept);
    // "article-body paywall", "entry-content share-below": what it is, then something about it.
    return is_body ? NameSays::article : says;
}

NameSays what_id_says(std::string_view id) {
    constexpr int kWordsMax = 3;
    if (id.empty()) return NameSays::nothing;
    int words = 0;
    std::string buffer;
    const bool is_heading = for_each_word_of_name(id, buffer, [&words](std::string_view) {
        return ++words > kWordsMax;
    });
    return is_heading ? NameSays::nothing : what_words_say(id);
}

}  // namespace broadsheet::html
