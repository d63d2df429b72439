#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/utf8.h"
#include "indexer/formats/json_reader.h"
#include "tests/indexer/formats/format_reading.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Article only_article(std::string_view json) {
    const Findings found = read_entry("x.json", json);
    EXPECT_THAT(found.articles, SizeIs(1)) << json;
    return found.articles.empty() ? Article() : found.articles[0];
}

TEST(Json, RecognisesTheUsualNames) {
    const Article a = only_article(R"({
        "uuid": "a-1", "Title": "Fog closes harbour", "articleBody": "Line one.\n\nLine two.",
        "datePublished": "2019-04-30T10:00:00+02:00", "dateModified": "2019-05-01", "link":
        "https://coast.example/fog", "authors": ["Ana Brandt", "Tom Osei"], "publisher":
        {"name": "Coast News"}, "description": "No ships for three days", "category": "Local",
        "keywords": "fog; harbour", "lang": "en-GB", "caption": "The pier"})");
    EXPECT_EQ(a.id, "a-1");
    EXPECT_EQ(a.headline, "Fog closes harbour");
    EXPECT_THAT(a.paragraphs, ElementsAre("Line one.", "Line two."));
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30T10:00:00+02:00");
    EXPECT_EQ(to_iso(a.updated.value()), "2019-05-01");
    EXPECT_EQ(a.url, "https://coast.example/fog");
    EXPECT_EQ(a.byline, "Ana Brandt, Tom Osei");
    EXPECT_THAT(a.authors, ElementsAre("Ana Brandt", "Tom Osei"));
    EXPECT_EQ(a.source, "Coast News");
    EXPECT_EQ(a.deck, "No ships for three days");
    EXPECT_EQ(a.section, "Local");
    EXPECT_THAT(a.tags, ElementsAre("fog", "harbour"));
    EXPECT_EQ(a.language, "en");
    EXPECT_THAT(a.captions, ElementsAre(Caption{"The pier", ""}));
}

TEST(Json, ReadsUnixTimes) {
    EXPECT_EQ(
        to_iso(only_article(R"({"text":"x y","timestamp":1556618400})").published.value()),
        "2019-04-30T10:00:00Z"
    );
    EXPECT_EQ(
        to_iso(only_article(R"({"text":"x y","date":1556618400123})").published.value()),
        "2019-04-30T10:00:00.123Z"
    );
    EXPECT_EQ(
        to_iso(only_article(R"({"text":"x y","date":{"$date":"2019-04-30"}})").published.value()),
        "2019-04-30"
    );
}

TEST(Json, LooksIntoWrappers) {
    const Article a = only_article(
        R"({"_index":"n","_id":"7","_source":{"title":"Fog","article":{"body":"It is foggy."}}})"
    );
    EXPECT_EQ(a.id, "7");
    EXPECT_EQ(a.headline, "Fog");
    EXPECT_THAT(a.paragraphs, ElementsAre("It is foggy."));
}

TEST(Json, TurnsHtmlIntoText) {
    const Article a = only_article(
        R"({"headline":"Fog &amp; <b>rain</b>","body_html":"<p>One &eacute;.</p><p>Two<br>2 < 3.</p>"})"
    );
    EXPECT_EQ(a.headline, "Fog & rain");
    ASSERT_THAT(a.paragraphs, ::testing::Not(IsEmpty()));
    EXPECT_EQ(a.paragraphs[0], "One é.");
}

TEST(Json, ReadsBodiesWrittenAsLists) {
    EXPECT_THAT(
        only_article(R"({"body":["One.","Two."]})").paragraphs, ElementsAre("One.", "Two.")
    );
    const Article a = only_article(R"({"id":"w","title":"Fog","contents":[
        {"type":"kicker","content":"Weather"},{"type":"title","content":"Fog"},
        {"type":"image","fullcaption":"The pier, by Ana Brandt"
}

                                                              ,
        {"type":"sanitized_html","content":"It is <b>foggy</b>."}, null]
                                                              })");
    EXPECT_EQ(a.section, "Weather");
    EXPECT_THAT(a.paragraphs, ElementsAre("It is foggy."));
    EXPECT_THAT(a.captions, SizeIs(1));
}

TEST(Json, ReadsListsOfArticlesWhereverTheyStand) {
    for (const std::string_view json :
         {R"([{"text":"One."},{"text":"Two."}])",
          R"({"status":"ok","articles":[{"text":"One."},{"text":"Two."}]})",
          R"({"response":{"status":"ok","docs":[{"text":"One."},{"text":"Two."}]}})",
          R"({"hits":{"total":2,"hits":[{"_source":{"text":"One."}},{"_source":{"text":"Two."}}]}})",
          "{\"text\":\n\"One.\"}\n{"
          "\"text\":\n\"Two.\"}\n"}) {
        const Findings found = read_entry("x.json", json);
        ASSERT_THAT(found.articles, SizeIs(2)) << json;
        EXPECT_THAT(found.problems, IsEmpty()) << json;
        EXPECT_THAT(found.articles[1].paragraphs, ElementsAre("Two.")) << json;
        const std::size_t first = found.articles[0].origin.position;
        const std::size_t second = found.articles[1].origin.position;
        EXPECT_EQ(json[first], '{') << json;
        EXPECT_LT(first, second) << json;
        EXPECT_LT(json.find("Two"), json.find('}', second)) << json;
    }
}

TEST(Json, ReadsJsonFeed) {
    const Article article = read_article(
        "feed.json",
        R"({"version":"https://jsonfeed.org/version/1.1",
        "title":"Coast News","items":[{"id":"1","content_html":"<p>It is foggy.</p>",
        "date_published":"2019-04-30T10:00:00Z","authors":[{"name":"Ana Brandt"}]}]})"
    );
    EXPECT_EQ(article.id, "1");
    EXPECT_THAT(article.authors, ElementsAre("Ana Brandt"));
}

TEST(Json, RefusesObjectsWithoutText) {
    const Findings found = read_entry("x.json", R"({"user": 7, "count": 3})");
    EXPECT_THAT(found.articles, IsEmpty());
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_EQ(found.problems[0].kind, ProblemKind::not_article);
}

TEST(Json, RepairsWhatProgramsWriteWrongly) {
    EXPECT_THAT(
        only_article("{\"text\":\"a "
                     "\\ud800 b\"}")
            .paragraphs,
        ElementsAre("a \uFFFD b")
    );
    EXPECT_THAT(
        only_article("{\"text\":\"caf\xE9 "
                     "cr\xE8me\"}")
            .paragraphs,
        ElementsAre("café crème")
    );
    EXPECT_THAT(only_article("{\"text\":\"a\nb\",}").paragraphs, ElementsAre("a b"));
    EXPECT_EQ(
        only_article("{\"text\":\"a "
                     "b\",\"id\":"
                     "123456789012345678901}")
            .id,
        "123456789012345678901"
    );
    EXPECT_THAT(
        only_article("{\"text\":\"a "
                     "b\",\"score\":NaN}")
            .paragraphs,
        ElementsAre("a b")
    );
}

TEST(Json, RefusesDepthBombs) {
    const std::string open(100'000, '[');
    EXPECT_THAT(read_entry("x.json", open).articles, IsEmpty());
    std::string objects;
    for (int i = 0; i < 100'000; ++i)
        objects += "{\"a\":";
    const Findings found = read_entry("x.json", objects);
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_EQ(found.problems[0].kind, ProblemKind::malformed);
}

TEST(Json, CutsBetweenElementsOfTheOutermostList) {
    const Format& format = *find_format("json");
    EXPECT_EQ(format.cut(R"([{"text":"}"},{"text":)"), 13U);
    EXPECT_EQ(format.cut(R"({"text":"One.")"), 0U);
}

TEST(JsonLines, TastesHigherThanJson) {
    const std::string lines =
        "{\"text\":\"One.\"}\n{"
        "\"text\":\"Two.\"}\n";
    EXPECT_EQ(chosen_format("x.json", lines), "json-lines");
    EXPECT_EQ(chosen_format("x.jsonl", "{\"text\":\"One.\"}"), "json-lines");
    EXPECT_EQ(chosen_format("x.json", "{\n\"text\":\"One.\"}\n"), "json");
}

TEST(JsonLines, LosesOneLineForABadLine) {
    const Findings found = read_entry(
        "x.jsonl",
        "{\"text\":\"One.\"}\n{"
        "\"text\": "
        "oops\n\n{\"text\":\"Two.\"}"
        "\r\n"
    );
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_EQ(found.articles[1].origin.position, 31U);
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_EQ(found.problems[0].position, 16U);
    EXPECT_THAT(found.problems[0].reason, HasSubstr("JSON"));
}

TEST(JsonLines, ReportsEachLineWithoutText) {
    const Findings found = read_entry("x.jsonl", "{\"a\":1}\n{\"text\":\"One.\"}\n{\"a\":2}\n");
    EXPECT_THAT(found.articles, SizeIs(1));
    EXPECT_THAT(found.problems, SizeIs(2));
}

TEST(JsonLines, CutsAfterALine) {
    EXPECT_EQ(find_format("json-lines")->cut("{}\n{}\n{"), 6U);
    EXPECT_EQ(find_format("json-lines")->cut("{}"), 0U);
}

TEST(Ninjs, ReadsEveryVersion) {
    const Findings one = read_entry(
        "1.json",
        R"({"uri": "urn:fog:1", "type": "text", "versioncreated": "2019-04-30T10:00:00Z",
            "headline_main": "Fog closes harbour", "headline_length": 18,
            "body_main": "<p>The harbour was closed.</p>"})"
    );
    ASSERT_THAT(one.articles, SizeIs(1));
    EXPECT_EQ(one.articles[0].headline, "Fog closes harbour");
    EXPECT_THAT(one.articles[0].paragraphs, ElementsAre("The harbour was closed."));

    const Findings three = read_entry(
        "3.json",
        R"({"uri": "urn:fog:3", "type": "text", "versionCreated": "2019-04-30T10:00:00Z",
            "headlines": [{"role": "short", "value": "Fog"},
                          {"role": "main", "value": "Fog closes harbour"}],
            "bodies": [{"role": "main", "contentType": "text/html",
                        "value": "<p>The harbour was closed.</p>"},
                       {"role": "plain", "value": "The harbour was closed."}],
            "descriptions": [{"role": "summary", "value": "Third day"}]})"
    );
    ASSERT_THAT(three.articles, SizeIs(1));
    EXPECT_EQ(three.articles[0].headline, "Fog closes harbour");
    EXPECT_EQ(three.articles[0].deck, "Third day");
    EXPECT_THAT(three.articles[0].paragraphs, ElementsAre("The harbour was closed."));
}

TEST(Ninjs, ReadsItemsOfAnAnswer) {
    const Article article = read_article(
        "a.json",
        R"({"total": 1, "item": [{"uri": "urn:fog:4", "type": "story", "headline": "Fog",
            "body_text": "Dense."}]})"
    );
    EXPECT_EQ(article.headline, "Fog");
}

TEST(JsonLines, LeavesThePageListsOfWebArchivesOut) {
    const Findings found = read_entry(
        "pages/pages.jsonl",
        "{\"format\": \"json-pages-1.0\", \"id\": \"pages\", \"title\": \"All Pages\"}\n"
        "{\"id\": \"1\", \"url\": \"http://fog.example/\", \"title\": \"Fog\"}\n"
    );
    EXPECT_THAT(found.articles, IsEmpty());
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_EQ(found.problems[0].kind, ProblemKind::not_article);
}

// The parser reads beyond the end of a value without asking; a repaired value in a buffer of its
// own was once taken for a part of the piece, as only its end was looked at.
TEST(Json, ReadsBehindAValueOnlyInsideItsPiece) {
    const std::string memory(1000, ' ');
    const std::string_view all = std::string_view(memory).substr(400, 200);
    EXPECT_TRUE(goes_on_behind(all.substr(0, 100), all));
    EXPECT_FALSE(goes_on_behind(all, all));
    EXPECT_FALSE(goes_on_behind(all.substr(0, 190), all));
    EXPECT_FALSE(goes_on_behind(std::string_view(memory).substr(0, 100), all));
    EXPECT_FALSE(goes_on_behind(std::string_view(memory).substr(390, 100), all));
    EXPECT_FALSE(goes_on_behind(std::string_view(memory).substr(700, 100), all));
}

TEST(Json, ReadsTheTreeOfABody) {
    const Article article = read_article(
        "a.json",
        R"({"title":"Fog","publishing_date":"2024-01-01","body":{"summary":["Ships wait."],)"
        R"("sections":[{"headline":[],"paragraphs":["One.","Two."]},)"
        R"({"headline":["Outlook"],"paragraphs":["Three."]}]}})"
    );
    EXPECT_EQ(article.deck, "Ships wait.");
    EXPECT_THAT(article.paragraphs, ElementsAre("One.", "Two.", "Outlook", "Three."));
    EXPECT_EQ(to_iso(article.published.value()), "2024-01-01");
}

TEST(Json, TakesASourceThatIsAnAddressForTheAddress) {
    const Article article = read_article(
        "a.json",
        R"({"title":"Fog","text":"No ship leaves.","source":"https://coast.example/fog",)"
        R"("source-hostname":"Coast News","topic":"weather"})"
    );
    EXPECT_EQ(article.url, "https://coast.example/fog");
    EXPECT_EQ(article.source, "Coast News");
    EXPECT_EQ(article.section, "weather");
}

class JsonTable : public ::testing::TestWithParam<const char*> {};

TEST_P(JsonTable, IsReadRowByRow) {
    const Findings found = read_entry("table.json", GetParam());
    EXPECT_THAT(found.problems, IsEmpty());
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_EQ(found.articles[0].headline, "Fog");
    EXPECT_THAT(found.articles[0].paragraphs, ElementsAre("No ship left."));
    EXPECT_EQ(found.articles[1].headline, "Rain \"again\"");
    EXPECT_EQ(to_iso(found.articles[1].published.value()), "2019-05-01");
}

INSTANTIATE_TEST_SUITE_P(
    Orientations,
    JsonTable,
    ::testing::Values(
        R"({"title":{"0":"Fog","1":"Rain \"again\""},"text":{"0":"No ship left.","1":"It rained."},)"
        R"("date":{"0":"2019-04-30","1":"2019-05-01"}})",
        R"({"title":["Fog","Rain \"again\""],"text":["No ship left.","It rained."],)"
        R"("date":["2019-04-30","2019-05-01"]})",
        R"({"columns":["title","text","date"],"index":[0,1],)"
        R"("data":[["Fog","No ship left.","2019-04-30"],["Rain \"again\"","It rained.","2019-05-01"]]})",
        R"({"0":{"title":"Fog","text":"No ship left.","date":"2019-04-30"},)"
        R"("1":{"title":"Rain \"again\"","text":"It rained.","date":"2019-05-01"}})"
    )
);

TEST(Json, TakesListsInAnArticleForItsOwn) {
    const Article article = read_article(
        "a.json", R"({"title":"Fog","text":["No ship left.","Pilots wait."],"tags":["fog","sea"]})"
    );
    EXPECT_THAT(article.paragraphs, ElementsAre("No ship left.", "Pilots wait."));
}

}  // namespace
}  // namespace broadsheet::testing
