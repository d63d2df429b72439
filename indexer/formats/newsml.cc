#include "indexer/formats/newsml.h"

#include <algorithm>
#include <string>

#include "common/dates/date_parser.h"
#include "common/text/language.h"
#include "indexer/formats/ascii.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/dateline.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/nitf_article.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

std::string root_of(const Sample& sample) {
    const Utf8Text text =
        decode_text(sample.head.substr(0, 8192), xml_declared_encoding(sample.head));
    std::string_view root = xml_root_name(text.view());
    if (const std::size_t colon = root.find(':'); colon != std::string_view::npos)
        root.remove_prefix(colon + 1);
    return std::string(root);
}

// Whether an element of this name opens anywhere in the head.
bool opens(const Sample& sample, std::string_view name) {
    const std::string tag = "<" + std::string(name);
    return sample.head.find(tag) != std::string_view::npos;
}

void set(std::string& target, std::string value) {
    if (target.empty()) target = std::move(value);
}

void add_once(std::vector<std::string>& list, std::string value) {
    if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(std::move(value));
}

void set_byline(Article& article, const std::string& text) {
    if (text.empty() || !article.byline.empty()) return;
    article.byline = text;
    if (article.authors.empty()) article.authors = authors_of(text);
}

bool says_anything(const Article& article) {
    return !article.headline.empty() || !article.paragraphs.empty();
}

void give(Article&& article, std::uint64_t position, ArticleSink& sink, std::string_view what) {
    if (!says_anything(article))
        return sink.problem(
            ProblemKind::not_article,
            position,
            "there is no headline or text in this " + std::string(what)
        );
    if (article.dateline.empty() && !article.paragraphs.empty())
        article.dateline = take_dateline(article.paragraphs.front());
    article.origin.position = position;
    sink.article(std::move(article));
}

// The name of a party or place: its words before its code.
std::string name_of(const xmlNode* node) {
    std::string text = xml_text(xml_child(node, "name"));
    if (text.empty()) text = xml_attribute(node, "literal");
    if (text.empty()) text = xml_attribute(node, "qcode");
    const std::size_t colon = text.find(':');
    const bool code = colon != std::string::npos && text.find(' ') == std::string::npos;
    return code ? text.substr(colon + 1) : text;
}

// ---- NewsML-G2

void read_item_meta(const xmlNode* item, Article& article) {
    const xmlNode* meta = xml_child(item, "itemMeta");
    article.id = xml_attribute(item, "guid");
    article.language = language_code(xml_attribute(item, "lang"));
    article.source = name_of(xml_child(meta, "provider"));
    const auto first = parse_date(xml_text(xml_child(meta, "firstCreated")));
    const auto version = parse_date(xml_text(xml_child(meta, "versionCreated")));
    article.published = first ? first : version;
    if (first && version && *first != *version) article.updated = version;
    set(article.headline, xml_text(xml_child(meta, "title")));
    for (const xmlNode* link : xml_all(meta, "link")) {
        if (xml_attribute(link, "rel").find("canonical") != std::string::npos)
            set(article.url, xml_attribute(link, "href"));
    }
}

void read_content_meta(const xmlNode* item, Article& article) {
    const xmlNode* meta = xml_child(item, "contentMeta");
    if (std::string headline = xml_text(xml_child(meta, "headline")); !headline.empty())
        article.headline = std::move(headline);
    set(article.headline, xml_text(xml_child(meta, "slugline")));
    set(article.language, language_code(xml_attribute(xml_child(meta, "language"), "tag")));
    set_byline(article, xml_text(xml_child(meta, "by")));
    for (const xmlNode* creator : xml_all(meta, "creator")) {
        if (xml_child(creator, "name") != nullptr) set_byline(article, name_of(creator));
    }
    set(article.source, xml_text(xml_child(meta, "creditline")));
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
    set(article.section, xml_text(xml_path(xml_child(item, "itemMeta"), {"service", "name"})));
}

void read_html(const xmlNode* html, Article& article) {
    const xmlNode* body = xml_is(html, "body") ? html : xml_first(html, "body");
    set(article.headline, xml_text(xml_path(html, {"head", "title"})));
    if (article.paragraphs.empty())
        article.paragraphs = xml_paragraphs(body == nullptr ? html : body);
}

void read_inline(const xmlNode* content, Article& article) {
    if (const xmlNode* nitf = xml_first(content, "nitf")) return add_nitf(nitf, article);
    if (const xmlNode* html = xml_first(content, "html")) return read_html(html, article);
    if (const xmlNode* body = xml_first(content, "body")) {
        if (xml_child(body, "body.content") != nullptr) return add_nitf(body, article);
    }
    if (article.paragraphs.empty()) article.paragraphs = xml_paragraphs(content);
}

void read_content_set(const xmlNode* item, Article& article) {
    const xmlNode* set_of = xml_child(item, "contentSet");
    for (const std::string_view name : {"inlineXML", "inlineData"}) {
        for (const xmlNode* content : xml_all(set_of, name)) {
            if (article.paragraphs.empty()) read_inline(content, article);
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

class NewsmlG2 : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "newsml-g2"; }

    [[nodiscard]] std::string_view help() const override {
        return "NewsML-G2 news items with text as NITF, XHTML or plain, alone or in a message";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        const std::string root = root_of(sample);
        for (const std::string_view known :
             {"newsItem",
              "newsMessage",
              "packageItem",
              "conceptItem",
              "knowledgeItem",
              "planningItem"}) {
            if (root == known) return 92;
        }
        const bool wrapped =
            !root.empty() && (opens(sample, "newsItem ") || opens(sample, "newsMessage"));
        return wrapped ? 70 : 0;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const XmlTree tree(piece.bytes);
        if (tree.root() == nullptr)
            return sink.problem(ProblemKind::malformed, piece.offset, "it is not readable XML");
        std::vector<const xmlNode*> items = xml_all(tree.root(), "newsItem");
        if (xml_is(tree.root(), "newsItem")) items.assign(1, tree.root());
        if (items.empty())
            return sink.problem(
                ProblemKind::not_article,
                piece.offset,
                "it is a package, a list of concepts or a plan: there is no news item in it"
            );
        std::size_t at = 0;
        for (const xmlNode* item : items) {
            Article article;
            read_item_meta(item, article);
            read_content_meta(item, article);
            read_content_set(item, article);
            read_descriptions(item, article);
            at = std::min(piece.bytes.find("newsItem", at), piece.bytes.size());
            const std::size_t open = at == 0 ? 0 : piece.bytes.rfind('<', at);
            give(
                std::move(article),
                piece.offset + (items.size() == 1 || open == std::string_view::npos ? 0 : open),
                sink,
                "news item"
            );
            const std::size_t close = piece.bytes.find("newsItem>", at);
            at = close == std::string_view::npos ? piece.bytes.size() : close + 9;
        }
    }
};

// ---- NITF

class Nitf : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "nitf"; }

    [[nodiscard]] std::string_view help() const override {
        return "News Industry Text Format (NITF) of any version";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        const std::string root = root_of(sample);
        if (root == "nitf") return 92;
        return !root.empty() && opens(sample, "nitf") && !opens(sample, "newsItem ") &&
                       !opens(sample, "NewsML")
                   ? 70
                   : 0;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const XmlTree tree(piece.bytes);
        if (tree.root() == nullptr)
            return sink.problem(ProblemKind::malformed, piece.offset, "it is not readable XML");
        std::vector<const xmlNode*> items = xml_all(tree.root(), "nitf");
        if (xml_is(tree.root(), "nitf")) items.assign(1, tree.root());
        std::size_t at = 0;
        for (const xmlNode* item : items) {
            Article article;
            add_nitf(item, article);
            at = std::min(piece.bytes.find("<nitf", at), piece.bytes.size());
            give(std::move(article), piece.offset + (items.size() == 1 ? 0 : at), sink, "article");
            ++at;
        }
    }
};

// ---- NewsML 1

std::string formal_name(const xmlNode* node) {
    return xml_attribute(node, "FormalName");
}

void read_news_lines(const xmlNode* item, Article& article) {
    set(article.headline, xml_text(xml_first(item, "HeadLine")));
    set(article.deck, xml_text(xml_first(item, "SubHeadLine")));
    set_byline(article, xml_text(xml_first(item, "ByLine")));
    set(article.source, xml_text(xml_first(item, "CreditLine")));
    if (const xmlNode* dateline = xml_first(item, "DateLine"))
        article.dateline = parse_dateline(xml_text(dateline));
    for (const xmlNode* keyword : xml_all(item, "KeywordLine"))
        add_once(article.tags, xml_text(keyword));
}

void read_management(const xmlNode* item, Article& article) {
    const xmlNode* identifier = xml_path(item, {"Identification", "NewsIdentifier"});
    article.id = xml_text(xml_child(identifier, "PublicIdentifier"));
    set(article.headline, xml_text(xml_path(item, {"Identification", "NameLabel"})));
    const xmlNode* management = xml_child(item, "NewsManagement");
    const auto first = parse_date(xml_text(xml_child(management, "FirstCreated")));
    const auto revised = parse_date(xml_text(xml_child(management, "ThisRevisionCreated")));
    article.published = first ? first : revised;
    if (!article.published)
        article.published = parse_date(xml_text(xml_child(identifier, "DateId")));
    if (first && revised && *first != *revised) article.updated = revised;
    set(article.source, formal_name(xml_child(xml_first(item, "Provider"), "Party")));
    set(article.source, xml_text(xml_child(identifier, "ProviderId")));
    article.language = language_code(xml_attribute(item, "lang"));
    set(article.language, language_code(formal_name(xml_first(item, "Language"))));
    for (const xmlNode* place : xml_all(item, "Location")) {
        for (const xmlNode* property : xml_all(place, "Property")) {
            const std::string kind = formal_name(property);
            if (kind == "City" || kind == "Country")
                add_once(article.places, xml_attribute(property, "Value"));
        }
    }
}

bool is_caption(const xmlNode* content) {
    for (const xmlNode* node = content; node != nullptr; node = node->parent) {
        if (node->type != XML_ELEMENT_NODE || !xml_is(node, "NewsComponent")) continue;
        const std::string role = ascii_lower(formal_name(xml_child(node, "Role")));
        if (role.find("caption") != std::string::npos) return true;
        return xml_first(node, "MediaType") != nullptr &&
               formal_name(xml_first(node, "MediaType")) == "Photo";
    }
    return false;
}

void read_contents(const xmlNode* item, Article& article) {
    for (const xmlNode* content : xml_all(item, "DataContent")) {
        if (is_caption(content)) {
            std::string text = xml_text(content);
            if (!text.empty()) article.captions.push_back({std::move(text), ""});
        } else if (article.paragraphs.empty()) {
            read_inline(content, article);
        }
    }
    if (article.paragraphs.empty() && article.headline.empty() && !article.captions.empty())
        article.paragraphs.push_back(article.captions.front().text);
}

class Newsml1 : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "newsml-1"; }

    [[nodiscard]] std::string_view help() const override {
        return "NewsML 1.0 to 1.2 items with their captions";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        const std::string root = root_of(sample);
        if (root == "NewsML") return 92;
        return !root.empty() && opens(sample, "NewsML") && opens(sample, "NewsItem") ? 75 : 0;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const XmlTree tree(piece.bytes);
        if (tree.root() == nullptr)
            return sink.problem(ProblemKind::malformed, piece.offset, "it is not readable XML");
        std::size_t at = 0;
        const auto items = xml_all(tree.root(), "NewsItem");
        if (items.empty())
            return sink.problem(
                ProblemKind::not_article, piece.offset, "there is no news item in this NewsML"
            );
        for (const xmlNode* item : items) {
            Article article;
            read_news_lines(item, article);
            read_management(item, article);
            read_contents(item, article);
            at = std::min(piece.bytes.find("<NewsItem", at), piece.bytes.size());
            while (at + 9 < piece.bytes.size() && is_ascii_letter(piece.bytes[at + 9]))
                at = std::min(piece.bytes.find("<NewsItem", at + 1), piece.bytes.size());
            give(
                std::move(article), piece.offset + (items.size() == 1 ? 0 : at), sink, "news item"
            );
            ++at;
        }
    }
};

}  // namespace

const Format& nitf_format() {
    static const Nitf kFormat;
    return kFormat;
}

const Format& newsml_g2_format() {
    static const NewsmlG2 kFormat;
    return kFormat;
}

const Format& newsml_1_format() {
    static const Newsml1 kFormat;
    return kFormat;
}

}  // namespace broadsheet
