// What the parser makes of texts: each case the text and its tree.

#include <chrono>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "searcher/query/parser.h"
#include "tests/searcher/query/tree_text.h"

namespace broadsheet {
namespace {

using std::chrono::year_month_day;
using testing::tree_text;

constexpr year_month_day kToday =
    std::chrono::year(2024) / std::chrono::month(5) / std::chrono::day(15);

struct Case {
    std::string text;
    std::string tree;
};

void PrintTo(const Case& one, std::ostream* out) {
    *out << one.text;
}

class ParserTable : public ::testing::TestWithParam<Case> {};

TEST_P(ParserTable, UnderstandsTheText) {
    EXPECT_EQ(tree_text(parse_query(GetParam().text, kToday).root), GetParam().tree)
        << GetParam().text;
}

TEST_P(ParserTable, PrintsWhatItReadsAgain) {
    const QueryNode root = parse_query(GetParam().text, kToday).root;
    EXPECT_TRUE(parse_query(to_text(root), kToday).root == root) << to_text(root);
}

INSTANTIATE_TEST_SUITE_P(
    Words,
    ParserTable,
    ::testing::Values(
        Case{"", "everything"},
        Case{"  \t\n", "everything"},
        Case{" * ", "everything"},
        Case{"coup", "coup"},
        Case{"military coup", "seq(military coup)"},
        Case{"military\u00A0coup\u3000plot", "seq(military coup plot)"},
        Case{"POL-358", "POL-358"},
        Case{"20.04", "20.04"},
        Case{"C:\\x", "C:\\x"},
        Case{"::", "seq()"},
        Case{"a :: b", "seq(a b)"},
        Case{"U.S. officials", "seq(U.S. officials)"},
        Case{"what happened?", "seq(what happened)"},
        Case{"dawn - and dusk", "seq(dawn and dusk)"},
        Case{"--limit", "limit"},
        Case{"Venezuela: a coup, or not?", "seq(Venezuela a coup or not)"},
        Case{"Source: Reuters", "seq(Source Reuters)"},
        Case{"https://example.org/a?b=c", "https://example.org/a?b=c"},
        Case{"5*6=30", "5*6=30"},
        Case{"**bold**", "bold"},
        Case{"f(x) (y)", "seq(f(x) y)"},
        Case{"C++ AT&T #liberty @desk", "seq(C++ AT&T #liberty @desk)"},
        Case{"\xF0\x9F\x99\x82", "\xF0\x9F\x99\x82"}
    )
);

// What users of other engines complained of, each with the place where they did.
INSTANTIATE_TEST_SUITE_P(
    Complaints,
    ParserTable,
    ::testing::Values(
        Case{"Joh* w/2 Doe", "near2([Joh*] Doe)"},         // ICIJ/datashare#1068
        Case{"\"loss AND damage\"", "'loss AND damage'"},  // ICIJ/datashare#766
        Case{"\u201Cnew port\u201D", "'new port'"},        // datashare-docs, operators
        Case{"tinyfts::query", "tinyfts::query"},          // tinyfts#2
        Case{"don't s/s", "seq(don't s/s)"},               // ccrecall#29, hsg-shell#255
        Case{"a NEAR/3 b date:2019", "seq(near3(a b) date(2019..2019))"}  // ukwa/shine#78
    )
);

INSTANTIATE_TEST_SUITE_P(
    Phrases,
    ParserTable,
    ::testing::Values(
        Case{"\"armed forces\"", "'armed forces'"},
        Case{"\u201Carmed forces\u201D", "'armed forces'"},
        Case{"\u201Earmed forces\u201C", "'armed forces'"},
        Case{"\u201Darmed forces\u201D", "'armed forces'"},
        Case{"\u201Carmed forces\"", "'armed forces'"},
        Case{"\u00ABarmed forces\u00BB", "'armed forces'"},
        Case{"\u00BBarmed forces\u00AB", "'armed forces'"},
        Case{"\u00BBarmed forces\u00BB", "'armed forces'"},
        Case{"\u2039armed forces\u203A", "'armed forces'"},
        Case{"\u300Carmed forces\u300D", "'armed forces'"},
        Case{"\u300Earmed forces\u300F", "'armed forces'"},
        Case{"\u2018armed forces\u2019", "'armed forces'"},
        Case{"\u2018we don\u2019t know\u2019", "'we don\u2019t know'"},
        Case{"\uFF02armed forces\uFF02", "'armed forces'"},
        Case{"\"  armed \n forces \"", "'armed forces'"},
        Case{"\"armed forces\"~3", "'armed forces'~3"},
        Case{"=\"Exact\"", "='Exact'"},
        Case{"=Exact word", "seq(='Exact' word)"},
        Case{"title:=Exact", "headline:='Exact'"},
        Case{"\"\"", "seq()"},
        Case{"\"", "seq()"},
        Case{"armed \"forces", "seq(armed forces)"},
        Case{"5\" disk", "seq(5 disk)"},
        Case{"\"a\" \"b", "seq('a' b)"},
        Case{"\u05E6\u05D4\"\u05DC", "\u05E6\u05D4\"\u05DC"},
        Case{"\u5E73\u300C\u4E00\u5E26\u300D\u4E00", "seq(\u5E73 '\u4E00\u5E26' \u4E00)"}
    )
);

INSTANTIATE_TEST_SUITE_P(
    Operators,
    ParserTable,
    ::testing::Values(
        Case{"coup -sudan", "seq(coup -sudan)"},
        Case{"coup +sudan", "seq(coup +sudan)"},
        Case{"-sudan", "-sudan"},
        Case{"NOT sudan", "-sudan"},
        Case{"coup NOT sudan oil", "seq(coup -sudan oil)"},
        Case{"coup AND sudan", "all(coup sudan)"},
        Case{"coup OR putsch", "either(coup putsch)"},
        Case{"a b AND c d", "all(seq(a b) seq(c d))"},
        Case{"a AND b OR c AND d", "either(all(a b) all(c d))"},
        Case{"a AND (b OR c)", "all(a either(b c))"},
        Case{"a AND NOT b", "all(a -b)"},
        Case{"a AND b AND c", "all(a b c)"},
        Case{"(a AND b) AND c", "all(all(a b) c)"},
        Case{"-(a b)", "-seq(a b)"},
        Case{"((((a))))", "a"},
        Case{"() a ( )", "a"},
        Case{"(a", "a"},
        Case{"a)", "a"},
        Case{"AND", "and"},
        Case{"a AND", "seq(a and)"},
        Case{"OR a", "seq(or a)"},
        Case{"a OR OR b", "either(seq(a or) b)"},
        Case{"a AND OR b", "either(seq(a and) b)"},
        Case{"NOT NOT a", "seq(not -a)"},
        Case{"rise and fall or not", "seq(rise and fall or not)"},
        Case{"a NEAR/3 b", "near3(a b)"},
        Case{"a ADJ/2 b c", "seq(adj2(a b) c)"},
        Case{"joh* NEAR/2 doe", "near2([joh*] doe)"},
        Case{"-a NEAR/3 b", "-near3(a b)"},
        Case{"a NEAR/3 b NEAR/5 c", "near5(a b c)"},
        Case{"(a NEAR/0 b)", "near0(a b)"},
        Case{"a SAME/s b", "sentence(a b)"},
        Case{"a SAME/p b SAME/p c", "paragraph(a b c)"},
        Case{"a /s b", "sentence(a b)"},
        Case{"a w/p b", "paragraph(a b)"},
        Case{"a W/5 b", "near5(a b)"},
        Case{"a /5 b", "near5(a b)"},
        Case{"a pre/2 b", "adj2(a b)"},
        Case{"a NEAR/3 b SAME/s c SAME/p d", "paragraph(sentence(near3(a b) c) d)"},
        Case{"(a SAME/p b) SAME/s c", "sentence(paragraph(a b) c)"},
        Case{"(a SAME/s b)^2 SAME/s c", "sentence(sentence(a b)^2 c)"},
        Case{"-a SAME/s b", "-sentence(a b)"},
        Case{"title:a SAME/s \"b c\"", "sentence(headline:a 'b c')"},
        Case{"w/5 b", "seq(w-5 b)"},
        Case{"a /s", "seq(a s)"},
        Case{"SAME/s", "same"},
        Case{"w/o b", "seq(w/o b)"},
        Case{"explosion NEAR airport", "seq(explosion NEAR airport)"},
        Case{"NEAR/2 b", "seq(near b)"},
        Case{"coup^2 oil", "seq(coup^2 oil)"},
        Case{"(a b)^2 c", "seq(seq(a b)^2 c)"},
        Case{"\"a b\"^0.5", "'a b'^0.5"},
        Case{"((a^2)^3)", "a^6"}
    )
);

INSTANTIATE_TEST_SUITE_P(
    Fields,
    ParserTable,
    ::testing::Values(
        Case{"title:coup", "headline:coup"},
        Case{"TITLE:coup", "headline:coup"},
        Case{"headline:\"armed forces\"", "headline:'armed forces'"},
        Case{"title:\u201Carmed forces\u201D", "headline:'armed forces'"},
        Case{"title:(coup OR putsch)", "either(headline:coup headline:putsch)"},
        Case{"title:(a \"b c\" -d)", "seq(headline:a headline:'b c' -headline:d)"},
        Case{"title:(a byline:b)", "seq(headline:a byline:b)"},
        Case{"tag:\"New York\"", "tag=New York"},
        Case{"tag:oil", "tag=oil"},
        Case{"topic:(oil OR \"natural gas\")", "either(tag=oil tag=natural gas)"},
        Case{"-tag:oil", "-tag=oil"},
        Case{"tag:New*", "tag:[New*]"},
        Case{"lang:pt coup", "seq(language=pt coup)"},
        Case{"title: coup", "seq(title coup)"},
        Case{"title:", "title"},
        Case{"title:()", "seq()"},
        Case{"titel:coup", "titel:coup"},
        Case{"foo:coup", "foo:coup"},
        Case{"title:tag:x", "headline:tag:x"},
        Case{"title:\"open", "headline:open"},
        Case{"title:vene*", "headline:[vene*]"}
    )
);

INSTANTIATE_TEST_SUITE_P(
    Patterns,
    ParserTable,
    ::testing::Values(
        Case{"vene*", "[vene*]"},
        Case{"*zuela", "[*zuela]"},
        Case{"m?duro", "[m?duro]"},
        Case{"wom?n,", "[wom?n]"},
        Case{"s*", "[s*]"},
        Case{"maduro~", "maduro~1"},
        Case{"maduro~2", "maduro~2"},
        Case{"maduro~3", "maduro~3"},
        Case{"~5", "5"},
        Case{"a~", "a"}
    )
);

INSTANTIATE_TEST_SUITE_P(
    Dates,
    ParserTable,
    ::testing::Values(
        Case{"date:2019", "date(2019..2019)"},
        Case{"date:2019-04..2019-05-15", "date(2019-04..2019-05-15)"},
        Case{"date:2019..", "date(2019..)"},
        Case{"date:..2019-04", "date(..2019-04)"},
        Case{"date:2020..2019", "date(2019..2020)"},
        Case{"date:none", "date(none)"},
        Case{"date:april 2019 coup", "seq(date(2019-04..2019-04) coup)"},
        Case{"date:\"30 April 2019\"", "date(2019-04-30..2019-04-30)"},
        Case{"date:April 30, 2019 coup", "seq(date(2019-04-30..2019-04-30) coup)"},
        Case{"date:30.4.2019", "date(2019-04-30..2019-04-30)"},
        Case{"date:2019-Q2", "date(2019-04..2019-06)"},
        Case{"date:last-week", "date(2024-05-06..2024-05-12)"},
        Case{"date:last week", "date(2024-05-06..2024-05-12)"},
        Case{"date:yesterday", "date(2024-05-14..2024-05-14)"},
        Case{"date:last-month", "date(2024-04..2024-04)"},
        Case{"date:last-quarter", "date(2024-01..2024-03)"},
        Case{"date:last-7-days", "date(2024-05-09..2024-05-15)"},
        Case{"date:M\u00E4rz 2019", "date(2019-03..2019-03)"},
        Case{"date:(2019 OR 2021)", "either(date(2019..2019) date(2021..2021))"},
        Case{"date:2019-02-30", "2019-02-30"},
        Case{"date:soon", "soon"}
    )
);

}  // namespace
}  // namespace broadsheet
