#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article_json.h"
#include "common/cli/sanitize.h"
#include "common/json_writer.h"
#include "searcher/printers/explanation_text.h"
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

// What both forms have in common.
class JsonPrinter : public Printer {
public:
    explicit JsonPrinter(const PrintSettings& settings) {
        for (const std::string& name : settings.fields)
            members_.push_back(&hit_field(name));
        if (!members_.empty()) return;
        for (const std::string_view name : kUsualMembers)
            members_.push_back(&hit_field(name));
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

protected:
    void write_members(JsonWriter& json, const Hit& hit) const {
        for (const HitField* member : members_)
            member->write(json, hit);
        if (!hit.contributions.empty()) write_contributions(json, hit.contributions);
    }

private:
    static void write_contributions(
        JsonWriter& json, const std::vector<Contribution>& contributions
    ) {
        json.key("contributions");
        json.begin_array();
        for (const Contribution& contribution : contributions) {
            json.begin_object();
            json.member("part", std::uint64_t{contribution.part});
            json.member("score", contribution.score);
            json.end_object();
        }
        json.end_array();
    }

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

    std::vector<const HitField*> members_;
};

// One object a line for each hit.
class JsonLinesPrinter : public JsonPrinter {
public:
    explicit JsonLinesPrinter(const PrintSettings& settings)
        : JsonPrinter(settings), topic_(settings.topic) {}

    void hit(const Hit& hit, std::string& out) override {
        std::string line;
        JsonWriter json(line);
        json.begin_object();
        json.member("schema", kJsonSchemaVersion);
        json.member_if("query", topic_);
        write_members(json, hit);
        json.end_object();
        out += cli::safe_json(line) + '\n';
    }

private:
    std::string topic_;
};

// One document, with a line for each hit, and what is known of all matches behind them.
class JsonDocumentPrinter : public JsonPrinter {
public:
    explicit JsonDocumentPrinter(const PrintSettings& settings)
        : JsonPrinter(settings), query_(settings.query) {}

    void begin(std::string& out) override {
        std::string head;
        JsonWriter json(head);
        json.begin_object();
        json.member("schema", kJsonSchemaVersion);
        json.member("query", query_);
        json.key("hits");
        json.begin_array();
        out += cli::safe_json(head);
    }

    void hit(const Hit& hit, std::string& out) override {
        out += is_first_ ? "\n" : ",\n";
        is_first_ = false;
        std::string object;
        JsonWriter json(object);
        json.begin_object();
        write_members(json, hit);
        json.end_object();
        out += cli::safe_json(object);
    }

    void end(const Results& results, std::string& out) override {
        // The beginning of the same document, so that the commas are right.
        std::string tail;
        JsonWriter json(tail);
        json.begin_object();
        json.key("hits");
        json.begin_array();
        const std::size_t before = tail.size();
        json.end_array();
        json.member("total", std::uint64_t{results.total});
        json.member("total_is_exact", results.total_is_exact);
        write_texts(json, "added_words", results.added_words);
        write_texts(json, "notes", results.notes);
        write_mistakes(json, results.mistakes);
        write_suggestions(json, results.suggestions);
        if (results.explanation) write_explanation(json, *results.explanation);
        json.end_object();
        out += cli::safe_json(tail.substr(before)) + '\n';
    }

private:
    static void write_mistakes(JsonWriter& json, const std::vector<QueryMistake>& mistakes) {
        if (mistakes.empty()) return;
        json.key("mistakes");
        json.begin_array();
        for (const QueryMistake& mistake : mistakes) {
            json.begin_object();
            json.member("sentence", mistake.sentence);
            json.member("offset", std::uint64_t{mistake.offset});
            json.member("length", std::uint64_t{mistake.length});
            json.member_if("instead", mistake.instead);
            json.end_object();
        }
        json.end_array();
    }

    static void write_suggestions(JsonWriter& json, const std::vector<Suggestion>& suggestions) {
        if (suggestions.empty()) return;
        json.key("suggestions");
        json.begin_array();
        for (const Suggestion& suggestion : suggestions) {
            json.begin_object();
            json.member("query", suggestion.text);
            json.member("total", std::uint64_t{suggestion.total});
            json.end_object();
        }
        json.end_array();
    }

    std::string query_;
    bool is_first_ = true;
};

}  // namespace

std::unique_ptr<Printer> make_json_printer(const PrintSettings& settings) {
    return std::make_unique<JsonDocumentPrinter>(settings);
}

std::unique_ptr<Printer> make_json_lines_printer(const PrintSettings& settings) {
    return std::make_unique<JsonLinesPrinter>(settings);
}

}  // namespace broadsheet
