#include "searcher/printers/hit_fields.h"

#include <algorithm>
#include <cassert>
#include <cstdint>

#include <fmt/format.h>

#include "common/article_json.h"
#include "common/cli/sanitize.h"
#include "searcher/printers/json_parts.h"

namespace broadsheet {

namespace {

std::string safe(std::string_view text) {
    return cli::safe_for_terminal(text);
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
    std::string all;
    for (const std::string& text : texts) {
        if (text.empty()) continue;
        if (!all.empty()) all += between;
        all += safe(text);
    }
    return all;
}

void write_best_snippet(JsonWriter& json, const Hit& hit) {
    json.key("snippet");
    write_snippet(json, hit.article, hit.snippet);
}

void write_further_snippets(JsonWriter& json, const Hit& hit) {
    if (hit.further_snippets.empty()) return;
    json.key("further_snippets");
    json.begin_array();
    for (const Snippet& snippet : hit.further_snippets)
        write_snippet(json, hit.article, snippet);
    json.end_array();
}

std::string further_snippets_cell(const Hit& hit) {
    std::vector<std::string> texts;
    for (const Snippet& snippet : hit.further_snippets)
        texts.push_back(snippet.text);
    return joined(texts, " | ");
}

void write_captions(JsonWriter& json, const Hit& hit) {
    if (hit.article.captions.empty()) return;
    json.key("captions");
    json.begin_array();
    for (const Caption& caption : hit.article.captions) {
        json.begin_object();
        json.member("text", caption.text);
        json.member_if("credit", caption.credit);
        json.end_object();
    }
    json.end_array();
}

std::string captions_cell(const Hit& hit) {
    std::vector<std::string> texts;
    for (const Caption& caption : hit.article.captions)
        texts.push_back(caption.text);
    return joined(texts, " ");
}

std::string date_cell(const std::optional<Date>& date) {
    return date ? to_iso(*date) : std::string();
}

// A whole article has no place in an answer.
std::string rank_cell(const Hit& hit) {
    return hit.rank == 0 ? std::string() : fmt::format("{}", hit.rank);
}

std::string score_cell(const Hit& hit) {
    return hit.rank == 0 ? std::string() : fmt::format("{}", hit.score);
}

// A member that is a text of the article.
template <std::string Article::*Member>
std::string text_cell(const Hit& hit) {
    return safe(hit.article.*Member);
}

template <std::vector<std::string> Article::*Member>
std::string list_cell(const Hit& hit) {
    return joined(hit.article.*Member, "; ");
}

using J = JsonWriter;

constexpr std::array<HitField, kHitFieldNames.size()> kTable = {{
    {"rank", [](J& j, const Hit& h) { j.member("rank", std::uint64_t{h.rank}); }, rank_cell},
    {"score", [](J& j, const Hit& h) { j.member("score", h.score); }, score_cell},
    {"id", [](J& j, const Hit& h) { j.member("id", h.article.id); }, text_cell<&Article::id>},
    {"headline",
     [](J& j, const Hit& h) { j.member("headline", h.article.headline); },
     text_cell<&Article::headline>},
    {"headline_highlights",
     [](J& j, const Hit& h) {
         write_highlights(j, "headline_highlights", h.article.headline, h.headline_highlights);
     },
     nullptr},
    {"deck",
     [](J& j, const Hit& h) { j.member_if("deck", h.article.deck); },
     text_cell<&Article::deck>},
    {"byline",
     [](J& j, const Hit& h) { j.member_if("byline", h.article.byline); },
     text_cell<&Article::byline>},
    {"url",
     [](J& j, const Hit& h) { j.member_if("url", h.article.url); },
     text_cell<&Article::url>},
    {"source",
     [](J& j, const Hit& h) { j.member_if("source", h.article.source); },
     text_cell<&Article::source>},
    {"section",
     [](J& j, const Hit& h) { j.member_if("section", h.article.section); },
     text_cell<&Article::section>},
    {"published",
     [](J& j, const Hit& h) { j.member_if("published", date_cell(h.article.published)); },
     [](const Hit& h) { return date_cell(h.article.published); }},
    {"updated",
     [](J& j, const Hit& h) { j.member_if("updated", date_cell(h.article.updated)); },
     [](const Hit& h) { return date_cell(h.article.updated); }},
    {"language",
     [](J& j, const Hit& h) { j.member_if("language", h.article.language); },
     text_cell<&Article::language>},
    {"authors",
     [](J& j, const Hit& h) { write_texts(j, "authors", h.article.authors); },
     list_cell<&Article::authors>},
    {"dateline",
     [](J& j, const Hit& h) { write_dateline(j, h.article.dateline); },
     [](const Hit& h) {
         const Dateline& dateline = h.article.dateline;
         return joined({dateline.place, dateline.date, dateline.agency}, ", ");
     }},
    {"tags",
     [](J& j, const Hit& h) { write_texts(j, "tags", h.article.tags); },
     list_cell<&Article::tags>},
    {"places",
     [](J& j, const Hit& h) { write_texts(j, "places", h.article.places); },
     list_cell<&Article::places>},
    {"snippet", write_best_snippet, [](const Hit& h) { return safe(h.snippet.text); }},
    {"further_snippets", write_further_snippets, further_snippets_cell},
    {"near_copy",
     [](J& j, const Hit& h) {
         if (!h.near_copy) return;
         j.key("near_copy");
         j.value(true);
     },
     [](const Hit& h) { return std::string(h.near_copy ? "true" : ""); }},
    {"origin", [](J& j, const Hit& h) { write_origin(j, h.article.origin); }, nullptr},
    {"paragraphs",
     [](J& j, const Hit& h) { write_texts(j, "paragraphs", h.article.paragraphs); },
     [](const Hit& h) { return joined(h.article.paragraphs, " "); }},
    {"captions", write_captions, captions_cell},
}};

}  // namespace

const HitField& hit_field(std::string_view name) {
    const auto* const row = std::ranges::find(kTable, name, &HitField::name);
    assert(row != kTable.end());
    return *row;
}

}  // namespace broadsheet
