#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/printers/sample_hits.h"

namespace broadsheet {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(HtmlPrinter, MarksWhatMatched) {
    const std::string out = testing::printed({.printer = "html"}, {testing::full_hit()});
    EXPECT_THAT(out, ::testing::StartsWith("<!DOCTYPE html>"));
    EXPECT_THAT(out, HasSubstr("Lärch <mark>harbour</mark> master"));
    EXPECT_THAT(out, HasSubstr("<title>harbour &lt;b&gt;</title>"));
    EXPECT_THAT(out, HasSubstr("<a href=\"https://larch.example/1?a=b&amp;c=d\""));
    EXPECT_THAT(out, ::testing::EndsWith("</html>\n"));
}

TEST(HtmlPrinter, LetsNoMarkupThrough) {
    const Hit hit = testing::hostile_hit();
    const std::string out =
        testing::printed({.printer = "html"}, {hit}) +
        testing::printed_article({.printer = "html"}, testing::marked_article(hit));
    EXPECT_THAT(out, Not(HasSubstr("<script")));
    EXPECT_THAT(out, Not(HasSubstr("javascript:")));
    EXPECT_THAT(out, HasSubstr("&lt;<mark>script</mark>&gt;"));
}

}  // namespace
}  // namespace broadsheet
