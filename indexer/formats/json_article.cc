#include "indexer/formats/json_article.h"

#include <algorithm>
#include <array>
#include <climits>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "common/ascii.h"
#include "indexer/formats/byline.h"
#include "indexer/formats/field_names.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/json_body.h"
#include "indexer/formats/json_values.h"
#include "indexer/formats/newsml_parts.h"
#include "indexer/formats/ninjs.h"
#include "indexer/formats/paragraphs.h"

namespace broadsheet {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kWrapperDepthMax = 2;
constexpr int kWrapperPenalty = 100;

// Objects that hold an article's fields without being part of it.
constexpr std::array<std::string_view, 17> kWrappers = {
    "_source",
    "fields",
    "article",
    "story",
    "document",
    "doc",
    "item",
    "data",
    "news",
    "post",
    "meta",
    "metadata",
    "attributes",
    "content",
    "node",
    "record",
    "html"};

bool is_wrapper(std::string_view key) {
    return std::any_of(kWrappers.begin(), kWrappers.end(), [&](std::string_view name) {
        return equals_ignoring_case(key, name);
    });
}

bool says_nothing(element value) {
    if (value.is_null() || value.is_bool()) return true;
    if (value.is_string()) return trimmed(json_string(value)).empty();
    if (value.is_array()) return array(value).size() == 0;
    return value.is_object() && object(value).size() == 0;
}

// The best value for each role, and all lists of tags, places and captions.
class Fields {
public:
    explicit Fields(object from) : is_ninjs_(is_ninjs(from)) { collect(from, 0); }

    [[nodiscard]] bool of_ninjs() const { return is_ninjs_; }

    [[nodiscard]] const element* find(FieldRole role) const {
        const Candidate& candidate = best_[static_cast<std::size_t>(role)];
        return candidate.rank == INT_MAX ? nullptr : &candidate.value;
    }

    [[nodiscard]] int rank(FieldRole role) const {
        return best_[static_cast<std::size_t>(role)].rank;
    }

    [[nodiscard]] const std::vector<std::pair<FieldRole, element>>& lists() const { return lists_; }

private:
    struct Candidate {
        element value;
        int rank = INT_MAX;
    };

    void collect(object from, int depth) {
        for (const auto& [key, value] : from) {
            if (says_nothing(value)) continue;
            if (value.is_object() && is_wrapper(key) && depth < kWrapperDepthMax) {
                object inner = value;
                collect(inner, depth + 1);
                continue;
            }
            auto name = recognise_field(key);
            if (!name && is_ninjs_ && value.is_string()) name = recognise_ninjs_field(key);
            if (name) add(for_value(*name, value), value, depth);
        }
    }

    // Crawlers write the address of an article as its source, and several topics in a list.
    static FieldName for_value(FieldName name, element value) {
        if (name.role == FieldRole::topic && value.is_array()) name.role = FieldRole::tags;
        return value.is_string() ? field_of_value(name, json_string(value)) : name;
    }

    void add(const FieldName& name, element value, int depth) {
        if (name.role == FieldRole::tags || name.role == FieldRole::places ||
            name.role == FieldRole::caption) {
            lists_.emplace_back(name.role, value);
            return;
        }
        Candidate& candidate = best_[static_cast<std::size_t>(name.role)];
        const int rank = name.rank + depth * kWrapperPenalty;
        if (rank < candidate.rank) candidate = {value, rank};
    }

    const bool is_ninjs_;
    std::array<Candidate, kFieldRoles> best_;
    std::vector<std::pair<FieldRole, element>> lists_;
};

void read_authors(element value, Article& article) {
    if (value.is_object()) {  // {"original": "By Jane Doe", "person": [...]}
        set_field(article, FieldRole::byline, json_text(value));
        return;
    }
    if (!value.is_array()) {
        set_field(article, FieldRole::byline, json_text(value));
        return;
    }
    const std::vector<std::string> names = json_items(value);
    article.byline = fmt::format("{}", fmt::join(names, ", "));
    for (const std::string& name : names) {
        for (std::string& author : authors_of(name))
            article.authors.push_back(std::move(author));
    }
}

void read_simple(const Fields& fields, FieldRole role, Article& article) {
    const element* value = fields.find(role);
    if (value == nullptr) return;
    if (!value->is_array()) return set_field(article, role, json_text(*value));
    if (const auto main = main_ninjs_value(*value))
        return set_field(article, role, json_text(*main));
    const auto items = json_items(*value);
    if (!items.empty()) set_field(article, role, items.front());
}

void read_list(FieldRole role, element value, Article& article) {
    if (role == FieldRole::caption || !value.is_array()) {
        if (!value.is_array()) return set_field(article, role, json_text(value));
        for (const std::string& item : json_items(value))
            set_field(article, role, item);
        return;
    }
    auto& list = role == FieldRole::tags ? article.tags : article.places;
    for (std::string& item : json_items(value)) {
        if (std::find(list.begin(), list.end(), item) == list.end())
            list.push_back(std::move(item));
    }
}

// "name" and "subject" head many objects that are no articles.
bool is_sure_headline(const Fields& fields) {
    static const int kUnsure = recognise_field("subject")->rank;
    return fields.find(FieldRole::headline) != nullptr &&
           fields.rank(FieldRole::headline) % kWrapperPenalty < kUnsure;
}

Article article_of_fields(const Fields& fields) {
    Article article;
    for (const FieldRole role :
         {FieldRole::id,
          FieldRole::url,
          FieldRole::source,
          FieldRole::section,
          FieldRole::kicker,
          FieldRole::topic,
          FieldRole::headline,
          FieldRole::deck,
          FieldRole::published,
          FieldRole::updated,
          FieldRole::language,
          FieldRole::dateline}) {
        read_simple(fields, role, article);
    }
    for (const auto& [role, value] : fields.lists())
        read_list(role, value, article);
    if (const element* value = fields.find(FieldRole::byline)) read_authors(*value, article);
    for (const FieldRole role : {FieldRole::body, FieldRole::html_body}) {
        const element* value = fields.find(role);
        if (value != nullptr && article.paragraphs.empty()) add_json_body(*value, article);
    }
    if (article.url.empty() && article.id.starts_with("http")) article.url = article.id;
    return article;
}

bool is_schema(object from) {
    element ignored;
    return from["$schema"].get(ignored) == simdjson::SUCCESS;
}

}  // namespace

std::optional<Article> article_of_json(object from) {
    if (is_schema(from)) return std::nullopt;
    const Fields fields(from);
    Article article = article_of_fields(fields);
    if (fields.of_ninjs()) article.version = ninjs_version(from);
    const bool described = fields.of_ninjs() && !article.deck.empty();
    if (article.paragraphs.empty() && !is_sure_headline(fields) && !described) return std::nullopt;
    if (article.paragraphs.empty() && article.headline.empty() && !described) return std::nullopt;
    return article;
}

std::optional<JsonWithdrawal> withdrawal_of_json(object from) {
    if (!is_ninjs(from)) return std::nullopt;
    std::string reason = withdrawal_reason(ninjs_status(from));
    if (reason.empty()) return std::nullopt;
    Article item = article_of_fields(Fields(from));
    item.version = ninjs_version(from);
    return JsonWithdrawal{std::move(item), std::move(reason)};
}

bool json_has_body(object from) {
    const Fields fields(from);
    return fields.find(FieldRole::body) != nullptr || fields.find(FieldRole::html_body) != nullptr;
}

}  // namespace broadsheet
