// The JSON schema is a promise to other programs: see searcher/OUTPUT.md before changing these.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "common/utf8.h"
#include "tests/searcher/printers/sample_hits.h"

namespace broadsheet {
namespace {

TEST(JsonPrinter, KeepsItsSchema) {
    EXPECT_EQ(
        testing::printed({.printer = "jsonl"}, {testing::full_hit(), testing::bare_hit()}),
        R"({"schema":1,"rank":1,"score":12.5,"id":"larch-1",)"
        R"("headline":"Old harbour master “leaves” Port Lärch",)"
        R"("headline_highlights":[{"begin":4,"end":11,"begin_byte":4,"end_byte":11}],)"
        R"("deck":"A quarrel ends","byline":"By Ada Vale","url":"https://larch.example/1?a=b&c=d",)"
        R"("source":"Larch Wire","section":"Town","published":"2019-04-30T15:01:01+02:00",)"
        R"("updated":"2019-05","language":"en","authors":["Ada Vale"],)"
        R"("dateline":{"place":"PORT LÄRCH","date":"April 30","agency":"Larch Wire"},)"
        R"("tags":["ports","people"],"places":["Port Lärch"],)"
        R"("snippet":{"text":"The Lärch harbour master left on Tuesday, after thirty years in )"
        R"(which the harbour had grown from one jetty to nine.","highlights":[)"
        R"({"begin":10,"end":17,"begin_byte":11,"end_byte":18},)"
        R"({"begin":74,"end":81,"begin_byte":75,"end_byte":82}],)"
        R"("quotes":[{"field":"paragraphs","number":0,"begin":0,"end":115,"begin_byte":0,)"
        R"("end_byte":116,"highlights":[{"begin":10,"end":17,"begin_byte":11,"end_byte":18},)"
        R"({"begin":74,"end":81,"begin_byte":75,"end_byte":82}]}]},)"
        R"("origin":{"bundle":"wire.tar.gz","entry":"2019/1.xml","position":42,)"
        R"("digest":"0123456789abcdef"}})"
        "\n"
        R"({"schema":1,"rank":2,"score":0,"id":"larch-2","headline":"","headline_highlights":[],)"
        R"("snippet":{"text":"","highlights":[],"quotes":[]},"origin":{"position":0}})"
        "\n"
    );
}

TEST(JsonPrinter, PutsAllHitsInOneDocument) {
    const auto json = nlohmann::ordered_json::parse(
        testing::printed({.printer = "json"}, {testing::full_hit(), testing::hostile_hit()})
    );
    std::vector<std::string> keys;
    for (const auto& [key, value] : json.items())
        keys.push_back(key);
    EXPECT_THAT(keys, ::testing::ElementsAre("schema", "query", "hits", "total", "total_is_exact"));
    EXPECT_EQ(json["query"], "harbour <b>");
    EXPECT_EQ(json["total"], 12);
    EXPECT_EQ(json["total_is_exact"], true);
    const auto line = nlohmann::ordered_json::parse(
        testing::printed({.printer = "jsonl"}, {testing::hostile_hit()})
    );
    EXPECT_EQ(json["hits"].size(), 2U);
    EXPECT_EQ(json["hits"][1]["headline"], line["headline"]);
    EXPECT_FALSE(json["hits"][1].contains("schema"));
}

TEST(JsonPrinter, IsADocumentWithoutHits) {
    const auto json = nlohmann::json::parse(testing::printed({.printer = "json"}, {}));
    EXPECT_TRUE(json["hits"].is_array());
    EXPECT_TRUE(json["hits"].empty());
}

TEST(JsonPrinter, CountsQuotesInTheStoredText) {
    Hit hit = testing::bare_hit();
    hit.article.captions = {{.text = "Dusk"}, {.text = "Möwen über dem Hafen"}};
    hit.snippet.text = "\u2026über dem Hafen";
    hit.snippet.highlights = {{13, 5}};
    hit.snippet.quotes = {{"captions", 1, {7, 15}, 3}};
    hit.further_snippets = {hit.snippet};
    const auto json = nlohmann::json::parse(testing::printed({.printer = "jsonl"}, {hit}));
    const auto quote = nlohmann::json::parse(
        R"({"field":"captions","number":1,"begin":6,"end":20,"begin_byte":7,"end_byte":22,)"
        R"("highlights":[{"begin":15,"end":20,"begin_byte":17,"end_byte":22}]})"
    );
    EXPECT_EQ(json["snippet"]["quotes"], nlohmann::json::array({quote}));
    EXPECT_EQ(json["further_snippets"], nlohmann::json::array({json["snippet"]}));
}

TEST(JsonPrinter, KeepsTheSchemaOfAWholeArticle) {
    const auto json = nlohmann::ordered_json::parse(
        testing::printed_article({.printer = "jsonl"}, testing::marked_article(testing::full_hit()))
    );
    std::vector<std::string> keys;
    for (const auto& [key, value] : json.items())
        keys.push_back(key);
    EXPECT_THAT(
        keys,
        ::testing::ElementsAre(
            "schema",
            "id",
            "headline",
            "headline_highlights",
            "deck",
            "deck_highlights",
            "byline",
            "byline_highlights",
            "url",
            "source",
            "section",
            "published",
            "updated",
            "language",
            "authors",
            "dateline",
            "tags",
            "places",
            "paragraphs",
            "captions",
            "origin"
        )
    );
    EXPECT_EQ(json["paragraphs"].size(), 2U);
    EXPECT_EQ(json["paragraphs"][0]["highlights"][0]["begin"], 10);
    EXPECT_EQ(json["captions"][0]["credit"], "Tom Orton");
    EXPECT_EQ(json["captions"][0]["highlights"][0]["end_byte"], 11);
}

TEST(JsonPrinter, GivesHostileTextUnchangedToAReader) {
    const Hit hit = testing::hostile_hit();
    const std::string line = testing::printed({.printer = "jsonl"}, {hit});
    EXPECT_EQ(std::ranges::count(line, '\n'), 1);
    const auto json = nlohmann::json::parse(line);
    EXPECT_EQ(json["headline"], hit.article.headline);
    EXPECT_EQ(json["snippet"]["text"], hit.snippet.text);
    const auto& span = json["snippet"]["highlights"][0];
    EXPECT_EQ(
        hit.snippet.text.substr(
            span["begin_byte"],
            static_cast<std::size_t>(span["end_byte"]) -
                static_cast<std::size_t>(span["begin_byte"])
        ),
        "script"
    );
}

TEST(JsonPrinter, WritesCharactersBeyondTheFirstPlane) {
    Hit hit = testing::bare_hit();
    hit.article.headline = "tag \U000E0041 and \U0001F4F0";
    const std::string line = testing::printed({.printer = "jsonl"}, {hit});
    EXPECT_THAT(line, ::testing::HasSubstr("\\udb40\\udc41"));
    EXPECT_EQ(nlohmann::json::parse(line)["headline"], hit.article.headline);
}

}  // namespace
}  // namespace broadsheet
