#include "indexer/formats/nitf_article.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "common/dates/date_parser.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/dateline.h"
#include "indexer/formats/paragraphs.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

void set(std::string& target, std::string value) {
    if (target.empty()) target = std::move(value);
}

void add_once(std::vector<std::string>& list, std::string value) {
    if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(std::move(value));
}

void set_date(std::optional<Date>& target, const std::string& value) {
    if (!target) target = parse_date(value);
}

void read_tags(const xmlNode* head, Article& article) {
    for (const xmlNode* subject : xml_all(head, "tobject.subject")) {
        for (const std::string_view part :
             {"tobject.subject.type", "tobject.subject.matter", "tobject.subject.detail"})
            add_once(article.tags, xml_attribute(subject, part));
    }
    for (const xmlNode* keyword : xml_all(head, "keyword"))
        add_once(article.tags, xml_attribute(keyword, "key"));
    for (const xmlNode* content : xml_all(head, "identified-content")) {
        for (const xmlNode* location : xml_all(content, "location"))
            add_once(article.places, xml_text(location));
        for (const std::string_view name : {"classifier", "person", "org"}) {
            for (const xmlNode* node : xml_all(content, name)) {
                std::string tag = xml_text(node);
                add_once(article.tags, tag.empty() ? xml_attribute(node, "value") : std::move(tag));
            }
        }
    }
    for (const xmlNode* place : xml_all(head, "evloc"))
        add_once(article.places, xml_attribute(place, "city"));
}

void read_head(const xmlNode* head, Article& article) {
    if (head == nullptr) return;
    set(article.headline, xml_text(xml_child(head, "title")));
    const xmlNode* data = xml_child(head, "docdata");
    set(article.id, xml_attribute(xml_child(data, "doc-id"), "id-string"));
    set_date(article.published, xml_attribute(xml_child(data, "date.release"), "norm"));
    set_date(article.published, xml_attribute(xml_child(data, "date.issue"), "norm"));
    const xmlNode* publication = xml_child(head, "pubdata");
    set_date(article.published, xml_attribute(publication, "date.publication"));
    set(article.source, xml_attribute(publication, "name"));
    set(article.section, xml_attribute(publication, "position.section"));
    set(article.url, xml_attribute(publication, "ex-ref"));
    set(article.source, xml_attribute(xml_child(data, "doc.copyright"), "holder"));
    read_tags(head, article);
}

void read_body_head(const xmlNode* head, Article& article) {
    if (head == nullptr) return;
    const xmlNode* headlines = xml_child(head, "hedline");
    if (std::string first = xml_text(xml_child(headlines, "hl1")); !first.empty())
        article.headline = std::move(first);
    set(article.deck, xml_text(xml_child(headlines, "hl2")));
    for (const xmlNode* byline : xml_all(head, "byline")) {
        const xmlNode* person = xml_child(byline, "person");
        const std::string kind = xml_attribute(byline, "class");
        std::string text = xml_text(person == nullptr ? byline : person);
        if (kind == "normalized_byline" || text.empty() || !article.byline.empty()) continue;
        article.authors = authors_of(text);
        article.byline = xml_text(byline);
    }
    if (const xmlNode* dateline = xml_child(head, "dateline");
        dateline != nullptr && article.dateline.empty()) {
        article.dateline.place = xml_text(xml_child(dateline, "location"));
        article.dateline.date = xml_text(xml_child(dateline, "story.date"));
        if (article.dateline.place.empty()) article.dateline = parse_dateline(xml_text(dateline));
        set_date(article.published, xml_attribute(xml_child(dateline, "story.date"), "norm"));
    }
    set(article.source, xml_text(xml_first(xml_child(head, "distributor"), "org")));
    set(article.source, xml_text(xml_child(head, "distributor")));
    set(article.deck, xml_text(xml_child(head, "abstract")));
}

// Pictures and their words are no body.
void read_media(const xmlNode* content, Article& article) {
    for (const xmlNode* media : xml_all(content, "media")) {
        Caption caption{
            xml_text(xml_child(media, "media-caption")),
            xml_text(xml_child(media, "media-producer"))};
        if (!caption.text.empty()) article.captions.push_back(std::move(caption));
    }
}

void add_paragraphs(const xmlNode* parent, Article& article) {
    bool blocks = false;
    for (const xmlNode* child = parent->children; child != nullptr; child = child->next)
        blocks = blocks || (child->type == XML_ELEMENT_NODE && !xml_is(child, "media"));
    if (!blocks) {
        for (std::string& paragraph : paragraphs_of(xml_raw_text(parent)))
            article.paragraphs.push_back(std::move(paragraph));
        return;
    }
    for (const xmlNode* child = parent->children; child != nullptr; child = child->next) {
        if (child->type == XML_TEXT_NODE) {
            std::string text =
                clean_text(xml_raw_text(child->content == nullptr ? nullptr : child));
            if (text.empty() && child->content != nullptr)
                text = clean_text(reinterpret_cast<const char*>(child->content));
            if (!text.empty()) article.paragraphs.push_back(std::move(text));
        }
        if (child->type != XML_ELEMENT_NODE || xml_is(child, "media")) continue;
        if (xml_is(child, "block")) {
            add_paragraphs(child, article);
            continue;
        }
        for (std::string& paragraph : xml_paragraphs(child))
            article.paragraphs.push_back(std::move(paragraph));
    }
}

void read_content(const xmlNode* content, Article& article) {
    if (content == nullptr || !article.paragraphs.empty()) return;
    read_media(content, article);
    // The New York Times repeats the lead in the full text.
    for (const xmlNode* block : xml_all(content, "block")) {
        if (xml_attribute(block, "class") == "full_text") return add_paragraphs(block, article);
    }
    add_paragraphs(content, article);
}

}  // namespace

void add_nitf(const xmlNode* nitf, Article& article) {
    if (nitf == nullptr) return;
    const xmlNode* body = xml_is(nitf, "body") ? nitf : xml_child(nitf, "body");
    read_head(xml_child(nitf, "head"), article);
    read_body_head(xml_child(body, "body.head"), article);
    read_content(xml_child(body, "body.content"), article);
    if (article.dateline.empty() && !article.paragraphs.empty())
        article.dateline = take_dateline(article.paragraphs.front());
}

}  // namespace broadsheet
