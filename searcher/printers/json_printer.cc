#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/sanitize.h"
#include "common/json_writer.h"
#include "common/utf8.h"
#include "searcher/printers/printer_table.h"

namespace broadsheet {

namespace {

// Raise it when a key changes its meaning or goes; new keys do not raise it. searcher/OUTPUT.md.
constexpr int kJsonSchemaVersion = 1;

void write_list(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    json.key(key);
    json.begin_array();
    for (const std::string& text : texts)
        json.value(text);
    json.end_array();
}

// Both ways of counting: bytes for programs in C, code points for those in Python.
void write_highlights(
    JsonWriter& json, std::string_view key, std::string_view text, std::span<const Span> highlights
) {
    json.key(key);
    json.begin_array();
    std::size_t counted_bytes = 0;
    std::uint64_t characters = 0;
    for (const Span& span : highlights) {
        characters += utf8_length(text.substr(counted_bytes, span.offset - counted_bytes));
        const std::uint64_t begin = characters;
        characters += utf8_length(text.substr(span.offset, span.length));
        counted_bytes = span.offset + span.length;
        json.begin_object();
        json.member("begin", begin);
        json.member("end", characters);
        json.member("begin_byte", std::uint64_t{span.offset});
        json.member("end_byte", std::uint64_t{counted_bytes});
        json.end_object();
    }
    json.end_array();
}

void write_dateline(JsonWriter& json, const Dateline& dateline) {
    if (dateline.empty()) return;
    json.key("dateline");
    json.begin_object();
    json.member_if("place", dateline.place);
    json.member_if("date", dateline.date);
    json.member_if("agency", dateline.agency);
    json.end_object();
}

void write_origin(JsonWriter& json, const Origin& origin) {
    json.key("origin");
    json.begin_object();
    json.member_if("bundle", origin.bundle);
    json.member_if("entry", origin.entry);
    json.member("position", origin.position);
    json.member_if("digest", origin.digest);
    json.end_object();
}

// What is said of an article besides its headline and text.
void write_about(JsonWriter& json, const Article& article) {
    json.member_if("url", article.url);
    json.member_if("source", article.source);
    json.member_if("section", article.section);
    if (article.published) json.member("published", to_iso(*article.published));
    if (article.updated) json.member("updated", to_iso(*article.updated));
    json.member_if("language", article.language);
    write_list(json, "authors", article.authors);
    write_dateline(json, article.dateline);
    write_list(json, "tags", article.tags);
    write_list(json, "places", article.places);
}

void write_marked(JsonWriter& json, std::string_view text, std::span<const Span> highlights) {
    json.begin_object();
    json.member("text", text);
    write_highlights(json, "highlights", text, highlights);
    json.end_object();
}

class JsonPrinter : public Printer {
public:
    void hit(const Hit& hit, std::string& out) override {
        std::string line;
        JsonWriter json(line);
        const Article& article = hit.article;
        json.begin_object();
        json.member("schema", kJsonSchemaVersion);
        json.member("rank", std::uint64_t{hit.rank});
        json.member("score", hit.score);
        json.member("id", article.id);
        json.member("headline", article.headline);
        write_highlights(json, "headline_highlights", article.headline, hit.headline_highlights);
        json.member_if("deck", article.deck);
        json.member_if("byline", article.byline);
        write_about(json, article);
        json.key("snippet");
        write_marked(json, hit.snippet.text, hit.snippet.highlights);
        write_origin(json, article.origin);
        json.end_object();
        out += cli::safe_json(line);
        out += '\n';
    }

    void article(const MarkedArticle& marked, std::string& out) override {
        std::string line;
        JsonWriter json(line);
        const Article& article = marked.article;
        json.begin_object();
        json.member("schema", kJsonSchemaVersion);
        json.member("id", article.id);
        json.member("headline", article.headline);
        write_highlights(json, "headline_highlights", article.headline, marked.headline);
        json.member("deck", article.deck);
        write_highlights(json, "deck_highlights", article.deck, marked.deck);
        json.member("byline", article.byline);
        write_highlights(json, "byline_highlights", article.byline, marked.byline);
        write_about(json, article);
        json.key("paragraphs");
        json.begin_array();
        for (std::size_t i = 0; i < article.paragraphs.size(); ++i)
            write_marked(json, article.paragraphs[i], marked.paragraphs[i]);
        json.end_array();
        write_captions(json, marked);
        write_origin(json, article.origin);
        json.end_object();
        out += cli::safe_json(line);
        out += '\n';
    }

private:
    static void write_captions(JsonWriter& json, const MarkedArticle& marked) {
        const auto& captions = marked.article.captions;
        json.key("captions");
        json.begin_array();
        for (std::size_t i = 0; i < captions.size(); ++i) {
            json.begin_object();
            json.member("text", captions[i].text);
            write_highlights(json, "highlights", captions[i].text, marked.captions[i]);
            json.member_if("credit", captions[i].credit);
            json.end_object();
        }
        json.end_array();
    }
};

}  // namespace

std::unique_ptr<Printer> make_json_printer(const PrintSettings& /*settings*/) {
    return std::make_unique<JsonPrinter>();
}

}  // namespace broadsheet
