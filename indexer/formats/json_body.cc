#include "indexer/formats/json_body.h"

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "indexer/formats/field_names.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/json_values.h"
#include "indexer/formats/ninjs.h"

namespace broadsheet {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

void add_body_text(std::string_view text, Article& article) {
    for (std::string& paragraph : body_paragraphs(text))
        article.paragraphs.push_back(std::move(paragraph));
}

// One piece of a body that is a list of objects with a "type", as content systems store it.
void read_body_part(object part, Article& article) {
    const std::string_view type = json_member(part, "type");
    const std::string_view role = json_member(part, "role");
    if (const std::string_view caption = json_member(part, "fullcaption"); !caption.empty()) {
        set_field(article, FieldRole::caption, caption);
        return;
    }
    std::string text;
    for (const std::string_view name : {"content", "text", "value", "html", "paragraph", "body"}) {
        if (text = std::string(json_member(part, name)); !text.empty()) break;
    }
    if (type == "kicker") return set_field(article, FieldRole::section, text);
    if (type == "title" || type == "headline") return set_field(article, FieldRole::headline, text);
    if (type == "byline" || type == "author_info")
        return set_field(article, FieldRole::byline, text);
    if (type == "image" || type == "video" || type == "date" || role == "caption") return;
    add_body_text(text, article);
}

// The tree of a body as crawlers write it: {"summary": [...], "sections": [{"headline": [...],
// "paragraphs": [...]}]}.
bool add_sections(object body, Article& article) {
    array sections;
    if (body["sections"].get_array().get(sections) != simdjson::SUCCESS) return false;
    if (element summary; body["summary"].get(summary) == simdjson::SUCCESS)
        set_field(article, FieldRole::deck, fmt::format("{}", fmt::join(json_items(summary), " ")));
    for (const element section : sections) {
        if (!section.is_object()) continue;
        for (const std::string_view part : {"headline", "paragraphs"}) {
            element lines;
            if (object(section)[part].get(lines) != simdjson::SUCCESS) continue;
            for (const std::string& line : json_items(lines))
                add_body_text(line, article);
        }
    }
    return true;
}

}  // namespace

void add_json_body(element value, Article& article) {
    if (value.is_object() && add_sections(value, article)) return;
    if (!value.is_array()) {
        add_body_text(json_text(value), article);
        return;
    }
    if (const auto main = main_ninjs_value(value)) return add_body_text(json_text(*main), article);
    for (const element part : array(value)) {
        if (part.is_string()) {
            add_body_text(json_string(part), article);
        } else if (part.is_object()) {
            read_body_part(part, article);
        } else if (part.is_array()) {  // paragraphs as lists of sentences
            std::string sentences;
            for (const element sentence : array(part))
                sentences += json_text(sentence) + ' ';
            add_body_text(sentences, article);
        }
    }
}

}  // namespace broadsheet
