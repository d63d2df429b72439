#include "indexer/formats/feed.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "common/dates/date_parser.h"
#include "common/text/language.h"
#include "indexer/formats/ascii.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/sgml_elements.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/xml_slices.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

constexpr std::array<std::string_view, 3> kItems = {"item", "entry", "atom:entry"};

using Names = std::initializer_list<std::string_view>;

const xmlNode* first_of(const xmlNode* item, Names names) {
    for (const std::string_view name : names) {
        const xmlNode* child = xml_child(item, name);
        if (child != nullptr && !xml_text(child).empty()) return child;
    }
    return nullptr;
}

std::optional<Date> first_date(const xmlNode* item, Names names) {
    for (const std::string_view name : names) {
        const xmlNode* child = xml_child(item, name);
        const auto date = child == nullptr ? std::nullopt : parse_date(xml_text(child));
        if (date) return date;
    }
    return std::nullopt;
}

std::string text_without_markup(const xmlNode* node) {
    std::string out;
    for (const std::string& paragraph : xml_paragraphs(node)) {
        if (!out.empty()) out.push_back(' ');
        out += paragraph;
    }
    return out;
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
        if (relation.empty() || relation == "alternate") return href;
        if (other.empty() && relation != "self" && relation != "enclosure") other = href;
    }
    if (other.empty()) other = xml_attribute(item, "href");
    if (other.empty()) other = xml_attribute(item, "rdf:about");
    return other;
}

void read_authors(const xmlNode* item, Article& article) {
    for (const xmlNode* child = item->children; child != nullptr; child = child->next) {
        const bool author =
            xml_is(child, "author") || xml_is(child, "dc:creator") || xml_is(child, "creator");
        if (!author) continue;
        const xmlNode* name = xml_child(child, "name");
        std::string text = xml_text(name == nullptr ? child : name);
        // RSS: jane@coast.example (Jane Doe)
        const std::size_t bracket = text.find('(');
        if (text.find('@') != std::string::npos && bracket != std::string::npos)
            text = clean_text(text.substr(bracket + 1, text.find(')', bracket) - bracket - 1));
        if (text.empty()) continue;
        if (!article.byline.empty()) article.byline += ", ";
        article.byline += text;
        for (std::string& person : authors_of(text)) {
            if (std::find(article.authors.begin(), article.authors.end(), person) ==
                article.authors.end())
                article.authors.push_back(std::move(person));
        }
    }
}

void read_tags(const xmlNode* item, Article& article) {
    for (const xmlNode* child = item->children; child != nullptr; child = child->next) {
        if (!xml_is(child, "category") && !xml_is(child, "dc:subject") && !xml_is(child, "subject"))
            continue;
        std::string tag = xml_attribute(child, "label");
        if (tag.empty()) tag = xml_text(child);
        if (tag.empty()) tag = xml_attribute(child, "term");
        if (!tag.empty() &&
            std::find(article.tags.begin(), article.tags.end(), tag) == article.tags.end())
            article.tags.push_back(std::move(tag));
    }
}

void read_text(const xmlNode* item, Article& article) {
    const xmlNode* full =
        first_of(item, {"content:encoded", "encoded", "xhtml:body", "body", "content", "fullitem"});
    const xmlNode* brief =
        first_of(item, {"description", "summary", "abstract", "tagline", "excerpt:encoded"});
    if (full == nullptr) std::swap(full, brief);
    article.paragraphs = xml_paragraphs(full);
    article.deck = text_without_markup(brief);
}

Article article_of_item(const xmlNode* item) {
    Article article;
    article.headline = text_without_markup(first_of(item, {"title", "dc:title"}));
    article.url = link_of(item);
    article.id = xml_text(first_of(item, {"guid", "id", "dc:identifier"}));
    if (article.id.empty()) article.id = article.url;
    if (article.url.empty() && article.id.starts_with("http")) article.url = article.id;
    article.published = first_date(
        item,
        {"pubDate",
         "published",
         "dc:date",
         "issued",
         "dcterms:issued",
         "date",
         "created",
         "dcterms:created"}
    );
    article.updated = first_date(item, {"updated", "modified", "dcterms:modified", "lastmod"});
    if (!article.published) {
        article.published = parse_date(xml_attribute(item, "lastmod"));
    }
    if (!article.published) std::swap(article.published, article.updated);
    read_authors(item, article);
    read_tags(item, article);
    read_text(item, article);
    article.source = xml_text(first_of(item, {"dc:publisher", "source"}));
    article.language = language_code(xml_text(first_of(item, {"dc:language", "language"})));
    const xmlNode* caption = xml_first(item, "media:description");
    if (caption != nullptr)
        article.captions.push_back(
            {text_without_markup(caption), xml_text(xml_first(item, "media:credit"))}
        );
    return article;
}

// What the feed says of all its items, before the first one.
struct Channel {
    std::string title;
    std::string language;
};

Channel channel_of(std::string_view head) {
    const Utf8Text text = decode_text(head, xml_declared_encoding(head));
    std::size_t first = text.view().size();
    for (const std::string_view name : kItems)
        first = std::min(first, find_open_tag(text.view(), name));
    const XmlTree tree(text.view().substr(0, first));
    if (tree.root() == nullptr) return {};
    const xmlNode* channel = xml_child(tree.root(), "channel");
    if (channel == nullptr) channel = tree.root();
    std::string language = xml_text(first_of(channel, {"language", "dc:language"}));
    if (language.empty()) language = xml_attribute(tree.root(), "lang");
    return {text_without_markup(xml_child(channel, "title")), language_code(language)};
}

void add_channel(const Channel& channel, Article& article) {
    if (article.source.empty()) article.source = channel.title;
    if (article.language.empty()) article.language = channel.language;
}

bool says_anything(const Article& article) {
    return !article.headline.empty() || !article.paragraphs.empty();
}

bool is_wordpress(std::string_view head) {
    return head.substr(0, 8192).find("wordpress.org/export/") != std::string_view::npos;
}

class Feed : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "feed"; }

    [[nodiscard]] std::string_view help() const override {
        return "RSS 0.9 to 2.0, Atom and CDF feeds";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        const Utf8Text text =
            decode_text(sample.head.substr(0, 8192), xml_declared_encoding(sample.head));
        const std::string_view root = xml_root_name(text.view());
        for (const std::string_view known :
             {"rss", "rdf:RDF", "feed", "atom:feed", "channel", "RDF"}) {
            if (equals_ignoring_case(root, known)) return 88;
        }
        return 0;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        return cut_behind_slice(bytes, kItems);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const Channel channel = channel_of(piece.head);
        for_each_slice(piece, kItems, [&](std::string_view markup, std::uint64_t position) {
            const XmlTree tree(markup);
            Article article = tree.root() == nullptr ? Article() : article_of_item(tree.root());
            if (!says_anything(article))
                return sink.problem(
                    ProblemKind::not_article,
                    position,
                    "there is no title or text in this feed item"
                );
            add_channel(channel, article);
            article.origin.position = position;
            sink.article(std::move(article));
        });
    }
};

// WordPress stores paragraphs as blank lines and makes <p> of them when it shows a post.
std::vector<std::string> wordpress_paragraphs(std::string_view text) {
    if (find_open_tag(text, "p") != std::string_view::npos) return body_paragraphs(text);
    std::vector<std::string> paragraphs;
    while (!text.empty()) {
        std::size_t end = text.find("\n\n");
        if (const std::size_t crlf = text.find("\r\n\r\n"); crlf < end) end = crlf;
        for (std::string& paragraph : body_paragraphs(text.substr(0, end)))
            paragraphs.push_back(std::move(paragraph));
        if (end == std::string_view::npos) break;
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return paragraphs;
}

class WordPressWxr : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "wordpress-wxr"; }

    [[nodiscard]] std::string_view help() const override {
        return "WordPress exports (WXR): posts and pages, not menus or attachments";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        return is_wordpress(sample.head) && equals_ignoring_case(xml_root_name(sample.head), "rss")
                   ? 95
                   : 0;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        return cut_behind_slice(bytes, kItems);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const Channel channel = channel_of(piece.head);
        for_each_slice(piece, kItems, [&](std::string_view markup, std::uint64_t position) {
            const XmlTree tree(markup);
            if (tree.root() == nullptr)
                return sink.problem(
                    ProblemKind::malformed, position, "this item is not readable XML"
                );
            read_post(tree.root(), position, channel, sink);
        });
    }

private:
    static void read_post(
        const xmlNode* item, std::uint64_t position, const Channel& channel, ArticleSink& sink
    ) {
        const std::string type = xml_text(xml_child(item, "wp:post_type"));
        const std::string status = xml_text(xml_child(item, "wp:status"));
        if ((!type.empty() && type != "post" && type != "page") || status == "trash" ||
            status == "auto-draft") {
            return sink.problem(
                ProblemKind::not_article,
                position,
                "it is no post or page but '" + (type.empty() ? status : type) + "'"
            );
        }
        Article article = article_of_item(item);
        article.paragraphs = wordpress_paragraphs(xml_raw_text(xml_child(item, "content:encoded")));
        article.deck = text_without_markup(xml_child(item, "excerpt:encoded"));
        if (const auto date = parse_date(xml_text(xml_child(item, "wp:post_date_gmt"))))
            article.published = date;
        if (!says_anything(article))
            return sink.problem(
                ProblemKind::not_article, position, "there is no title or text in this post"
            );
        add_channel(channel, article);
        article.origin.position = position;
        sink.article(std::move(article));
    }
};

}  // namespace

const Format& feed_format() {
    static const Feed kFormat;
    return kFormat;
}

const Format& wordpress_wxr_format() {
    static const WordPressWxr kFormat;
    return kFormat;
}

}  // namespace broadsheet
