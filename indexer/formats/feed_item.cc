#include "indexer/formats/feed_item.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include <fmt/format.h>
#include <glib.h>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "common/text/language.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/entities.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

using Names = std::initializer_list<std::string_view>;

constexpr std::size_t kNowhere = std::string_view::npos;

std::string_view name_of(const xmlNode* node) {
    return reinterpret_cast<const char*>(node->name);
}

/// "rss:" of an item that is called "rss:item".
std::string prefix_of(const xmlNode* item) {
    const std::string_view name = name_of(item);
    return std::string(name.substr(0, name.find(':') == kNowhere ? 0 : name.find(':') + 1));
}

/// The child of exactly that name, as the feed's own elements are called; one of another vocabulary
/// with the same name only where there is none.
const xmlNode* own_child(const xmlNode* item, std::string_view name) {
    const std::string own = prefix_of(item) + std::string(name);
    for (const xmlNode* child = item->children; child != nullptr; child = child->next) {
        if (child->type == XML_ELEMENT_NODE && equals_ignoring_case(name_of(child), own)) {
            return child;
        }
    }
    return xml_child(item, name);
}

const xmlNode* first_of(const xmlNode* item, Names names) {
    for (const std::string_view name : names) {
        const xmlNode* child = own_child(item, name);
        if (child != nullptr && !xml_text(child).empty()) return child;
    }
    return nullptr;
}

/// The date in the first of these that has one; where an item repeats an element, the last counts.
std::optional<Date> first_date(const xmlNode* item, Names names) {
    for (const std::string_view name : names) {
        std::optional<Date> date;
        for (const xmlNode* child = item->children; child != nullptr; child = child->next) {
            if (!xml_is(child, name)) continue;
            if (const auto other = parse_date(xml_text(child))) date = other;
        }
        if (date) return date;
    }
    return std::nullopt;
}

bool has_elements(const xmlNode* node) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) return true;
    }
    return false;
}

std::string joined(const std::vector<std::string>& paragraphs) {
    std::string out;
    for (const std::string& paragraph : paragraphs) {
        if (!out.empty()) out.push_back(' ');
        out += paragraph;
    }
    return out;
}

/// The bytes that a text in base64 stands for, as UTF-8; nothing where it is none.
std::string from_base64(const std::string& text) {
    static constexpr std::string_view kAlphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n";
    if (text.empty() || text.find_first_not_of(kAlphabet) != std::string::npos) return {};
    std::string bytes(text);
    gsize size = 0;
    g_base64_decode_inplace(bytes.data(), &size);
    bytes.resize(size);
    return std::string(decode_text(bytes).view());
}

/// Atom 0.3 says mode="base64"; in Atom 1.0 the content of a media type that is neither text nor
/// XML is (RFC 4287, 4.1.3.3).
bool is_base64(const xmlNode* node) {
    if (xml_attribute(node, "mode") == "base64") return true;
    const std::string type = ascii_lower(xml_attribute(node, "type"));
    return type.find('/') != std::string::npos && !type.starts_with("text/") &&
           !type.ends_with("/xml") && !type.ends_with("+xml");
}

/// Atom's type="text": what looks like markup is none. Atom 0.3 wrote media types and a mode.
bool is_plain(const xmlNode* node) {
    const std::string type = ascii_lower(xml_attribute(node, "type"));
    return (type == "text" || type == "text/plain") && xml_attribute(node, "mode") != "escaped";
}

// RSS has the address as text, Atom and CDF as an attribute, Atom several of them.
std::string link_of(const xmlNode* item) {
    std::string other;
    for (const xmlNode* child = item->children; child != nullptr; child = child->next) {
        if (!xml_is(child, "link") && !xml_is(child, "a")) continue;
        const std::string relation = xml_attribute(child, "rel");
        std::string href = xml_attribute(child, "href");
        if (href.empty()) href = xml_text(child);
        if (href.empty()) continue;
        href = resolved_link(xml_attribute(child, "base"), href);
        if (relation.empty() || relation == "alternate") return href;
        if (other.empty() && relation != "self" && relation != "enclosure") other = href;
    }
    if (other.empty()) other = xml_attribute(item, "href");
    if (other.empty()) other = xml_attribute(item, "rdf:about");
    return other;
}

void set_addresses(const xmlNode* item, const FeedChannel& channel, Article& article) {
    const std::string base = resolved_link(channel.base, xml_attribute(item, "base"));
    const xmlNode* guid = first_of(item, {"guid", "id", "dc:identifier"});
    article.id = xml_text(guid);
    article.url = resolved_link(base, link_of(item));
    if (link_of(item).empty()) article.url.clear();
    const bool is_address = xml_attribute(guid, "isPermaLink") != "false";
    if (article.url.empty() && is_address && article.id.starts_with("http"))
        article.url = article.id;
    if (article.id.empty()) article.id = article.url;
}

void set_dates(const xmlNode* item, Article& article) {
    article.published = first_date(
        item,
        {"pubDate",
         "published",
         "dc:date",
         "issued",
         "dcterms:issued",
         "date",
         "created",
         "dcterms:created",
         "prism:publicationDate"}
    );
    article.updated =
        first_date(item, {"updated", "modified", "dcterms:modified", "atom:updated", "lastmod"});
    if (!article.published) article.published = parse_date(xml_attribute(item, "lastmod"));
    if (!article.published) std::swap(article.published, article.updated);
}

/// Adds what is not there yet.
void add_tag(std::string tag, Article& article) {
    if (tag.empty()) return;
    if (std::find(article.tags.begin(), article.tags.end(), tag) == article.tags.end()) {
        article.tags.push_back(std::move(tag));
    }
}

/// What a category of Blogger says an entry is: "post", "comment", "template"; else empty.
std::string blogger_kind(const xmlNode* category) {
    if (xml_attribute(category, "scheme") != "http://schemas.google.com/g/2005#kind") return {};
    const std::string term = xml_attribute(category, "term");
    return term.substr(term.find('#') + 1);  // npos + 1 is 0
}

void read_tags(const xmlNode* parent, Article& article) {
    constexpr std::size_t kTagsMax = 200;
    for (const xmlNode* child = parent->children; child != nullptr; child = child->next) {
        const bool category = xml_is(child, "category");
        if (!category && !xml_is(child, "dc:subject") && !xml_is(child, "subject")) continue;
        if (article.tags.size() > kTagsMax) return;
        if (!blogger_kind(child).empty()) continue;
        std::string tag = xml_attribute(child, "label");
        // An itunes:category names itself in an attribute and holds others.
        if (tag.empty()) tag = xml_attribute(child, "text");
        if (tag.empty()) tag = xml_text(child);
        if (tag.empty()) tag = xml_attribute(child, "term");
        add_tag(std::move(tag), article);
        if (category && xml_child(child, "category") != nullptr) read_tags(child, article);
    }
}

void read_keywords(const xmlNode* item, Article& article) {
    const std::string list = xml_text(first_of(item, {"itunes:keywords", "media:keywords"}));
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        add_tag(std::string(trimmed(list.substr(begin, end - begin))), article);
        begin = end + 1;
    }
}

void read_text(const xmlNode* item, Article& article) {
    const xmlNode* full =
        first_of(item, {"content:encoded", "encoded", "xhtml:body", "body", "content", "fullitem"});
    const xmlNode* brief = first_of(item, {"description", "summary", "abstract", "tagline"});
    if (brief == nullptr) brief = first_of(item, {"excerpt:encoded", "itunes:summary"});
    const xmlNode* more = first_of(item, {"summary"});
    if (full == nullptr && more != brief) full = more;
    if (full == nullptr) std::swap(full, brief);
    if (full == nullptr) full = xml_first(item, "media:description");
    article.paragraphs = feed_paragraphs(full);
    article.deck = feed_text(brief);
}

void read_captions(const xmlNode* item, Article& article) {
    constexpr std::size_t kCaptionsMax = 50;
    for (const xmlNode* text : xml_all(item, "media:description")) {
        Caption caption{feed_text(text), xml_text(xml_child(text->parent, "media:credit"))};
        const bool known = std::find(article.captions.begin(), article.captions.end(), caption) !=
                           article.captions.end();
        if (!known && !caption.text.empty() && article.captions.size() < kCaptionsMax) {
            article.captions.push_back(std::move(caption));
        }
    }
}

/// "jane@coast.example (Jane Doe)", "Jane Doe (jane@coast.example)", "Jane Doe
/// <jane@coast.example>": the name; the address only where there is no name.
std::string author_name(std::string_view text) {
    if (text.find('@') == kNowhere) return clean_text(text);
    for (const std::string_view brackets : {"()", "<>"}) {
        const std::size_t open = text.find(brackets[0]);
        if (open == kNowhere) continue;
        const std::size_t close = std::min(text.find(brackets[1], open), text.size());
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        const std::string_view before = trimmed(text.substr(0, open));
        if (inside.find('@') == kNowhere && !inside.empty()) return clean_text(inside);
        if (!before.empty() && before.find('@') == kNowhere) return clean_text(before);
    }
    return clean_text(text);
}

bool names_author(const xmlNode* node) {
    return xml_is(node, "author") || xml_is(node, "dc:creator") || xml_is(node, "creator");
}

bool says_anything(const Article& article) {
    return !article.headline.empty() || !article.paragraphs.empty();
}

}  // namespace

std::vector<std::string> feed_paragraphs(const xmlNode* node) {
    if (node == nullptr) return {};
    if (has_elements(node)) return xml_paragraphs(node);
    const std::string text = xml_raw_text(node);
    if (is_base64(node)) {
        const std::string decoded = from_base64(text);
        if (!decoded.empty()) return body_paragraphs(decoded);
    }
    if (is_plain(node)) return paragraphs_of(looks_like_html(text) ? text : decode_entities(text));
    return body_paragraphs(text);
}

std::string feed_text(const xmlNode* node) {
    return joined(feed_paragraphs(node));
}

std::vector<std::string> feed_authors(const xmlNode* parent) {
    constexpr std::size_t kAuthorsMax = 100;
    std::vector<std::string> authors;
    for (const xmlNode* child = parent->children; child != nullptr; child = child->next) {
        if (child->type != XML_ELEMENT_NODE || !names_author(child)) continue;
        const xmlNode* name = xml_child(child, "name");
        std::string author = author_name(xml_text(name == nullptr ? child : name));
        const bool known = std::find(authors.begin(), authors.end(), author) != authors.end();
        if (!author.empty() && !known) authors.push_back(std::move(author));
        if (authors.size() == kAuthorsMax) break;
    }
    return authors;
}

void add_feed_author(const std::string& author, Article& article) {
    if (!article.byline.empty()) article.byline += ", ";
    article.byline += author;
    for (std::string& person : authors_of(author)) {
        if (std::find(article.authors.begin(), article.authors.end(), person) ==
            article.authors.end())
            article.authors.push_back(std::move(person));
    }
}

Article article_of_item(const xmlNode* item, const FeedChannel& channel) {
    Article article;
    article.headline = feed_text(first_of(item, {"title", "dc:title"}));
    set_addresses(item, channel, article);
    set_dates(item, article);
    for (const std::string& author : feed_authors(item))
        add_feed_author(author, article);
    read_tags(item, article);
    read_keywords(item, article);
    read_text(item, article);
    read_captions(item, article);
    const xmlNode* source = first_of(item, {"dc:publisher", "source"});
    const xmlNode* source_title = xml_child(source, "title");
    article.source = feed_text(source_title == nullptr ? source : source_title);
    std::string language = xml_text(first_of(item, {"dc:language", "language"}));
    if (language.empty()) language = xml_attribute(item, "lang");
    if (language.empty()) language = xml_attribute(first_of(item, {"content"}), "lang");
    article.language = language_code(language);
    return article;
}

std::string kind_of_no_post(const xmlNode* item) {
    std::string kind = xml_text(xml_child(item, "blogger:type"));
    for (const xmlNode* child = item->children; kind.empty() && child != nullptr;
         child = child->next) {
        if (xml_is(child, "category")) kind = blogger_kind(child);
    }
    for (const std::string_view post : {"post", "page"}) {
        if (equals_ignoring_case(kind, post)) return {};
    }
    std::transform(kind.begin(), kind.end(), kind.begin(), to_ascii_lower);
    return kind;
}

void give_feed_item(
    Article&& article,
    const FeedChannel& channel,
    std::uint64_t position,
    ArticleSink& sink,
    std::string_view what
) {
    if (!says_anything(article)) {
        return sink.problem(
            ProblemKind::not_article,
            position,
            fmt::format("there is no title or text in this {}", what)
        );
    }
    add_channel(channel, article);
    article.origin.position = position;
    sink.article(std::move(article));
}

}  // namespace broadsheet
