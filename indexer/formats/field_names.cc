#include "indexer/formats/field_names.h"

#include <algorithm>

#include "common/dates/date_parser.h"
#include "common/text/language.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/dateline.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/paragraphs.h"

namespace broadsheet {

namespace {

void set_text(std::string& target, std::string_view value) {
    if (target.empty()) target = plain_of_html(value);
}

// The number of a class says nothing.
void set_topic(Article& article, std::string_view value) {
    if (value.find_first_not_of("0123456789.- ") == std::string_view::npos) return;
    if (article.section.empty()) return set_text(article.section, value);
    add_list_items(article.tags, value);
}

void set_date(std::optional<Date>& target, std::string_view value) {
    if (!target) target = parse_date(value);
}

void set_byline(Article& article, std::string_view value) {
    const std::string byline = plain_of_html(value);
    if (byline.empty()) return;
    if (article.byline.empty()) article.byline = byline;
    if (article.authors.empty()) article.authors = authors_of(byline);
}

void set_body(Article& article, std::string_view value) {
    auto paragraphs = body_paragraphs(value);
    for (auto& paragraph : paragraphs)
        article.paragraphs.push_back(std::move(paragraph));
}

}  // namespace

FieldName field_of_value(FieldName name, std::string_view value) {
    constexpr int kWorse = 30;  // than any name that means an address
    const bool address = value.starts_with("http://") || value.starts_with("https://");
    if (name.role == FieldRole::source && address) return {FieldRole::url, name.rank + kWorse};
    return name;
}

void set_field(Article& article, FieldRole role, std::string_view value) {
    switch (role) {
        case FieldRole::id:
            return set_text(article.id, value);
        case FieldRole::url:
            return set_text(article.url, value);
        case FieldRole::source:
            return set_text(article.source, value);
        case FieldRole::kicker:
        case FieldRole::section:
            return set_text(article.section, value);
        case FieldRole::topic:
            return set_topic(article, value);
        case FieldRole::headline:
            return set_text(article.headline, value);
        case FieldRole::deck:
            return set_text(article.deck, value);
        case FieldRole::byline:
            return set_byline(article, value);
        case FieldRole::html_body:
        case FieldRole::body:
            return set_body(article, value);
        case FieldRole::published:
            return set_date(article.published, value);
        case FieldRole::updated:
            return set_date(article.updated, value);
        case FieldRole::language:
            if (article.language.empty()) article.language = language_code(value);
            return;
        case FieldRole::caption:
            if (std::string text = plain_of_html(value); !text.empty())
                article.captions.push_back({std::move(text), ""});
            return;
        case FieldRole::credit:
            if (!article.captions.empty() && article.captions.back().credit.empty())
                article.captions.back().credit = clean_text(value);
            return;
        case FieldRole::tags:
            return add_list_items(article.tags, value);
        case FieldRole::places:
            return add_list_items(article.places, value);
        case FieldRole::dateline:
            if (article.dateline.empty()) article.dateline = parse_dateline(value);
            return;
    }
}

void add_list_items(std::vector<std::string>& list, std::string_view text) {
    constexpr std::string_view kEdges = " \t\r\n[]'\"{}";
    char separator = ',';
    for (const char candidate : {';', '|'}) {
        if (text.find(candidate) != std::string_view::npos) separator = candidate;
    }
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        std::string_view item = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t first = item.find_first_not_of(kEdges);
        if (first == std::string_view::npos) continue;
        item = item.substr(first, item.find_last_not_of(kEdges) - first + 1);
        std::string clean = clean_text(item);
        if (!clean.empty()) list.push_back(std::move(clean));
    }
}

}  // namespace broadsheet
