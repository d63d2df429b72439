#include "indexer/formats/html/boilerplate.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "indexer/formats/ascii.h"

namespace broadsheet::html {

namespace {

using WordSet = std::unordered_set<std::string_view>;

/// Words of class names and ids that name what surrounds an article. The idea of reading them is
/// Readability's (Arc90, 2009); the words are those that recur from site to site, no site's own.
const WordSet& surrounding_words() {
    static const WordSet words{
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
        "bottombar",
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
        "gdpr",
        "livefyre",
        "login",
        "lightbox",
        "mailinglist",
        "masthead",
        "menubar",
        "modal",
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
        "overlay",
        "pager",
        "pagination",
        "paywall",
        "popup",
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
        "tooltip",
        "topbar",
        "trending",
        "ugc",
        "upsell",
        "visuallyhidden",
        "whatsapp",
    };
    return words;
}

/// Words that name surroundings unless an article's word stands beside them: "print" does,
/// "article-print" need not.
const WordSet& doubtful_words() {
    static const WordSet words{
        "banner",   "bio",          "community", "discussion", "facebook",  "feedback", "instagram",
        "legends",  "menu",         "popular",   "print",      "promotion", "rating",   "ratings",
        "register", "supplemental", "tags",      "teaser",     "tweet",     "twitter",  "utility",
        "widget",   "widgets",      "hidden",    "ad",         "ads",       "extra",
    };
    return words;
}

/// The same for two words in a row.
const WordSet& surrounding_pairs() {
    static const WordSet pairs{
        "also like",     "also read",     "article footer", "article tools",   "author bio",
        "author box",    "author card",   "author info",    "call action",     "entry footer",
        "entry meta",    "article meta",  "post meta",      "follow us",       "read also",
        "most popular",  "most read",     "more articles",  "more from",       "more news",
        "more on",       "more stories",  "next article",   "next post",       "post footer",
        "post nav",      "previous post", "read more",      "read next",       "reader text",
        "screen reader", "see also",      "skip to",        "sr only",         "story tools",
        "tag list",      "top stories",   "up next",        "visually hidden", "you may",
    };
    return pairs;
}

const WordSet& article_words() {
    static const WordSet words{
        "article",     "articlebody", "articletext", "artikel",   "articulo", "blog",
        "body",        "content",     "entry",       "hentry",    "h-entry",  "main",
        "maincontent", "news",        "page",        "paragraph", "post",     "postcontent",
        "posttext",    "story",       "storybody",   "text",      "texto",    "column",
    };
    return words;
}

/// Calls `visit` with each word of an identifier, in small letters: "relatedLinks-box" is related,
/// links, box. `visit` returns true to stop.
template <typename Visit>
bool for_each_word(std::string_view names, std::string& buffer, Visit&& visit) {
    buffer.clear();
    for (std::size_t i = 0; i <= names.size(); ++i) {
        const char c = i < names.size() ? names[i] : ' ';
        const bool letter = is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
        const bool hump = is_ascii_upper(c) && i > 0 && !is_ascii_upper(names[i - 1]);
        if ((!letter || hump) && !buffer.empty()) {
            if (visit(std::string_view(buffer))) return true;
            buffer.clear();
        }
        if (letter) buffer += to_ascii_lower(c);
    }
    return false;
}

bool is_named_surrounding(std::string_view names) {
    if (names.empty()) return false;
    std::string buffer;
    std::string pair;
    bool doubtful = false;
    bool article = false;
    const bool certain = for_each_word(names, buffer, [&](std::string_view word) {
        if (surrounding_words().contains(word)) return true;
        if (doubtful_words().contains(word)) doubtful = true;
        if (article_words().contains(word)) article = true;
        if (!pair.empty()) {
            pair += ' ';
            pair += word;
            if (surrounding_pairs().contains(pair)) return true;
        }
        pair = word;
        return false;
    });
    return certain || (doubtful && !article);
}

/// Declarations of a style attribute that hide an element.
bool is_hidden_style(std::string_view style) {
    if (style.empty()) return false;
    std::string compact;
    for (const char c : style) {
        if (!is_ascii_blank(c)) compact += to_ascii_lower(c);
    }
    return compact.find("display:none") != std::string::npos ||
           compact.find("visibility:hidden") != std::string::npos;
}

bool is_hidden(const Tree& tree, std::size_t node) {
    if (tree.has(node, Attribute::hidden)) return true;
    return is_hidden_style(tree.attribute(node, Attribute::style)) ||
           equals_ignoring_case(tree.attribute(node, Attribute::aria_hidden), "true");
}

bool is_surrounding_role(std::string_view role) {
    constexpr std::array<std::string_view, 12> kRoles{
        "alert",
        "alertdialog",
        "banner",
        "complementary",
        "contentinfo",
        "dialog",
        "form",
        "menu",
        "menubar",
        "navigation",
        "search",
        "toolbar"};
    return !role.empty() && std::find(kRoles.begin(), kRoles.end(), role) != kRoles.end();
}

bool is_surrounding_element(Tag tag) {
    return tag == Tag::nav || tag == Tag::footer || tag == Tag::aside || tag == Tag::form ||
           tag == Tag::fieldset || tag == Tag::menu || tag == Tag::label;
}

bool is_article_root(const Tree& tree, std::size_t node) {
    const Tag tag = tree[node].tag;
    return tag == Tag::html || tag == Tag::body || tag == Tag::article || tag == Tag::main ||
           tree.attribute(node, Attribute::itemprop) == "articleBody";
}

}  // namespace

int name_weight(const Tree& tree, std::size_t node) {
    int weight = 0;
    std::string buffer;
    for (const Attribute attribute : {Attribute::class_name, Attribute::id}) {
        const std::string_view names = tree.attribute(node, attribute);
        if (names.empty()) continue;
        if (is_named_surrounding(names)) weight -= 25;
        if (for_each_word(names, buffer, [](std::string_view word) {
                return article_words().contains(word);
            })) {
            weight += 25;
        }
    }
    return weight;
}

NodeSet boilerplate(const Tree& tree, std::span<const TextBlock> blocks, Strictness strictness) {
    NodeSet out(tree.size(), false);
    if (strictness == Strictness::none) return out;
    const Mass mass(tree, blocks);
    const std::uint64_t total = mass.running(0);
    for (std::size_t i = 1; i < tree.size();) {
        const Node& node = tree[i];
        if (node.tag == Tag::text || is_article_root(tree, i)) {
            ++i;
            continue;
        }
        const bool hidden = is_hidden(tree, i);
        bool remove = hidden || is_surrounding_element(node.tag) ||
                      is_surrounding_role(tree.attribute(i, Attribute::role));
        if (!remove && strictness == Strictness::by_name) {
            remove = is_named_surrounding(tree.attribute(i, Attribute::class_name)) ||
                     is_named_surrounding(tree.attribute(i, Attribute::id));
        }
        // A form around the whole page, a body class that mentions the sidebar: what holds most of
        // the running text is not beside the article.
        const bool holds_most = mass.running(i) * 2 > total;
        if (remove && (!holds_most || (hidden && strictness == Strictness::by_name))) {
            out[i] = true;
            i = node.end;
        } else {
            ++i;
        }
    }
    return out;
}

bool is_stock_phrase(std::string_view text) {
    constexpr std::size_t kSizeMax = 120;
    static constexpr std::array<std::string_view, 62> kPhrases{
        "advertisement",
        "advertising",
        "ad",
        "publicidad",
        "publicité",
        "anzeige",
        "werbung",
        "pubblicità",
        "publicidade",
        "реклама",
        "reklama",
        "advertentie",
        "annonce",
        "annons",
        "story continues below",
        "article continues",
        "continue reading",
        "scroll to continue",
        "read more",
        "read also",
        "also read",
        "read next",
        "related:",
        "related article",
        "see also",
        "más información",
        "leia também",
        "leia mais",
        "lire aussi",
        "à lire aussi",
        "lesen sie auch",
        "mehr zum thema",
        "leggi anche",
        "lees ook",
        "читайте также",
        "czytaj także",
        "lee también",
        "share this",
        "share on",
        "share article",
        "share via",
        "tweet",
        "email this",
        "print this",
        "click here to",
        "sign up for",
        "subscribe to",
        "follow us",
        "follow @",
        "like us on",
        "copyright ©",
        "©",
        "(c) ",
        "all rights reserved",
        "alle rechte vorbehalten",
        "todos los derechos",
        "tous droits réservés",
        "leave a comment",
        "post a comment",
        "comments",
        "view comments",
        "download our app",
    };
    if (text.size() > kSizeMax) return false;
    const std::string lower = ascii_lower(text);
    return std::any_of(kPhrases.begin(), kPhrases.end(), [&lower](std::string_view phrase) {
        if (!lower.starts_with(phrase)) return false;
        // A phrase of one word must be the whole text, or any sentence could start with it.
        const bool one_word = phrase.find_first_of(" :@") == std::string_view::npos;
        return !one_word || lower.size() <= phrase.size() + 2 || phrase == "©";
    });
}

bool is_running_text(const TextBlock& block) {
    constexpr std::uint32_t kWeightMin = 80;  // some fifteen words, as in boilerpipe
    return block.weight >= kWeightMin && block.link_weight * 3 < block.weight &&
           block.kind != TextBlock::Kind::heading;
}

Mass::Mass(const Tree& tree, std::span<const TextBlock> blocks)
    : running_(tree.size(), 0), all_(tree.size(), 0), links_(tree.size(), 0) {
    for (const TextBlock& block : blocks) {
        all_[block.node] += block.weight;
        links_[block.node] += block.link_weight;
        if (is_running_text(block)) running_[block.node] += block.weight;
    }
    for (std::size_t i = tree.size(); i-- > 1;) {
        const std::uint32_t parent = tree[i].parent;
        all_[parent] += all_[i];
        links_[parent] += links_[i];
        running_[parent] += running_[i];
    }
}

double Mass::link_density(std::size_t node) const {
    return all_[node] == 0 ? 0.0 : static_cast<double>(links_[node]) / all_[node];
}

}  // namespace broadsheet::html
