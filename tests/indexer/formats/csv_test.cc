#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/format_reading.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(Csv, ReadsQuotedFieldsOverSeveralLines) {
    const Findings found = read_fixture("csv", "table.csv");
    ASSERT_THAT(found.articles, SizeIs(2));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.id, "1");
    EXPECT_EQ(a.headline, "Fog closes harbour");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30");
    EXPECT_THAT(
        a.paragraphs, ElementsAre("The harbour, closed for days, stays \"closed\".", "Nobody left.")
    );
    EXPECT_EQ(found.articles[1].headline, "Fog lifts");
}

TEST(Csv, ReadsOtherDelimitersAndQuotesWithoutHeader) {
    const Findings found = read_fixture("csv", "semicolons.csv");
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_EQ(found.articles[0].section, "Wetter");
    ASSERT_THAT(found.articles[1].paragraphs, SizeIs(1));
    EXPECT_THAT(found.articles[1].paragraphs[0], ::testing::StartsWith("Der Verein 'Möwe' gewann"));
}

TEST(Csv, ReadsTabsAndOtherEncodings) {
    const Findings found =
        read_entry("t.tsv", "title\ttext\nCaf\xE9\tDas Caf\xE9 bleibt zu, es ist Winter.\n");
    ASSERT_THAT(found.articles, SizeIs(1));
    EXPECT_EQ(found.articles[0].headline, "Café");
}

TEST(Csv, KeepsTheHeaderForLaterPieces) {
    Findings found;
    const std::string_view head = "title,text\nOne,First.\n";
    find_format("csv")->read({"t.csv", head, "Two,Second.\n", 22}, found);
    ASSERT_THAT(found.articles, SizeIs(1));
    EXPECT_EQ(found.articles[0].headline, "Two");
    EXPECT_EQ(found.articles[0].origin.position, 22U);
}

TEST(Csv, LeavesProseWithCommasAlone) {
    EXPECT_EQ(
        chosen_format(
            "a.txt", "Fog, rain, wind\n\nIt was foggy, then it rained.\nThen, wind, too.\n"
        ),
        "plain-text"
    );
}

TEST(Csv, LosesNoRowsToAQuoteThatIsNeverClosed) {
    const Findings found =
        read_entry("t.csv", "title,text\nOne,First.\nTwo,\"Second.\nThree,Third.\nFour,Last.\n");
    ASSERT_THAT(found.articles, SizeIs(4));
    EXPECT_EQ(found.articles[3].headline, "Four");
}

TEST(Csv, ReadsQuotesBehindBackslashes) {
    const Findings found = read_entry(
        "news.csv",
        "id,title,content\n"
        "1,Ferry,\"He said \\\"wait\\\", and left. It was late.\"\n"
        "2,Path,\"It lay in C:\\dir\\\\\"\n"
    );
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_THAT(
        found.articles[0].paragraphs, ElementsAre("He said \"wait\", and left. It was late.")
    );
    EXPECT_EQ(found.articles[1].headline, "Path");
}

TEST(Csv, ReadsRaggedRowsBelowAKnownHeader) {
    const Findings found = read_entry(
        "news.csv",
        "id,title,content\n1,Ferry,It was late.\n2,Bridge,It is long, and old, and wide\n3\n"
    );
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_EQ(found.articles[1].headline, "Bridge");
    EXPECT_THAT(found.problems, SizeIs(1));
}

TEST(Csv, ReadsALastRowWithoutLineEnd) {
    const Article article = read_article("t.csv", "title,text\nOne,\"First,\nmore\"");
    EXPECT_THAT(article.paragraphs, ElementsAre("First, more"));
}

TEST(Csv, ReportsRowsWithoutText) {
    const Findings found = read_entry("t.csv", "title,text\n,\nFog,It is foggy.\n");
    EXPECT_THAT(found.articles, SizeIs(1));
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_EQ(found.problems[0].position, 11U);
}

struct Abroad {
    const char* name;
    const char* table;
    const char* headline;
    const char* body;  // how it begins
    const char* date;
    const char* section;
    const char* byline;
};

class CsvAbroad : public ::testing::TestWithParam<Abroad> {};

TEST_P(CsvAbroad, IsReadByTheNamesOfItsColumns) {
    const Abroad& expected = GetParam();
    const Findings found = read_entry("dump.csv", expected.table);
    ASSERT_THAT(found.articles, SizeIs(2));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.headline, expected.headline);
    ASSERT_FALSE(a.paragraphs.empty());
    EXPECT_THAT(a.paragraphs[0], ::testing::StartsWith(expected.body));
    EXPECT_EQ(a.published ? to_iso(*a.published) : "", expected.date);
    EXPECT_EQ(a.section, expected.section);
    EXPECT_EQ(a.byline, expected.byline);
}

INSTANTIATE_TEST_SUITE_P(
    Languages,
    CsvAbroad,
    ::testing::Values(
        Abroad{
            "Turkish",
            "id,başlık,içerik,tarih,kategori,yazar\n"
            "1,Liman kapandı,\"Liman sis yüzünden üçüncü gün de kapalı kaldı, gemiler bekliyor.\","
            "12.03.2019,Gündem,Ayşe Kaya\n"
            "2,Takım finalde,Takım dün akşam oynanan maçı iki bir kazandı.,13.03.2019,Spor,Ali "
            "Demir\n",
            "Liman kapandı",
            "Liman sis",
            "2019-03-12",
            "Gündem",
            "Ayşe Kaya"},
        Abroad{
            "Portuguese",
            "titulo;texto;data;categoria;autor\n"
            "Porto fechado;O porto ficou fechado por causa do nevoeiro.;10/09/2017;cidade;Ana "
            "Prado\n"
            "Time na final;O time venceu ontem por dois a um.;11/09/2017;esporte;Rui Melo\n",
            "Porto fechado",
            "O porto",
            "2017-09-10",
            "cidade",
            "Ana Prado"},
        Abroad{
            "Russian",
            "Заголовок\tТекст\tДата\tРубрика\tАвтор\n"
            "Порт закрыт\tПорт третий день закрыт из-за тумана.\t30.04.2019\tОбщество\tИван "
            "Петров\n"
            "Победа\tКоманда победила вчера со счётом два один.\t01.05.2019\tСпорт\tАнна Орлова\n",
            "Порт закрыт",
            "Порт третий",
            "2019-04-30",
            "Общество",
            "Иван Петров"},
        Abroad{
            "Arabic",
            "العنوان,النص,التاريخ,التصنيف,الكاتب\n"
            "الميناء مغلق,ظل الميناء مغلقا لليوم الثالث بسبب الضباب.,2019-04-30,مجتمع,سلمى حداد\n"
            "فوز الفريق,فاز الفريق أمس بهدفين مقابل هدف.,2019-05-01,رياضة,سامي نور\n",
            "الميناء مغلق",
            "ظل الميناء",
            "2019-04-30",
            "مجتمع",
            "سلمى حداد"},
        Abroad{
            "Chinese",
            "标题,内容,发布时间,栏目,作者\n"
            "大雾关闭港口,清榆港因大雾已连续第三天关闭。,2019-04-30,社会,王小明\n"
            "清榆队闯入决赛,清榆队昨天以二比一战胜对手。,2019-05-01,体育,李华\n",
            "大雾关闭港口",
            "清榆港",
            "2019-04-30",
            "社会",
            "王小明"},
        Abroad{
            "German",
            "Titel,Datum,Ressort,Autor,Inhalt\n"
            "Bahnhof zu,30.04.2019,Lokales,Eva Lind,Der Bahnhof bleibt wegen Nebels geschlossen.\n"
            "Sieg,01.05.2019,Sport,Jan Hof,Die Mannschaft gewann gestern mit zwei zu eins.\n",
            "Bahnhof zu",
            "Der Bahnhof",
            "2019-04-30",
            "Lokales",
            "Eva Lind"},
        Abroad{
            "Swahili",
            "kichwa,habari,tarehe,kundi,mwandishi\n"
            "Bandari yafungwa,Bandari imefungwa kwa siku ya tatu.,2019-04-30,uchumi,Asha Juma\n"
            "Timu yashinda,Timu ilishinda mabao mawili kwa moja.,2019-05-01,michezo,Ali Musa\n",
            "Bandari yafungwa",
            "Bandari imefungwa",
            "2019-04-30",
            "uchumi",
            "Asha Juma"}
    ),
    [](const auto& language) { return language.param.name; }
);

TEST(Csv, KnowsAHeaderInALanguageNobodyKnows) {
    const Findings found = read_entry(
        "dump.csv",
        "xolla,qarra,vumbe\n"
        "Fog closes the harbour,\"The harbour of Port Amber stayed closed for a third day, and no "
        "ship "
        "would leave before the wind turned.\",2019-04-30\n"
        "Team reaches the final of the cup,\"The team beat its rivals by two to one last night and "
        "will play the "
        "final of the cup in May.\",2019-05-01\n"
    );
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_EQ(found.articles[0].headline, "Fog closes the harbour");
    EXPECT_EQ(to_iso(found.articles[0].published.value()), "2019-04-30");
}

TEST(Csv, TakesTheLongestColumnWithoutAMeaningForTheText) {
    const Article article = read_article(
        "dump.csv",
        "title,qarra,score,date\n"
        "Fog,\"The harbour of Port Amber stayed closed for a third day on Tuesday.\",7,2019-04-30\n"
    );
    EXPECT_THAT(
        article.paragraphs,
        ElementsAre("The harbour of Port Amber stayed closed for a third day on Tuesday.")
    );
}

TEST(Csv, ReadsDaysInTheOrderThatTheirColumnShows) {
    const std::string rows = "title,text,date\nFog,No ship leaves.,03/04/2019\nRain,It rains.,";
    const Findings day_first = read_entry("dump.csv", rows + "30/04/2019\n");
    ASSERT_THAT(day_first.articles, SizeIs(2));
    EXPECT_EQ(to_iso(day_first.articles[0].published.value()), "2019-04-03");
    const Findings month_first = read_entry("dump.csv", rows + "04/30/2019 10:00\n");
    ASSERT_THAT(month_first.articles, SizeIs(2));
    EXPECT_EQ(to_iso(month_first.articles[0].published.value()), "2019-03-04");
    EXPECT_EQ(to_iso(month_first.articles[1].published.value()), "2019-04-30T10:00:00Z");
}

TEST(Csv, ReadsLabelsForSectionsButNotTheirNumbers) {
    const Findings words = read_entry("train.tsv", "label\ttext\nsport\tA final.\nlocal\tFog.\n");
    ASSERT_THAT(words.articles, SizeIs(2));
    EXPECT_EQ(words.articles[0].section, "sport");
    const Findings numbers = read_entry("train.tsv", "label\ttext\n3\tA final.\n1\tFog.\n");
    ASSERT_THAT(numbers.articles, SizeIs(2));
    EXPECT_EQ(numbers.articles[0].section, "");
}

TEST(Csv, ReadsLabelledTextsInATextFile) {
    const Findings found = read_entry(
        "cnews.train.txt",
        "体育\t清榆队昨天以二比一战胜对手，闯入决赛，球迷在街上庆祝到深夜。\n"
        "财经\t清榆港因大雾已连续第三天关闭，风向改变之前不会有船只离港。\n"
    );
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_EQ(found.articles[1].section, "财经");
}

TEST(Csv, PassesOverTheLineThatNamesTheSeparator) {
    const Findings found =
        read_entry("excel.csv", "sep=;\r\ntitle;text\r\nFog;No ship left.\r\nRain;It rained.\r\n");
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_EQ(found.articles[0].headline, "Fog");
    EXPECT_THAT(found.articles[0].paragraphs, ElementsAre("No ship left."));
}

}  // namespace
}  // namespace broadsheet::testing
