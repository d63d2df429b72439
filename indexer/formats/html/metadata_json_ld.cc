#include <algorithm>
#include <array>
#include <unordered_map>

#include <simdjson.h>

#include "common/ascii.h"
#include "indexer/formats/html/metadata.h"
#include "indexer/formats/html/words.h"

namespace broadsheet::html {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kDepthMax = 12;  // of lists in graphs in lists; real pages have three

/// Text between the braces, without the wrappers pages put around it (CDATA, comments, a
/// semicolon).
std::string_view unwrap(std::string_view json) {
    for (const std::string_view opening : {"<![CDATA[", "<!--"}) {
        const std::size_t at = json.find(opening);
        const std::size_t brace = json.find_first_of("{[");
        if (at != std::string_view::npos && at < brace) json.remove_prefix(at + opening.size());
    }
    for (const std::string_view closing : {"]]>", "-->"}) {
        const std::size_t at = json.rfind(closing);
        if (at != std::string_view::npos &&
            json.find_first_of("}\"", at) == std::string_view::npos) {
            json = json.substr(0, at);
        }
    }
    const std::size_t begin = json.find_first_of("{[");
    const std::size_t end = json.find_last_of("}]");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
    return json.substr(begin, end - begin + 1);
}

/// What templates get wrong most: raw line ends and tabs inside strings, wrong escapes, and commas
/// before a closing bracket.
std::string repaired(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    bool in_string = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (in_string) {
            if (c == '\\' && i + 1 < json.size()) {
                constexpr std::string_view kEscapes = "\"\\/bfnrtu";
                if (kEscapes.find(json[i + 1]) != std::string_view::npos) out += c;
                out += json[++i];
                continue;
            }
            if (c == '"') in_string = false;
            out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
            continue;
        }
        if (c == '"') in_string = true;
        if (c == '}' || c == ']') {
            while (!out.empty() && is_ascii_blank(out.back()))
                out.pop_back();
            if (!out.empty() && out.back() == ',') out.pop_back();
        }
        out += c;
    }
    return out;
}

std::string text_of(element value) {
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS) return {};
    return plain_text(text);
}

std::string text_at(const object& from, std::string_view key) {
    element value;
    if (from[key].get(value) != simdjson::SUCCESS) return {};
    array list;
    if (value.get_array().get(list) == simdjson::SUCCESS) {
        for (const element item : list) {
            std::string text = text_of(item);
            if (!text.empty()) return text;
        }
    }
    object inner;
    if (value.get_object().get(inner) == simdjson::SUCCESS && key != "@value") {
        return text_at(inner, "@value");
    }
    return text_of(value);
}

/// The types of a thing, as short names: "https://schema.org/NewsArticle" is NewsArticle.
std::vector<std::string> types_of(const object& thing) {
    std::vector<std::string> types;
    element value;
    if (thing["@type"].get(value) != simdjson::SUCCESS) return types;
    const auto add = [&types](element type) {
        std::string_view text;
        if (type.get_string().get(text) != simdjson::SUCCESS) return;
        types.emplace_back(text.substr(text.find_last_of("/:#") + 1));
    };
    array list;
    if (value.get_array().get(list) == simdjson::SUCCESS) {
        for (const element type : list)
            add(type);
    } else {
        add(value);
    }
    return types;
}

/// Reads the things of one script.
class Reader {
public:
    void collect(element value, int depth);
    Claims best();

private:
    [[nodiscard]] Claims claims_of(const object& thing, std::string type) const;
    void add_names(const object& thing, std::string_view key, std::vector<std::string>& out) const;
    void add_names(element value, std::vector<std::string>& out, int depth) const;
    static void add_tags(const object& thing, std::vector<std::string>& out);

    std::vector<object> things_;
    std::unordered_map<std::string_view, object> things_by_id_;
};

void Reader::collect(element value, int depth) {
    if (depth > kDepthMax) return;
    array list;
    if (value.get_array().get(list) == simdjson::SUCCESS) {
        for (const element item : list)
            collect(item, depth + 1);
        return;
    }
    object thing;
    if (value.get_object().get(thing) != simdjson::SUCCESS) return;
    things_.push_back(thing);
    std::string_view id;
    if (thing["@id"].get_string().get(id) == simdjson::SUCCESS && thing.size() > 1) {
        things_by_id_.emplace(id, thing);
    }
    for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage", "hasPart"}) {
        element inner;
        if (thing[key].get(inner) == simdjson::SUCCESS) collect(inner, depth + 1);
    }
}

Claims Reader::best() {
    const object* page = nullptr;
    std::string page_type;
    for (const object& thing : things_) {
        for (std::string& type : types_of(thing)) {
            if (is_article_type(type)) return claims_of(thing, std::move(type));
            constexpr std::array<std::string_view, 3> kPages{"WebPage", "ItemPage", "VideoObject"};
            if (page == nullptr && std::find(kPages.begin(), kPages.end(), type) != kPages.end()) {
                page = &thing;
                page_type = type;
            }
        }
    }
    if (page == nullptr) return {};
    Claims claims = claims_of(*page, std::move(page_type));
    claims.body.clear();
    return claims;
}

Claims Reader::claims_of(const object& thing, std::string type) const {
    Claims claims;
    claims.type = std::move(type);
    claims.headline = text_at(thing, "headline");
    claims.name = text_at(thing, "name");
    claims.deck = text_at(thing, "description");
    claims.url = text_at(thing, "url");
    claims.section = text_at(thing, "articleSection");
    claims.language = text_at(thing, "inLanguage");
    claims.published = text_at(thing, "datePublished");
    if (claims.published.empty()) claims.published = text_at(thing, "dateCreated");
    if (claims.published.empty()) claims.published = text_at(thing, "uploadDate");
    claims.updated = text_at(thing, "dateModified");
    std::string_view body;
    if (thing["articleBody"].get_string().get(body) == simdjson::SUCCESS) claims.body = body;
    add_names(thing, "author", claims.authors);
    if (claims.authors.empty()) add_names(thing, "creator", claims.authors);
    std::vector<std::string> publishers;
    add_names(thing, "publisher", publishers);
    if (!publishers.empty()) claims.source = publishers.front();
    add_tags(thing, claims.tags);
    return claims;
}

void Reader::add_names(const object& thing, std::string_view key, std::vector<std::string>& out)
    const {
    element value;
    if (thing[key].get(value) == simdjson::SUCCESS) add_names(value, out, 0);
}

void Reader::add_names(element value, std::vector<std::string>& out, int depth) const {
    if (depth > kDepthMax) return;
    array list;
    if (value.get_array().get(list) == simdjson::SUCCESS) {
        for (const element item : list)
            add_names(item, out, depth + 1);
        return;
    }
    std::string name = text_of(value);
    object person;
    if (name.empty() && value.get_object().get(person) == simdjson::SUCCESS) {
        element inner;
        if (person["name"].get(inner) == simdjson::SUCCESS) {
            add_names(inner, out, depth + 1);
            return;
        }
        std::string_view id;
        if (person["@id"].get_string().get(id) != simdjson::SUCCESS) return;
        const auto known = things_by_id_.find(id);
        if (known != things_by_id_.end()) name = text_at(known->second, "name");
    }
    if (!name.empty()) out.push_back(std::move(name));
}

void Reader::add_tags(const object& thing, std::vector<std::string>& out) {
    element value;
    if (thing["keywords"].get(value) != simdjson::SUCCESS) return;
    array list;
    if (value.get_array().get(list) != simdjson::SUCCESS) {
        out = split_list(text_of(value), ",;");
        return;
    }
    for (const element item : list) {
        std::string tag = text_of(item);
        object term;
        if (tag.empty() && item.get_object().get(term) == simdjson::SUCCESS) {
            tag = text_at(term, "name");
        }
        if (!tag.empty()) out.push_back(std::move(tag));
    }
}

}  // namespace

bool is_article_type(std::string_view type) {
    return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" ||
           type == "Review" || type == "CriticReview";
}

Claims json_ld_claims(std::string_view json) {
    const std::string_view inner = unwrap(json);
    if (inner.empty()) return {};
    simdjson::dom::parser parser;
    element root;
    if (parser.parse(inner.data(), inner.size()).get(root) != simdjson::SUCCESS &&
        parser.parse(repaired(inner)).get(root) != simdjson::SUCCESS) {
        return {};
    }
    Reader reader;
    reader.collect(root, 0);
    return reader.best();
}

Claims json_ld_claims(const Tree& tree) {
    Claims article;
    Claims page;
    for (const Node& node : tree.nodes()) {
        if (node.tag != Tag::text || tree[node.parent].tag != Tag::script) continue;
        if (tree.attribute(node.parent, Attribute::type).find("ld+json") == std::string_view::npos)
            continue;
        Claims claims = json_ld_claims(node.text);
        fill_from(is_article_type(claims.type) ? article : page, std::move(claims));
    }
    // A page's own name is less than an article's headline, and is nothing beside one.
    if (!article.type.empty()) {
        page.headline.clear();
        page.name.clear();
    }
    fill_from(article, std::move(page));
    return article;
}

void fill_from(Claims& into, Claims&& from) {
    const auto fill = [](auto& to, auto& value) {
        if (to.empty()) to = std::move(value);
    };
    fill(into.type, from.type);
    fill(into.headline, from.headline);
    fill(into.name, from.name);
    fill(into.deck, from.deck);
    fill(into.url, from.url);
    fill(into.source, from.source);
    fill(into.section, from.section);
    fill(into.language, from.language);
    fill(into.published, from.published);
    fill(into.updated, from.updated);
    fill(into.body, from.body);
    fill(into.authors, from.authors);
    fill(into.tags, from.tags);
}

}  // namespace broadsheet::html
