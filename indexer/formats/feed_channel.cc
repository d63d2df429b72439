#include "indexer/formats/feed_channel.h"

#include <algorithm>
#include <array>
#include <memory>

#include <libxml/uri.h>

#include "common/ascii.h"
#include "common/text/language.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/feed_item.h"
#include "indexer/formats/sgml_elements.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

bool is_feed_namespace(std::string_view address) {
    static constexpr std::array<std::string_view, 9> kNamespaces = {
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://channel.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2",
        "http://blogs.law.harvard.edu/tech/rss",
        "http://purl.org/net/rss1.1#",
        "http://my.netscape.com/publish/formats/rss-0.91.dtd",
        "http://www.w3.org/2005/Atom",
        "http://purl.org/atom/ns#"};
    return std::find(kNamespaces.begin(), kNamespaces.end(), address) != kNamespaces.end();
}

/// Adds the names of items for the prefixes that the head declares for a feed's own elements.
void add_prefixed_names(std::string_view head, std::vector<std::string>& names) {
    constexpr std::string_view kDeclaration = "xmlns:";
    constexpr std::size_t kNamesMax = 8;
    for (std::size_t at = head.find(kDeclaration); at != kNowhere && names.size() < kNamesMax;
         at = head.find(kDeclaration, at + 1)) {
        std::string_view rest = head.substr(at + kDeclaration.size());
        const std::size_t equals = rest.find('=');
        if (equals == kNowhere || equals > 30) continue;
        const std::string prefix(trimmed(rest.substr(0, equals)));
        rest = trimmed(rest.substr(equals + 1, 200));
        if (rest.size() < 2 || (rest[0] != '"' && rest[0] != '\'')) continue;
        const std::string_view address = rest.substr(1, rest.find(rest[0], 1) - 1);
        if (!is_feed_namespace(address)) continue;
        for (const char* item : {":item", ":entry"}) {
            if (std::find(names.begin(), names.end(), prefix + item) == names.end()) {
                names.push_back(prefix + item);
            }
        }
    }
}

/// The address of the site a channel is about. Atom's alternate link and RSS' link are that.
std::string site_of(const xmlNode* channel) {
    for (const xmlNode* child = channel->children; child != nullptr; child = child->next) {
        if (!xml_is(child, "link")) continue;
        const std::string relation = xml_attribute(child, "rel");
        std::string href = xml_attribute(child, "href");
        if (href.empty()) href = xml_text(child);
        if (href.find("://") != std::string::npos && (relation.empty() || relation == "alternate"))
            return href;
    }
    return {};
}

struct FreeXml {
    void operator()(xmlChar* text) const { xmlFree(text); }
};

}  // namespace

FeedChannel feed_channel(std::string_view head) {
    FeedChannel out;
    out.item_names.assign(kFeedItems.begin(), kFeedItems.end());
    const Utf8Text text = decode_text(head, xml_declared_encoding(head));
    add_prefixed_names(text.view(), out.item_names);
    std::size_t first = text.view().size();
    for (const std::string& name : out.item_names)
        first = std::min(first, find_open_tag(text.view(), name));
    const XmlTree tree(text.view().substr(0, first));
    if (tree.root() == nullptr) return out;
    const xmlNode* channel = xml_child(tree.root(), "channel");
    if (channel == nullptr) channel = tree.root();
    out.title = feed_text(xml_child(channel, "title"));
    std::string language = xml_text(xml_child(channel, "language"));
    if (language.empty()) language = xml_attribute(channel, "lang");
    if (language.empty()) language = xml_attribute(tree.root(), "lang");
    out.language = language_code(language);
    out.base = resolved_link(xml_attribute(tree.root(), "base"), xml_attribute(channel, "base"));
    if (out.base.empty()) out.base = site_of(channel);
    if (xml_is(tree.root(), "feed")) out.authors = feed_authors(channel);
    return out;
}

void add_channel(const FeedChannel& channel, Article& article) {
    if (article.source.empty()) article.source = channel.title;
    if (article.language.empty()) article.language = channel.language;
    if (!article.byline.empty()) return;
    for (const std::string& author : channel.authors)
        add_feed_author(author, article);
}

std::string resolved_link(std::string_view base, std::string_view link) {
    constexpr std::size_t kSizeMax = 4096;  // of either
    if (link.empty()) return std::string(base);
    const bool is_whole = link.find("://") != kNowhere || link.starts_with("urn:") ||
                          link.starts_with("tag:") || link.starts_with("mailto:");
    if (is_whole || base.empty() || base.size() > kSizeMax || link.size() > kSizeMax) {
        return std::string(link);
    }
    const std::string from(base);
    const std::string to(link);
    const std::unique_ptr<xmlChar, FreeXml> joined(xmlBuildURI(
        reinterpret_cast<const xmlChar*>(to.c_str()), reinterpret_cast<const xmlChar*>(from.c_str())
    ));
    return joined ? reinterpret_cast<const char*>(joined.get()) : to;
}

}  // namespace broadsheet
