// What holds for every printer.

#include "searcher/printers/printer_table.h"

#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/utf8.h"
#include "tests/searcher/printers/sample_hits.h"
#include "tests/support/temp_directory.h"
#include "tests/support/test_data.h"

namespace broadsheet {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::PrintCall;

class EveryPrinter : public ::testing::TestWithParam<std::string_view> {};

TEST_P(EveryPrinter, LetsNothingTakeOverATerminal) {
    const Hit hit = testing::hostile_hit();
    // On a terminal without colour there is no escape sequence of ours either.
    const PrintCall call{.printer = GetParam()};
    std::string out = testing::printed_article(call, testing::marked_article(hit));
    if (GetParam() != "ids") out += testing::printed(call, {hit});
    EXPECT_TRUE(is_utf8(out) || GetParam() == "ids");
    if (GetParam() == "ids") out = testing::printed({.printer = "ids", .color = true}, {hit});
    for (const char* bad : {"\x1b", "\x07", "\u202E", "\u200b", "\u009b", "\x01"})
        EXPECT_THAT(out, Not(HasSubstr(bad)));
}

TEST_P(EveryPrinter, TakesAnArticleThatHasOnlyAnId) {
    const PrintCall call{.printer = GetParam()};
    const Hit hit = testing::bare_hit();
    EXPECT_THAT(testing::printed(call, {hit}), HasSubstr("larch-2"));
    EXPECT_THAT(testing::printed_article(call, testing::marked_article(hit)), HasSubstr("larch-2"));
}

TEST_P(EveryPrinter, IsSpecifiedInTheDocument) {
    const std::string document =
        testing::read_file(testing::source_directory() / "searcher/OUTPUT.md");
    EXPECT_THAT(document, HasSubstr("--format " + std::string(GetParam()) + "`"));
}

TEST_P(EveryPrinter, HasItsRowWithItsWords) {
    const auto rows = printers();
    const auto row = std::ranges::find(rows, GetParam(), &PrinterRow::name);
    ASSERT_NE(row, rows.end());
    EXPECT_FALSE(row->help.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Printers,
    EveryPrinter,
    ::testing::ValuesIn(kPrinterNames),
    [](const auto& printer) { return std::string(printer.param); }
);

TEST(PrinterTable, HasARowForEachNameInOrder) {
    ASSERT_EQ(printers().size(), kPrinterNames.size());
    for (std::size_t i = 0; i < kPrinterNames.size(); ++i)
        EXPECT_EQ(printers()[i].name, kPrinterNames[i]);
}

}  // namespace
}  // namespace broadsheet
