#include "indexer/formats/newsml_g2.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/dates/date_parser.h"
#include "common/text/language.h"
#include "indexer/formats/dateline.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/newsml_parts.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

// The name of a party or place: its words before its code.
std::string name_of(const xmlNode* node) {
    std::string text = xml_text(xml_child(node, "name"));
    if (text.empty()) text = xml_attribute(node, "literal");
    if (text.empty()) text = xml_attribute(node, "qcode");
    const std::size_t colon = text.find(':');
    const bool code = colon != std::string::npos && text.find(' ') == std::string::npos;
    return code ? text.substr(colon + 1) : text;
}

void read_item_meta(const xmlNode* item, Article& article) {
    const xmlNode* meta = xml_child(item, "itemMeta");
    article.id = xml_attribute(item, "guid");
    // An item that does not say is in its first version.
    article.version = std::max(version_number(xml_attribute(item, "version")), 1U);
    article.language = language_code(xml_attribute(item, "lang"));
    article.source = name_of(xml_child(meta, "provider"));
    const auto first = parse_date(xml_text(xml_child(meta, "firstCreated")));
    const auto version = parse_date(xml_text(xml_child(meta, "versionCreated")));
    article.published = first ? first : version;
    if (first && version && *first != *version) article.updated = version;
    set_if_empty(article.headline, xml_text(xml_child(meta, "title")));
    for (const xmlNode* link : xml_all(meta, "link")) {
        if (xml_attribute(link, "rel").find("canonical") != std::string::npos)
            set_if_empty(article.url, xml_attribute(link, "href"));
    }
}

void read_content_meta(const xmlNode* item, Article& article) {
    const xmlNode* meta = xml_child(item, "contentMeta");
    if (std::string headline = xml_text(xml_child(meta, "headline")); !headline.empty())
        article.headline = std::move(headline);
    set_if_empty(article.headline, xml_text(xml_child(meta, "slugline")));
    set_if_empty(
        article.language, language_code(xml_attribute(xml_child(meta, "language"), "tag"))
    );
    set_byline(article, xml_text(xml_child(meta, "by")));
    for (const xmlNode* creator : xml_all(meta, "creator")) {
        if (xml_child(creator, "name") != nullptr) set_byline(article, name_of(creator));
    }
    set_if_empty(article.source, xml_text(xml_child(meta, "creditline")));
    if (const xmlNode* dateline = xml_child(meta, "dateline"))
        article.dateline = parse_dateline(xml_text(dateline));
    if (article.dateline.empty())
        article.dateline.place = xml_text(xml_path(meta, {"located", "name"}));
    for (const xmlNode* subject : xml_all(meta, "subject")) {
        std::string name = xml_text(xml_child(subject, "name"));
        const bool place = xml_attribute(subject, "type").find("geo") != std::string::npos;
        add_once(place ? article.places : article.tags, std::move(name));
    }
    for (const xmlNode* keyword : xml_all(meta, "keyword"))
        add_once(article.tags, xml_text(keyword));
    if (!article.published)
        article.published = parse_date(xml_text(xml_child(meta, "contentCreated")));
    set_if_empty(
        article.section, xml_text(xml_path(xml_child(item, "itemMeta"), {"service", "name"}))
    );
}

void read_content_set(const xmlNode* item, Article& article) {
    const xmlNode* set_of = xml_child(item, "contentSet");
    for (const std::string_view name : {"inlineXML", "inlineData"}) {
        for (const xmlNode* content : xml_all(set_of, name)) {
            if (article.paragraphs.empty()) read_inline_content(content, article);
        }
    }
}

// Of a picture the description is its caption; of a text it is the deck.
void read_descriptions(const xmlNode* item, Article& article) {
    const xmlNode* kind = xml_path(item, {"itemMeta", "itemClass"});
    const bool text = xml_attribute(kind, "qcode").find("text") != std::string::npos;
    for (const xmlNode* node : xml_all(xml_child(item, "contentMeta"), "description")) {
        std::string words = plain_of_html(xml_raw_text(node));
        if (words.empty()) continue;
        if (text && article.deck.empty()) {
            article.deck = std::move(words);
        } else if (!text) {
            article.captions.push_back(
                {std::move(words), xml_text(xml_path(item, {"contentMeta", "creditline"}))}
            );
        }
    }
    if (!text && article.headline.empty() && !article.captions.empty() &&
        article.paragraphs.empty())
        article.paragraphs.push_back(article.captions.front().text);
}

Article article_of(const xmlNode* item) {
    Article article;
    read_item_meta(item, article);
    read_content_meta(item, article);
    read_content_set(item, article);
    read_descriptions(item, article);
    return article;
}

// "video" out of icls:video.
std::string class_of(const xmlNode* item) {
    std::string code = xml_attribute(xml_path(item, {"itemMeta", "itemClass"}), "qcode");
    const std::size_t colon = code.find(':');
    if (colon != std::string::npos) code.erase(0, colon + 1);
    return code.empty() ? "news item" : code;
}

struct Item {
    const xmlNode* node = nullptr;
    std::size_t position = 0;  // of its tag in the piece
};

// The elements of that name with the places of their tags.
std::vector<Item> items_of(const xmlNode* root, std::string_view name, std::string_view bytes) {
    std::vector<const xmlNode*> nodes = xml_all(root, name);
    if (xml_is(root, name)) nodes.insert(nodes.begin(), root);
    std::vector<Item> items;
    const std::string end_tag = std::string(name) + '>';
    std::size_t at = 0;
    for (const xmlNode* node : nodes) {
        at = std::min(bytes.find(name, at), bytes.size());
        const std::size_t open = at == 0 ? 0 : bytes.rfind('<', at);
        const bool alone = nodes.size() == 1 || open == std::string_view::npos;
        items.push_back({node, alone ? 0 : open});
        const std::size_t close = bytes.find(end_tag, at);
        at = close == std::string_view::npos ? bytes.size() : close + end_tag.size();
    }
    return items;
}

// Gives out what one entry holds.
class ItemReader {
public:
    ItemReader(const xmlNode* root, const Piece& piece, ArticleSink& sink)
        : root_(root), piece_(piece), sink_(sink) {}

    void read() {
        const std::vector<Item> items = items_of(root_, "newsItem", piece_.bytes);
        const std::vector<Item> packages = items_of(root_, "packageItem", piece_.bytes);
        for (const Item& item : items)
            read_item(item);
        for (const Item& package : packages)
            read_package(package);
        if (items.empty() && packages.empty()) refuse(0, other_content());
    }

private:
    void read_item(const Item& item) {
        give_item(
            article_of(item.node),
            piece_.offset + item.position,
            sink_,
            class_of(item.node),
            xml_attribute(xml_path(item.node, {"itemMeta", "pubStatus"}), "qcode")
        );
    }

    // A package points to the items of a story. Only one with a text of its own is an article.
    void read_package(const Item& package) {
        Article article = article_of(package.node);
        if (!article.deck.empty() || !article.paragraphs.empty())
            return give_item(
                std::move(article), piece_.offset + package.position, sink_, "package"
            );
        const std::size_t references = xml_all(package.node, "itemRef").size();
        refuse(
            package.position,
            fmt::format(
                "it is a package that points to {} other item{}",
                references,
                references == 1 ? "" : "s"
            )
        );
    }

    [[nodiscard]] std::string other_content() const {
        for (const auto& [name, meaning] : {
                 std::pair("conceptItem", "it describes a concept, not news"),
                 std::pair("knowledgeItem", "it is a list of concepts, not news"),
                 std::pair("planningItem", "it is a plan for coverage, not news"),
                 std::pair("catalogItem", "it is a catalogue of vocabularies, not news"),
             }) {
            if (xml_is(root_, name) || xml_first(root_, name) != nullptr) return meaning;
        }
        return "there is no news item in it";
    }

    void refuse(std::size_t position, std::string reason) {
        sink_.problem(ProblemKind::not_article, piece_.offset + position, std::move(reason));
    }

    const xmlNode* root_;
    const Piece& piece_;
    ArticleSink& sink_;
};

class NewsmlG2 : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "newsml-g2"; }

    [[nodiscard]] std::string_view help() const override {
        return "NewsML-G2 news items with text as NITF, XHTML or plain, alone or in a message";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        const std::string root = xml_root_of(sample);
        for (const std::string_view known :
             {"newsItem",
              "newsMessage",
              "packageItem",
              "conceptItem",
              "knowledgeItem",
              "planningItem",
              "catalogItem"}) {
            if (root == known) return 92;
        }
        const bool wrapped =
            !root.empty() && (xml_opens(sample, "newsItem ") || xml_opens(sample, "newsMessage"));
        return wrapped ? 70 : 0;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const XmlTree tree(piece.bytes);
        if (tree.root() == nullptr)
            return sink.problem(ProblemKind::malformed, piece.offset, "it is not readable XML");
        ItemReader(tree.root(), piece, sink).read();
    }
};

}  // namespace

const Format& newsml_g2_format() {
    static const NewsmlG2 kFormat;
    return kFormat;
}

}  // namespace broadsheet
