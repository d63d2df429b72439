#include "indexer/formats/html/element_names.h"

#include <string>
#include <unordered_set>

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
        "authorbio",
        "authorbox",
        "author",
        "bottombar",
        "byline",
        "bylines",
        "breadcrumb",
        "breadcrumbs",
        "carousel",
        "combx",
        "comment",
        "commentlist",
        "comments",
        "consent",
        "cookie",
        "cookies",
        "dfp",
        "disqus",
        "donate",
        "donation",
        "dropdown",
        "footer",
        "footnav",
        "gallery",
        "gdpr",
        "livefyre",
        "login",
        "mailinglist",
        "masthead",
        "menubar",
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
        "paywall",
        "prefooter",
        "prevnext",
        "promo",
        "promoted",
        "promos",
        "pullquote",
        "recirc",
        "recirculation",
        "recommend",
        "recommendation",
        "recommendations",
        "recommended",
        "registration",
        "relatedarticles",
        "related",
        "relatedlinks",
        "relatednews",
        "relatedposts",
        "replies",
        "reply",
        "respond",
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
        "sitemap",
        "skip",
        "slideshow",
        "skiplink",
        "skyscraper",
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
        "toolbar",
        "timestamp",
        "tooltip",
        "topbar",
        "trending",
        "ugc",
        "upsell",
        "visuallyhidden",
        "whatsapp",
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
        "also like",       "also read",    "article footer", "article tools", "author bio",
        "author box",      "author card",  "author info",    "call action",   "entry footer",
        "entry meta",      "article meta", "post meta",      "follow us",     "read also",
        "most popular",    "most read",    "more articles",  "more news",     "more stories",
        "next article",    "next post",    "post footer",    "post nav",      "previous post",
        "read next",       "reader text",  "screen reader",  "see also",      "skip to",
        "sr only",         "story tools",  "tag list",       "top stories",   "up next",
        "visually hidden", "you may",
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

/// WordPress writes an article's tags and categories into its class: what "category-social-media"
/// is about says nothing of what the element is.
std::string without_taxonomy(std::string_view names) {
    if (names.find("tag-") == std::string_view::npos &&
        names.find("category-") == std::string_view::npos) {
        return std::string(names);
    }
    std::string kept;
    bool is_post = false;
    for (const std::string& name : split_list(names, " \t\r\n")) {
        is_post = is_post || name == "hentry" || name == "type-post" || name == "single-post";
        if (name.starts_with("tag-") || name.starts_with("category-")) continue;
        if (!kept.empty()) kept += ' ';
        kept += name;
    }
    return is_post ? kept : std::string(names);
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
    return names.empty() ? NameSays::nothing : what_words_say(without_taxonomy(names));
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
