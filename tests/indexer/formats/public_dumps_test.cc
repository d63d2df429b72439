// A line or a file in the shape of each public dump that is read without a profile, with words of
// our own. corpora/README.md says where the dumps are.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/format_reading.h"

namespace broadsheet::testing {
namespace {

using ::testing::StartsWith;

struct Dump {
    const char* test;
    const char* name;     // of the entry
    const char* content;  // two articles
    Article first = {};   // of its body, how the first paragraph begins
    const char* date = "";
};

void PrintTo(const Dump& dump, std::ostream* out) {
    *out << dump.test;
}

class PublicDumps : public ::testing::TestWithParam<Dump> {};

TEST_P(PublicDumps, AreReadWithoutAProfile) {
    const Dump& dump = GetParam();
    const Findings found = read_entry(dump.name, dump.content);
    ASSERT_EQ(found.articles.size(), 2U);
    EXPECT_TRUE(found.problems.empty());
    const Article& a = found.articles[0];
    EXPECT_EQ(a.headline, dump.first.headline);
    EXPECT_EQ(a.deck, dump.first.deck);
    EXPECT_EQ(a.section, dump.first.section);
    EXPECT_EQ(a.source, dump.first.source);
    EXPECT_EQ(a.url, dump.first.url);
    EXPECT_EQ(a.authors, dump.first.authors);
    EXPECT_EQ(a.published ? to_iso(*a.published) : "", dump.date);
    ASSERT_EQ(a.paragraphs.empty(), dump.first.paragraphs.empty());
    if (a.paragraphs.empty()) return;
    EXPECT_THAT(a.paragraphs[0], StartsWith(dump.first.paragraphs[0]));
}

Article expected(
    std::string headline,
    std::string body,
    std::string section = "",
    std::string source = "",
    std::string url = "",
    std::string deck = "",
    std::vector<std::string> authors = {}
) {
    Article article;
    article.headline = std::move(headline);
    if (!body.empty()) article.paragraphs.push_back(std::move(body));
    article.section = std::move(section);
    article.source = std::move(source);
    article.url = std::move(url);
    article.deck = std::move(deck);
    article.authors = std::move(authors);
    return article;
}

INSTANTIATE_TEST_SUITE_P(
    Dumps,
    PublicDumps,
    ::testing::Values(
        Dump{
            "Mlsum",
            "de_train.jsonl",
            R"({"text":"Der Bahnhof bleibt zu.","summary":"Nebel.","topic":"politik","url":"https://la.example/1","title":"Kein Zug","date":"00/01/2010"}
{"text":"Die Elf gewann.","summary":"Sieg.","topic":"sport","url":"https://la.example/2","title":"Finale","date":"00/01/2010"}
)",
            expected("Kein Zug", "Der Bahnhof", "politik", "", "https://la.example/1", "Nebel.")},
        Dump{
            "Newsroom",
            "train.jsonl",
            R"({"url":"http://hb.example/1","archive":"http://web.archive.org/web/2016id_/http://hb.example/1","title":"Fog","date":"20160304195524","text":"No ship left.\n\nPilots wait.","summary":"Ships wait.","compression":33.8,"coverage":1.0,"density":11.0,"compression_bin":"medium","coverage_bin":"high","density_bin":"extractive"}
{"url":"http://hb.example/2","archive":"http://web.archive.org/web/2016id_/http://hb.example/2","title":"Rain","date":"20160305195524","text":"It rained.","summary":"Rain.","compression":3.8,"coverage":1.0,"density":11.0,"compression_bin":"low","coverage_bin":"high","density_bin":"extractive"}
)",
            expected("Fog", "No ship left.", "", "", "http://hb.example/1", "Ships wait."),
            "2016-03-04T19:55:24Z"},
        Dump{
            "MasakhaNews",
            "train.tsv",
            "category\theadline\ttext\turl\n"
            "politics\tየቦታው ስም ተቀየረ\tትናንት ከፍተኛ ዝናብ ዘንቧል።\thttps://mn.example/1\n"
            "sports\tቡድኑ ድል አደረገ\tቡድኑ ሁለት ለአንድ አሸንፏል።\thttps://mn.example/2\n",
            expected("የቦታው ስም ተቀየረ", "ትናንት", "politics", "", "https://mn.example/1")},
        Dump{
            "HausaTopics",
            "train.tsv",
            "news_title\tlabel\nAn rufe tashar jiragen ruwa\tNigeria\nTa lashe wasan\tSport\n",
            expected("An rufe tashar jiragen ruwa", "", "Nigeria")},
        Dump{
            "SwahiliNews",
            "train.csv",
            "id,content,category\nSW0,Bandari imefungwa kwa siku ya tatu.,uchumi\n"
            "SW1,Timu ilishinda mchezo wa jana.,michezo\n",
            expected("", "Bandari imefungwa", "uchumi")},
        Dump{
            "AmharicNews",
            "Amharic News Dataset.csv",
            "headline,category,date,views,article,link,word_len\n"
            "ስም ተቀየረ,ፖለቲካ,\"January 14, 2021\",2,ትናንት ከፍተኛ ዝናብ ዘንቧል።,https://an.example/1,4\n"
            "ድል ሆነ,ስፖርት,\"January 15, 2021\",9,ቡድኑ ሁለት ለአንድ አሸንፏል።,https://an.example/2,4\n",
            expected("ስም ተቀየረ", "ትናንት", "ፖለቲካ", "", "https://an.example/1"),
            "2021-01-14"},
        Dump{
            "LentaRu",
            "lenta-ru-news.csv",
            "url,title,text,topic,tags,date\n"
            "https://ov.example/1,Туман,Порт третий день закрыт.,Россия,Общество,2019/04/30\n"
            "https://ov.example/2,Финал,Команда вчера победила.,Спорт,Футбол,2019/05/01\n",
            expected("Туман", "Порт третий", "Россия", "", "https://ov.example/1"),
            "2019-04-30"},
        Dump{
            "SogouNews",
            "news_tensite_xml.dat",
            "<doc>\n<url>http://qr.example/1.shtml</url>\n<docno>9859-1</"
            "docno>\n<contenttitle>大雾关闭港口"
            "</contenttitle>\n<content>清榆港第三天关闭。</content>\n</doc>\n<doc>\n"
            "<url>http://qr.example/2.shtml</url>\n<docno>9859-2</docno>\n<contenttitle>决赛"
            "</contenttitle>\n<content>清榆队获胜。</content>\n</doc>\n",
            expected("大雾关闭港口", "清榆港", "", "", "http://qr.example/1.shtml")},
        Dump{
            "FolhaUol",
            "articles.csv",
            "title,text,date,category,subcategory,link\n"
            "Porto fechado,O porto ficou fechado.,2017-09-10,cotidiano,,http://ft.example/1\n"
            "Time na final,O time venceu ontem.,2017-09-11,esporte,futebol,http://ft.example/2\n",
            expected("Porto fechado", "O porto", "cotidiano", "", "http://ft.example/1"),
            "2017-09-10"},
        Dump{
            "EventRegistry",
            "answer.json",
            R"({"articles":{"results":[{"uri":"701","lang":"eng","isDuplicate":false,"date":"2023-03-04","time":"10:12:00","dateTime":"2023-03-04T10:12:00Z","dateTimePub":"2023-03-04T10:00:00Z","dataType":"news","url":"https://hb.example/1","title":"Fog","body":"No ship left.","source":{"uri":"hb.example","dataType":"news","title":"Harbour Bulletin"},"authors":[{"uri":"ana@hb.example","name":"Ana Brandt","type":"author","isAgency":false}]},{"uri":"702","lang":"eng","date":"2023-03-05","dateTime":"2023-03-05T10:12:00Z","url":"https://hb.example/2","title":"Rain","body":"It rained."}],"totalResults":2,"page":1}})",
            expected(
                "Fog",
                "No ship left.",
                "",
                "Harbour Bulletin",
                "https://hb.example/1",
                "",
                {"Ana Brandt"}
            ),
            "2023-03-04T10:12:00Z"},
        Dump{
            "MediaCloud",
            "stories.jsonl",
            R"({"id":"ab1","indexed_date":"2024-01-02T00:00:00","language":"en","media_name":"hb.example","media_url":"hb.example","publish_date":"2024-01-01","title":"Fog","url":"http://hb.example/1","text":"No ship left."}
{"id":"ab2","indexed_date":"2024-01-02T00:00:00","language":"en","media_name":"hb.example","media_url":"hb.example","publish_date":"2024-01-01","title":"Rain","url":"http://hb.example/2","text":"It rained."}
)",
            expected("Fog", "No ship left.", "", "hb.example", "http://hb.example/1"),
            "2024-01-01"},
        Dump{
            "Fundus",
            "articles.json",
            R"([{"html":{"requested_url":"https://hb.example/1","crawl_date":"2024-01-02 10:00:00"},"title":"Fog","authors":["Ana Brandt"],"publishing_date":"2024-01-01 10:00:00+01:00","topics":["Fog"],"body":{"summary":["Ships wait."],"sections":[{"headline":[],"paragraphs":["No ship left."]}]},"free_access":true},{"title":"Rain","body":{"summary":[],"sections":[{"headline":[],"paragraphs":["It rained."]}]}}])",
            expected(
                "Fog",
                "No ship left.",
                "",
                "",
                "https://hb.example/1",
                "Ships wait.",
                {"Ana Brandt"}
            ),
            "2024-01-01T10:00:00+01:00"},
        Dump{
            "Trafilatura",
            "pages.jsonl",
            R"({"title":"Fog","author":"Ana Brandt; Lena Voss","hostname":"hb.example","date":"2019-04-30","fingerprint":"5ec","id":null,"license":null,"comments":"","raw_text":"No ship left.","text":"No ship left.\nPilots wait.","language":"en","image":null,"pagetype":"article","filedate":"2024-01-02","source":"https://hb.example/1","source-hostname":"Harbour Bulletin","excerpt":"Ships wait.","categories":"","tags":"fog"}
{"title":"Rain","author":null,"hostname":"hb.example","date":"2019-05-01","text":"It rained.","source":"https://hb.example/2","source-hostname":"Harbour Bulletin"}
)",
            expected(
                "Fog",
                "No ship left.",
                "",
                "Harbour Bulletin",
                "https://hb.example/1",
                "Ships wait.",
                {"Ana Brandt", "Lena Voss"}
            ),
            "2019-04-30"},
        Dump{
            "Newspaper",
            "pages.jsonl",
            R"({"url":"https://hb.example/1","read_more_link":"","title":"Fog","top_image":"","text":"No ship left.","keywords":["fog"],"authors":["Ana Brandt"],"publish_date":"2019-04-30 00:00:00","summary":"Ships wait.","html":"","meta_lang":"en","meta_site_name":"Harbour Bulletin","source_url":"https://hb.example"}
{"url":"https://hb.example/2","title":"Rain","text":"It rained.","authors":[],"publish_date":"","source_url":"https://hb.example"}
)",
            expected(
                "Fog",
                "No ship left.",
                "",
                "Harbour Bulletin",
                "https://hb.example/1",
                "Ships wait.",
                {"Ana Brandt"}
            ),
            "2019-04-30T00:00:00Z"}
    ),
    [](const auto& dump) { return dump.param.test; }
);

}  // namespace
}  // namespace broadsheet::testing
