#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/sanitize.h"
#include "common/json_writer.h"
#include "searcher/printers/hit_fields.h"
#include "searcher/printers/json_parts.h"
#include "searcher/printers/printer_table.h"

namespace broadsheet {

namespace {

// What is said of an article besides its headline and text.
constexpr std::array<std::string_view, 10> kAbout = {
    "url",
    "source",
    "section",
    "published",
    "updated",
    "language",
    "authors",
    "dateline",
    "tags",
    "places"};

class JsonPrinter : public Printer {
public:
    explicit JsonPrinter(const PrintSettings& settings) : topic_(settings.topic) {
        for (const std::string& name : settings.fields)
            members_.push_back(&hit_field(name));
        if (!members_.empty()) return;
        for (const std::string_view name : kUsualMembers)
            members_.push_back(&hit_field(name));
    }

    void hit(const Hit& hit, std::string& out) override {
        std::string line;
        JsonWriter json(line);
        json.begin_object();
        json.member("schema", kJsonSchemaVersion);
        json.member_if("query", topic_);
        for (const HitField* member : members_)
            member->write(json, hit);
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
        const Hit whole{.article = article};
        for (const std::string_view name : kAbout)
            hit_field(name).write(json, whole);
        json.key("paragraphs");
        json.begin_array();
        for (std::size_t i = 0; i < article.paragraphs.size(); ++i)
            write_marked(json, article.paragraphs[i], marked.paragraphs[i]);
        json.end_array();
        write_captions(json, marked);
        hit_field("origin").write(json, whole);
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

    std::string topic_;
    std::vector<const HitField*> members_;
};

}  // namespace

std::unique_ptr<Printer> make_json_printer(const PrintSettings& settings) {
    return std::make_unique<JsonPrinter>(settings);
}

}  // namespace broadsheet
