#include "indexer/formats/profiles/profile_article.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/ascii.h"
#include "common/dates/date_layout.h"
#include "common/dates/date_parser.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/newsml_parts.h"
#include "indexer/formats/paragraphs.h"

namespace broadsheet {

namespace {

using Values = ProfileRecord::Values;

// All parts of a template, or nothing where one of its values is missing.
std::optional<std::string> filled(const ValueSource& source, const ProfileRecord& record) {
    std::string text;
    for (const TemplatePart& part : source.parts) {
        if (part.path.empty()) {
            text += part.text;
            continue;
        }
        const Values values = record.values(part.path);
        if (values.texts.empty()) return std::nullopt;
        text += fmt::format("{}", fmt::join(values.texts, ", "));
    }
    return text;
}

// What stands between two marks, or nothing.
std::string between(std::string_view text, const ValueSource& source) {
    const std::size_t begin = text.find(source.begin);
    if (begin == std::string_view::npos) return {};
    text.remove_prefix(begin + source.begin.size());
    const std::size_t end = text.find(source.end);
    if (end == std::string_view::npos) return {};
    return std::string(trimmed(text.substr(0, end)));
}

Values values_of(const ValueSource& source, const ProfileRecord& record) {
    Values values;
    if (!source.path.empty()) {
        values = record.values(source.path);
    } else if (auto text = filled(source, record)) {
        values.texts.push_back(std::move(*text));
    }
    if (source.begin.empty() && source.end.empty()) return values;
    for (std::string& text : values.texts)
        text = between(text, source);
    std::erase_if(values.texts, [](const std::string& text) { return text.empty(); });
    return values;
}

Values first_values(const FieldRule& rule, const ProfileRecord& record) {
    for (const ValueSource& source : rule.sources) {
        Values values = values_of(source, record);
        if (values.texts.empty()) continue;
        for (std::string& text : values.texts) {
            const auto meaning = rule.values.find(trimmed(text));
            if (meaning != rule.values.end()) text = meaning->second;
        }
        return values;
    }
    return {};
}

std::optional<Date> date_of(const Profile& profile, std::string_view text) {
    if (profile.date_layouts.empty()) return parse_date(text);
    for (const std::string& layout : profile.date_layouts) {
        if (const auto date = parse_date_in_layout(text, layout)) return date;
    }
    return std::nullopt;
}

void set_names(const std::vector<std::string>& names, Article& article) {
    article.byline = plain_of_html(fmt::format("{}", fmt::join(names, ", ")));
    for (const std::string& name : names) {
        for (std::string& author : authors_of(name))
            add_once(article.authors, std::move(author));
    }
}

// Paths give the body with its paragraphs; templates and parts of a value are text.
void set_body(
    const FieldRule& rule, const Profile& profile, const ProfileRecord& record, Article& article
) {
    for (const ValueSource& source : rule.sources) {
        if (profile.lines_are_paragraphs) {
            for (const std::string& text : values_of(source, record).texts)
                article.paragraphs = lines_of(text);
        } else if (!source.path.empty() && source.begin.empty() && source.end.empty()) {
            record.add_body(source.path, article);
        } else {
            for (const std::string& text : values_of(source, record).texts)
                set_field(article, FieldRole::body, text);
        }
        if (!article.paragraphs.empty()) return;
    }
}

void set_list(FieldRole role, const Values& values, Article& article) {
    std::vector<std::string>& list = role == FieldRole::tags ? article.tags : article.places;
    for (const std::string& text : values.texts) {
        if (values.is_list) {
            add_once(list, plain_of_html(text));
        } else {
            add_list_items(list, text);
        }
    }
}

void apply(
    const FieldRule& rule, const Profile& profile, const ProfileRecord& record, Article& article
) {
    if (rule.role == FieldRole::body) return set_body(rule, profile, record, article);
    const Values values = first_values(rule, record);
    if (values.texts.empty()) return;
    switch (rule.role) {
        case FieldRole::published:
            article.published = date_of(profile, values.texts.front());
            return;
        case FieldRole::updated:
            article.updated = date_of(profile, values.texts.front());
            return;
        case FieldRole::byline:
            if (values.is_list) return set_names(values.texts, article);
            break;
        case FieldRole::tags:
        case FieldRole::places:
            return set_list(rule.role, values, article);
        case FieldRole::caption:
            for (const std::string& text : values.texts)
                set_field(article, FieldRole::caption, text);
            return;
        default:
            break;
    }
    set_field(article, rule.role, values.texts.front());
}

}  // namespace

std::optional<Article> article_by_profile(const Profile& profile, const ProfileRecord& record) {
    Article article;
    for (const FieldRule& rule : profile.fields)
        apply(rule, profile, record, article);
    if (article.headline.empty() && article.paragraphs.empty()) return std::nullopt;
    if (article.url.empty() && article.id.starts_with("http")) article.url = article.id;
    return article;
}

}  // namespace broadsheet
