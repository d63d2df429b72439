#include "searcher/printers/hyperlink.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::string link_of(std::string_view url, std::string_view bundle = "") {
    Article article;
    article.url = url;
    article.origin.bundle = bundle;
    return link_to(article);
}

TEST(Hyperlink, IsTheAddressOrTheFile) {
    EXPECT_EQ(link_of("https://larch.example/a?b=1#c"), "https://larch.example/a?b=1#c");
    EXPECT_EQ(link_of("", "/news/a b#1.gz"), "file:///news/a%20b%231.gz");
    EXPECT_EQ(link_of("https://larch.example/", "/news/a.gz"), "https://larch.example/");
    EXPECT_EQ(link_of("", "news/a.gz"), "");
    EXPECT_EQ(link_of("javascript:alert(1)"), "");
}

TEST(Hyperlink, NeverLeavesItsSequence) {
    EXPECT_EQ(
        link_of("https://larch.example/\x1b\\x\x07y\xc3\xa9\n"),
        "https://larch.example/%1B%5Cx%07y%C3%A9%0A"
    );
    EXPECT_EQ(link_of("https://larch.example/" + std::string(5000, 'a')), "");
}

TEST(Hyperlink, SurroundsALine) {
    EXPECT_EQ(linked("text", ""), "text");
    EXPECT_EQ(
        linked("text", "https://a.example"), "\x1b]8;;https://a.example\x1b\\text\x1b]8;;\x1b\\"
    );
}

}  // namespace
}  // namespace broadsheet
