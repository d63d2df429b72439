#include "indexer/formats/newsml_1.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "common/text/language.h"
#include "indexer/formats/dateline.h"
#include "indexer/formats/newsml_parts.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

std::string formal_name(const xmlNode* node) {
    return xml_attribute(node, "FormalName");
}

void read_news_lines(const xmlNode* item, Article& article) {
    set_if_empty(article.headline, xml_text(xml_first(item, "HeadLine")));
    set_if_empty(article.deck, xml_text(xml_first(item, "SubHeadLine")));
    set_byline(article, xml_text(xml_first(item, "ByLine")));
    set_if_empty(article.source, xml_text(xml_first(item, "CreditLine")));
    if (const xmlNode* dateline = xml_first(item, "DateLine"))
        article.dateline = parse_dateline(xml_text(dateline));
    for (const xmlNode* keyword : xml_all(item, "KeywordLine"))
        add_once(article.tags, xml_text(keyword));
}

// urn:newsml:ProviderId:DateId:NewsItemId:RevisionId and "U", "A" or "N" names one version of an
// item (RFC 3085). What all versions share is the id.
void read_identity(const xmlNode* identifier, Article& article) {
    article.id = xml_text(xml_child(identifier, "PublicIdentifier"));
    const std::string revision = xml_text(xml_child(identifier, "RevisionId"));
    article.version = version_number(revision);
    if (article.id.empty()) {
        const std::string item = xml_text(xml_child(identifier, "NewsItemId"));
        if (item.empty()) return;
        article.id = fmt::format(
            "urn:newsml:{}:{}:{}",
            xml_text(xml_child(identifier, "ProviderId")),
            xml_text(xml_child(identifier, "DateId")),
            item
        );
        return;
    }
    const std::size_t colon = article.id.rfind(':');
    if (!article.id.starts_with("urn:newsml:") || colon == std::string::npos) return;
    const std::string_view last = std::string_view(article.id).substr(colon + 1);
    const std::size_t digits = std::min(last.find_first_not_of("0123456789"), last.size());
    const std::string_view update = last.substr(digits);
    if (digits == 0 || update.size() > 1 || (update.empty() && last != revision)) return;
    if (!update.empty() && update != "N" && update != "U" && update != "A") return;
    if (article.version == 0) article.version = version_number(last);
    article.id.resize(colon);
}

void read_management(const xmlNode* item, Article& article) {
    const xmlNode* identifier = xml_path(item, {"Identification", "NewsIdentifier"});
    read_identity(identifier, article);
    set_if_empty(article.headline, xml_text(xml_path(item, {"Identification", "NameLabel"})));
    const xmlNode* management = xml_child(item, "NewsManagement");
    const auto first = parse_date(xml_text(xml_child(management, "FirstCreated")));
    const auto revised = parse_date(xml_text(xml_child(management, "ThisRevisionCreated")));
    article.published = first ? first : revised;
    if (!article.published)
        article.published = parse_date(xml_text(xml_child(identifier, "DateId")));
    if (first && revised && *first != *revised) article.updated = revised;
    set_if_empty(article.source, formal_name(xml_child(xml_first(item, "Provider"), "Party")));
    set_if_empty(article.source, xml_text(xml_child(identifier, "ProviderId")));
    article.language = language_code(xml_attribute(item, "lang"));
    set_if_empty(article.language, language_code(formal_name(xml_first(item, "Language"))));
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
            read_inline_content(content, article);
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
        const std::string root = xml_root_of(sample);
        if (root == "NewsML") return 92;
        return !root.empty() && xml_opens(sample, "NewsML") && xml_opens(sample, "NewsItem") ? 75
                                                                                             : 0;
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
            give_item(
                std::move(article),
                piece.offset + (items.size() == 1 ? 0 : at),
                sink,
                "news item",
                formal_name(xml_path(item, {"NewsManagement", "Status"}))
            );
            ++at;
        }
    }
};

}  // namespace

const Format& newsml_1_format() {
    static const Newsml1 kFormat;
    return kFormat;
}

}  // namespace broadsheet
