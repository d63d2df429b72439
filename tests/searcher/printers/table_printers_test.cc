// The printers that write one line a hit for other programs, and Markdown.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/printers/sample_hits.h"

namespace broadsheet {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::vector<Hit> two_hits() {
    return {testing::full_hit(), testing::bare_hit()};
}

TEST(IdsPrinter, PrintsIdsOnly) {
    EXPECT_EQ(testing::printed({.printer = "ids"}, two_hits()), "larch-1\nlarch-2\n");
}

TEST(IdsPrinter, KeepsIdsLetterByLetterForPrograms) {
    Hit hit = testing::bare_hit();
    hit.article.id = "a\u200bb";
    EXPECT_EQ(testing::printed({.printer = "ids"}, {hit}), "a\u200bb\n");
    EXPECT_EQ(testing::printed({.printer = "ids", .color = true}, {hit}), "ab\n");
}

TEST(CsvPrinter, WritesATableWithAHeader) {
    EXPECT_EQ(
        testing::printed({.printer = "csv"}, two_hits()),
        "rank,score,id,published,source,section,headline,byline,url,snippet\r\n"
        "1,12.5,larch-1,2019-04-30T15:01:01+02:00,Larch Wire,Town,"
        "Old harbour master “leaves” Port Lärch,By Ada Vale,https://larch.example/1?a=b&c=d,"
        "\"The Lärch harbour master left on Tuesday, after thirty years in which the harbour had "
        "grown from one jetty to nine.\"\r\n"
        "2,0,larch-2,,,,,,,\r\n"
    );
}

TEST(CsvPrinter, DoublesQuotes) {
    Hit hit = testing::bare_hit();
    hit.article.headline = "He said \"no\"";
    EXPECT_THAT(testing::printed({.printer = "csv"}, {hit}), HasSubstr(",\"He said \"\"no\"\"\","));
}

TEST(TsvPrinter, HasAsManyTabsInEveryLine) {
    const std::string out = testing::printed(
        {.printer = "tsv"}, {testing::full_hit(), testing::bare_hit(), testing::hostile_hit()}
    );
    EXPECT_EQ(std::ranges::count(out, '\n'), 4);
    EXPECT_EQ(std::ranges::count(out, '\t'), 4 * 9);
}

TEST(TrecPrinter, WritesARun) {
    Hit hit = testing::full_hit();
    hit.article.id = "larch 1";
    EXPECT_EQ(testing::printed({.printer = "trec"}, {hit}), "1 Q0 larch_1 1 12.5 broadsheet\n");
}

TEST(MarkdownPrinter, WritesAList) {
    EXPECT_EQ(
        testing::printed({.printer = "markdown"}, two_hits()),
        "1. Old **harbour** master “leaves” Port Lärch  \n"
        "   *Larch Wire, 30 April 2019, Town, By Ada Vale*  \n"
        "   The Lärch **harbour** master left on Tuesday, after thirty years in which the "
        "**harbour** had grown from one jetty to nine.  \n"
        "   larch-1\n"
        "2. (no headline)  \n"
        "   larch-2\n"
    );
}

TEST(MarkdownPrinter, TakesTheMeaningFromMarkup) {
    const std::string out = testing::printed({.printer = "markdown"}, {testing::hostile_hit()});
    EXPECT_THAT(out, Not(HasSubstr("<script")));
    EXPECT_THAT(out, HasSubstr("\\*\\*x\\*\\*"));
}

TEST(MarkdownPrinter, BeginsNoListWithAHeadline) {
    Hit hit = testing::bare_hit();
    for (const char* headline : {"- x", "# x", "12. x", "+ x"}) {
        hit.article.headline = headline;
        EXPECT_THAT(
            testing::printed({.printer = "markdown"}, {hit}),
            Not(HasSubstr(" " + std::string(headline)))
        );
    }
    hit.article.headline = "12 e-mails: all lost";
    EXPECT_THAT(testing::printed({.printer = "markdown"}, {hit}), HasSubstr(hit.article.headline));
}

}  // namespace
}  // namespace broadsheet
