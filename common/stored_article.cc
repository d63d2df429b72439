#include "common/stored_article.h"

#include <limits>

#include <fmt/format.h>
#include <simdjson.h>

#include "broadsheet/error.h"
#include "common/article_json.h"
#include "common/json_writer.h"

namespace broadsheet {

namespace {

namespace dom = simdjson::dom;

void write_captions(JsonWriter& json, const std::vector<Caption>& captions) {
    if (captions.empty()) return;
    json.key("captions");
    json.begin_array();
    for (const auto& caption : captions) {
        json.begin_object();
        json.member_if("text", caption.text);
        json.member_if("credit", caption.credit);
        json.end_object();
    }
    json.end_array();
}

void read_text(dom::object object, std::string_view name, std::string& out) {
    std::string_view text;
    if (object[name].get_string().get(text) == simdjson::SUCCESS) out = text;
}

void read_texts(dom::object object, std::string_view name, std::vector<std::string>& out) {
    dom::array array;
    if (object[name].get_array().get(array) != simdjson::SUCCESS) return;
    out.reserve(array.size());
    for (const dom::element element : array) {
        std::string_view text;
        if (element.get_string().get(text) == simdjson::SUCCESS) out.emplace_back(text);
    }
}

std::optional<Date> read_date(dom::object object, std::string_view name) {
    std::string text;
    read_text(object, name, text);
    return parse_iso_date(text);
}

void read_captions(dom::object object, std::vector<Caption>& out) {
    dom::array array;
    if (object["captions"].get_array().get(array) != simdjson::SUCCESS) return;
    for (const dom::element element : array) {
        dom::object caption;
        if (element.get_object().get(caption) != simdjson::SUCCESS) continue;
        read_text(caption, "text", out.emplace_back().text);
        read_text(caption, "credit", out.back().credit);
    }
}

void read_origin(dom::object object, Origin& out) {
    dom::object origin;
    if (object["origin"].get_object().get(origin) != simdjson::SUCCESS) return;
    read_text(origin, "bundle", out.bundle);
    read_text(origin, "entry", out.entry);
    read_text(origin, "digest", out.digest);
    if (std::uint64_t position = 0;
        origin["position"].get_uint64().get(position) == simdjson::SUCCESS) {
        out.position = position;
    }
}

void read_version(dom::object object, std::uint32_t& out) {
    std::uint64_t version = 0;
    if (object["version"].get_uint64().get(version) != simdjson::SUCCESS) return;
    if (version <= std::numeric_limits<std::uint32_t>::max())
        out = static_cast<std::uint32_t>(version);
}

void read_dateline(dom::object object, Dateline& out) {
    dom::object dateline;
    if (object["dateline"].get_object().get(dateline) != simdjson::SUCCESS) return;
    read_text(dateline, "place", out.place);
    read_text(dateline, "date", out.date);
    read_text(dateline, "agency", out.agency);
}

struct TextMember {
    std::string_view name;
    std::string Article::*member;
};

struct TextsMember {
    std::string_view name;
    std::vector<std::string> Article::*member;
};

constexpr TextMember kTextMembers[] = {
    {"id", &Article::id},
    {"url", &Article::url},
    {"source", &Article::source},
    {"section", &Article::section},
    {"headline", &Article::headline},
    {"deck", &Article::deck},
    {"byline", &Article::byline},
    {"language", &Article::language},
};

constexpr TextsMember kTextsMembers[] = {
    {"authors", &Article::authors},
    {"paragraphs", &Article::paragraphs},
    {"tags", &Article::tags},
    {"places", &Article::places},
};

}  // namespace

void append_article_json(std::string& out, const Article& article) {
    JsonWriter json(out);
    json.begin_object();
    for (const auto& [name, member] : kTextMembers)
        json.member_if(name, article.*member);
    write_dateline(json, article.dateline);
    if (article.published) json.member("published", to_iso(*article.published));
    if (article.updated) json.member("updated", to_iso(*article.updated));
    for (const auto& [name, member] : kTextsMembers)
        write_texts(json, name, article.*member);
    write_captions(json, article.captions);
    if (article.version > 0) json.member("version", std::uint64_t{article.version});
    write_origin(json, article.origin);
    json.end_object();
}

Article parse_article_json(std::string_view json) {
    // A parser keeps its memory from article to article, but not that of a book.
    constexpr std::size_t kKeptBytesMax = std::size_t{1} << 20;
    thread_local dom::parser parser;
    if (parser.capacity() > kKeptBytesMax) parser = dom::parser();
    dom::object object;
    if (parser.parse(json.data(), json.size()).get_object().get(object) != simdjson::SUCCESS) {
        throw Error(ErrorKind::corrupt, "the stored article is no JSON object; rebuild the index");
    }
    Article article;
    for (const auto& [name, member] : kTextMembers)
        read_text(object, name, article.*member);
    for (const auto& [name, member] : kTextsMembers)
        read_texts(object, name, article.*member);
    read_dateline(object, article.dateline);
    article.published = read_date(object, "published");
    article.updated = read_date(object, "updated");
    read_captions(object, article.captions);
    read_version(object, article.version);
    read_origin(object, article.origin);
    return article;
}

}  // namespace broadsheet
