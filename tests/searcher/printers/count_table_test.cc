#include "searcher/printers/count_table.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/cli/display_width.h"

namespace broadsheet {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

std::string text_of(const Facet& facet, std::size_t width) {
    std::string text;
    append_counts_as_text(text, count_table(facet), {.width = width});
    return text;
}

TEST(CountTable, FitsTheTerminal) {
    Facet facet{.field = "tag", .total = 9};
    facet.values = {{std::string(5000, 'w'), 9}, {"\u5927\u5B66\u5927\u5B66\u5927\u5B66", 3}};
    facet.distinct = 2;
    for (const std::size_t width : {20U, 41U, 80U}) {
        const std::string text = text_of(facet, width);
        for (std::size_t begin = text.find('\n') + 1; begin < text.size();) {
            const std::size_t end = text.find('\n', begin);
            EXPECT_LE(cli::display_width(std::string_view(text).substr(begin, end - begin)), width);
            begin = end + 1;
        }
    }
    EXPECT_THAT(text_of(facet, 80), HasSubstr("www\u2026  9  "));
}

TEST(CountTable, DrawsBarsInProportion) {
    Facet facet{.field = "tag", .total = 1300};
    facet.values = {{"a", 1200}, {"b", 600}, {"c", 1}};
    facet.distinct = 5;
    EXPECT_EQ(
        text_of(facet, 20),
        "tag of 1,300 articles\n"
        "  a  1,200  \u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\n"
        "  b    600  \u2588\u2588\u2588\u2588\n"
        "  c      1  \u258F\n"
        "  and 2 more values\n"
    );
}

TEST(CountTable, LetsNoLabelTakeOverATerminal) {
    Facet facet{.field = "tag", .total = 1};
    facet.values = {{"red\x1b[31m\tand\nmore", 1}};
    facet.distinct = 1;
    const CountTable table = count_table(facet);
    std::string all = text_of(facet, 80);
    append_counts_as_json_lines(all, table);
    std::string rows;
    append_counts_as_csv(rows, table, true);
    append_counts_as_tsv(rows, table, false);
    EXPECT_THAT(all + rows, Not(HasSubstr("\x1b")));
    EXPECT_THAT(rows, EndsWith("tag\tred\uFFFD[31m and more\t1\ntag\t\t0\n"));
}

}  // namespace
}  // namespace broadsheet
