#include "searcher/query/parser.h"

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/query/tree_text.h"

namespace broadsheet {
namespace {

using std::chrono::year_month_day;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::tree_text;

constexpr year_month_day kToday =
    std::chrono::year(2024) / std::chrono::month(5) / std::chrono::day(15);

TEST(Parser, NotesWhatItTookLiterally) {
    EXPECT_THAT(parse_query("armed \"forces").notes, ElementsAre(HasSubstr("quotation mark")));
    EXPECT_THAT(parse_query("coup AND").notes, ElementsAre(HasSubstr("taken as a word: and")));
    EXPECT_THAT(parse_query("(coup").notes, ElementsAre(HasSubstr("bracket")));
    EXPECT_THAT(parse_query("coup)").notes, ElementsAre(HasSubstr("bracket")));
    EXPECT_THAT(parse_query("!!!").notes, ElementsAre(HasSubstr("no word")));
    EXPECT_THAT(parse_query("strik~3").notes, ElementsAre(HasSubstr("The ~ in \"strik~3\"")));
    EXPECT_THAT(parse_query("st~").notes, ElementsAre(HasSubstr("was ignored")));
    EXPECT_THAT(parse_query("coup* vene*la ~ * a**b").notes, ElementsAre(HasSubstr("\"a**b\"")));
}

QueryMistake only_mistake(std::string_view text) {
    const auto mistakes = query_mistakes(text);
    EXPECT_EQ(mistakes.size(), 1U) << text;
    return mistakes.empty() ? QueryMistake{} : mistakes.front();
}

std::string place(std::string_view text, const QueryMistake& mistake) {
    return std::string(text.substr(mistake.offset, mistake.length));
}

TEST(Parser, TellsWhereAFieldIsMisspelt) {
    const std::string text = "oil titel:coup";
    const QueryMistake mistake = only_mistake(text);
    EXPECT_THAT(mistake.sentence, HasSubstr("did you mean title:"));
    EXPECT_EQ(place(text, mistake), "titel");
    EXPECT_EQ(mistake.instead, "title");
}

TEST(Parser, TellsWhichDateDoesNotExist) {
    const std::string text = "oil date:2019-02-30 coup";
    const QueryMistake mistake = only_mistake(text);
    EXPECT_THAT(mistake.sentence, HasSubstr("no date"));
    EXPECT_EQ(place(text, mistake), "2019-02-30");
    EXPECT_EQ(mistake.instead, "2019-02-28");
    EXPECT_EQ(only_mistake("date:2019-30-04").instead, "2019-04-30");
    EXPECT_EQ(only_mistake("date:soon").instead, "");
}

TEST(Parser, TurnsARangeThatEndsBeforeItBegins) {
    const std::string text = "date:2020..2019-04";
    const QueryMistake mistake = only_mistake(text);
    EXPECT_THAT(mistake.sentence, HasSubstr("before it begins"));
    EXPECT_EQ(place(text, mistake), "2020..2019-04");
    EXPECT_EQ(mistake.instead, "2019-04..2020");
    EXPECT_EQ(tree_text(parse_query(text).root), "date(2019-04..2020)");
}

TEST(Parser, FindsNoMistakeInOrdinaryText) {
    for (const char* text : {"Venezuela: a coup?", "C:\\x", "date", "http://x.org", "Notes:none"})
        EXPECT_THAT(query_mistakes(text), IsEmpty()) << text;
}

TEST(Parser, IsSilentAboutOrdinaryText) {
    for (const char* text :
         {"Venezuela: a coup?",
          "O'Leary's 9/11 report - part 2",
          "https://example.org/x",
          "\u2019tis the season",
          "tag:\"New York\" -oil"})
        EXPECT_THAT(parse_query(text).notes, IsEmpty()) << text;
}

TEST(Parser, BoundsDepthAndSize) {
    const std::string deep = std::string(100'000, '(') + "coup" + std::string(100'000, ')');
    EXPECT_EQ(tree_text(parse_query(deep).root), "coup");

    const std::string open_only(100'000, '(');
    EXPECT_EQ(tree_text(parse_query(open_only).root), "seq()");

    std::string glued;
    for (int i = 0; i < 50'000; ++i)
        glued += "f(";
    EXPECT_FALSE(parse_query(glued).root.children.empty());

    std::string quotes;
    for (int i = 0; i < 100'000; ++i)
        quotes += " \u300E";
    EXPECT_TRUE(parse_query(quotes).root.children.empty());

    std::string words;
    for (int i = 0; i < 10'000; ++i)
        words += "word" + std::to_string(i) + ' ';
    EXPECT_EQ(parse_query(words).root.children.size(), 10'000U);

    const auto long_text = parse_query(std::string(3 * kQueryBytesMax, 'a'));
    EXPECT_LE(long_text.root.text.size(), kQueryBytesMax);
    EXPECT_THAT(long_text.notes, ElementsAre(HasSubstr("longer")));
}

TEST(Parser, ReadsIllFormedTextAsWords) {
    EXPECT_EQ(tree_text(parse_query("coup\xFF\x80 \x01plot").root).substr(0, 8), "seq(coup");
    EXPECT_EQ(tree_text(parse_query(std::string("a\0b", 3)).root), "seq(a b)");
}

// Pieces that make every rule of the syntax meet every other.
std::string random_text(std::mt19937& random) {
    static const std::vector<std::string> kPieces = {
        "a",
        "bc",
        "coup",
        " ",
        "  ",
        "\"",
        "\u201C",
        "\u201D",
        "\u201E",
        "\u00AB",
        "\u00BB",
        "\u300C",
        "\u300D",
        "\u2018",
        "\u2019",
        "(",
        ")",
        "+",
        "-",
        "AND",
        "OR",
        "NOT",
        "NEAR/2",
        "ADJ/1",
        "SAME/s",
        "/p",
        "w/3",
        "=\"",
        "/s",
        "title:",
        "tag:",
        "date:",
        "2019",
        "..",
        "april",
        "*",
        "?",
        "~",
        "1",
        "2",
        "^",
        "^2",
        "^0.5",
        "=",
        ":",
        ",",
        ".",
        "/",
        "\\",
        "'",
        "#",
        "@",
        "\xFF",
        "\n",
        "\u5317\u4EAC",
        "\u00E9",
        "foo:",
        "none",
        "\u301E",
        "\uFF02",
        "\u0301",
        "date:none",
        "&",
        "lang:",
        " - ",
        "%",
        "\xF0\x9F\x99\x82"};
    std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
    std::uniform_int_distribution<int> count(1, 14);
    std::string text;
    for (int left = count(random); left > 0; --left)
        text += kPieces[piece(random)];
    return text;
}

TEST(Parser, PrintedRandomQueriesAreReadAgain) {
    std::mt19937 random(20190430);
    for (int i = 0; i < 100'000; ++i) {
        const std::string text = random_text(random);
        const QueryNode root = parse_query(text, kToday).root;
        const std::string printed = to_text(root);
        ASSERT_TRUE(parse_query(printed, kToday).root == root)
            << "text: " << text << "\nprinted: " << printed << "\ntree: " << tree_text(root)
            << "\nagain: " << tree_text(parse_query(printed, kToday).root);
    }
}

TEST(Parser, RandomBytesAreNeverRefused) {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int i = 0; i < 20'000; ++i) {
        std::string text(static_cast<std::size_t>(i % 60), ' ');
        for (char& c : text)
            c = static_cast<char>(byte(random));
        const QueryNode root = parse_query(text, kToday).root;
        ASSERT_TRUE(parse_query(to_text(root), kToday).root == root) << to_text(root);
    }
}

TEST(ParseQuery, TakesProseInCapitalsAsWords) {
    const auto parsed = parse_query("TALKS ON THE FERRY AND THE HARBOUR DUES NOT PAID");
    ASSERT_EQ(parsed.root.kind, QueryKind::sequence);
    EXPECT_EQ(parsed.root.children.size(), 10U);
    for (const auto& child : parsed.root.children)
        EXPECT_EQ(child.kind, QueryKind::word) << child.text;
}

TEST(ParseQuery, TakesOperatorsInAShortQueryInCapitals) {
    EXPECT_EQ(parse_query("FERRY AND HARBOUR").root.kind, QueryKind::all);
    EXPECT_EQ(
        parse_query("(FERRY OR BOAT OR SHIP) AND (HARBOUR OR PORT OR DOCK)").root.kind,
        QueryKind::all
    );
}

}  // namespace
}  // namespace broadsheet
