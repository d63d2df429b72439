#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/cli/display_width.h"
#include "tests/searcher/printers/sample_hits.h"

namespace broadsheet {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(TextPrinter, IsReadable) {
    EXPECT_EQ(
        testing::printed(
            {.printer = "text", .width = 72}, {testing::full_hit(), testing::bare_hit()}
        ),
        R"(1.  Old *harbour* master “leaves” Port Lärch
    Larch Wire · 30 April 2019 · Town
    By Ada Vale
    The Lärch *harbour* master left on Tuesday, after thirty years in
    which the *harbour* had grown from one jetty to nine.
    larch-1 · wire.tar.gz : 2019/1.xml

2.  (no headline)
    larch-2
)"
    );
}

TEST(TextPrinter, ColoursWhatMatchedInsteadOfAsterisks) {
    const std::string out =
        testing::printed({.printer = "text", .width = 72, .color = true}, {testing::full_hit()});
    EXPECT_THAT(out, HasSubstr("Lärch \x1b[1;33mharbour\x1b[0m master"));
    EXPECT_THAT(out, HasSubstr("\x1b[2mLarch Wire · 30 April 2019 · Town\x1b[0m\n"));
    EXPECT_THAT(out, Not(HasSubstr("*")));
}

TEST(TextPrinter, FitsEveryWidth) {
    for (const std::size_t width : {20U, 40U, 60U, 80U, 100U, 200U}) {
        const std::string out = testing::printed(
            {.printer = "text", .width = width}, {testing::full_hit(), testing::hostile_hit()}
        );
        std::string_view rest = out;
        while (!rest.empty()) {
            const std::size_t end = rest.find('\n');
            EXPECT_LE(cli::display_width(rest.substr(0, end)), width);
            rest.remove_prefix(end + 1);
        }
    }
}

TEST(TextPrinter, NamesAFileThatIsItsOwnBundleOnce) {
    Hit hit = testing::bare_hit();
    hit.article.origin = {.bundle = "news/1.txt", .entry = "1.txt", .position = 0, .digest = ""};
    EXPECT_THAT(testing::printed({.printer = "text"}, {hit}), HasSubstr("larch-2 · news/1.txt\n"));
}

TEST(TextPrinter, AlignsHeadlinesBehindLongRanks) {
    Hit hit = testing::bare_hit();
    hit.rank = 123456;
    EXPECT_THAT(testing::printed({.printer = "text"}, {hit}), HasSubstr("123456. (no headline)\n"));
}

TEST(TextPrinter, ShowsAWholeArticle) {
    EXPECT_EQ(
        testing::printed_article(
            {.printer = "text", .width = 60}, testing::marked_article(testing::full_hit())
        ),
        R"(Old *harbour* master “leaves” Port Lärch
A quarrel ends
Larch Wire · 30 April 2019, 15:01 UTC+02:00 · Town
By Ada Vale
PORT LÄRCH · April 30 · Larch Wire

The Lärch *harbour* master left on Tuesday, after thirty
years in which the *harbour* had grown from one jetty to
nine.

Nobody else spoke.

    The *harbour* at dusk
    Tom Orton

ports, people · Port Lärch
https://larch.example/1?a=b&c=d
larch-1 · wire.tar.gz : 2019/1.xml
)"
    );
}

}  // namespace
}  // namespace broadsheet
