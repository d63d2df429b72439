// The search program on a terminal, which script(1) of Debian's base makes for it.

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run_program.h"
#include "tests/support/temp_directory.h"
#include "tests/support/wire_articles.h"

namespace broadsheet {

namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class OnATerminal : public ::testing::Test {
protected:
    OnATerminal() {
        const auto bundle = folder_.write("wire.jsonl", testing::wire_articles(30));
        testing::run_program({testing::index_program(), "-q", index_.string(), bundle.string()});
    }

    // What a terminal of 24 lines gets to see. The pager writes a line of its own, then what it is
    // given.
    std::string screen(const std::string& arguments, const std::string& environment = kPager) {
        const std::string call = "stty rows 24 cols 80; env TERM=xterm " + environment + " " +
                                 testing::search_program() + " " + index_.string() + " " +
                                 arguments;
        return testing::run_program({"/usr/bin/script", "-qec", call, "/dev/null"}).out;
    }

    static constexpr const char* kPager = "PAGER='echo through the pager; cat'";

    testing::TempDirectory folder_;
    std::filesystem::path index_ = folder_.path() / "news.idx";
};

TEST_F(OnATerminal, LongAnswersGoThroughThePager) {
    const std::string shown = screen("");
    EXPECT_THAT(shown, HasSubstr("through the pager"));
    EXPECT_THAT(shown, HasSubstr("10."));
}

TEST_F(OnATerminal, WhatFitsDoesNot) {
    EXPECT_THAT(screen("-n 1 --no-snippets"), Not(HasSubstr("through the pager")));
    EXPECT_THAT(screen("-n 1 --no-snippets"), HasSubstr("1."));
}

TEST_F(OnATerminal, NoPagerIsUsedWhereNoneIsWanted) {
    for (const char* environment : {"PAGER=", "PAGER=cat"})
        EXPECT_THAT(screen("", environment), HasSubstr("10."));
    EXPECT_THAT(screen("--no-pager"), Not(HasSubstr("through the pager")));
    EXPECT_THAT(screen("--format jsonl"), Not(HasSubstr("through the pager")));
}

TEST_F(OnATerminal, AReaderWhoQuitsIsNoFailure) {
    const std::string shown = screen("--limit 0; echo exit $?", "PAGER=true");
    EXPECT_THAT(shown, HasSubstr("exit 0"));
}

TEST_F(OnATerminal, HeadlinesAreLinksToTheirFile) {
    const std::string link = "\x1b]8;;file://" + folder_.path().string() + "/wire.jsonl\x1b\\";
    EXPECT_THAT(screen("-n 1"), HasSubstr(link));
    EXPECT_THAT(screen("-n 1 --hyperlinks never"), Not(HasSubstr("\x1b]8")));
}

TEST_F(OnATerminal, LinksAreForTerminalsUnlessAskedFor) {
    const auto piped = [&](const char* when) {
        return testing::run_program(
                   {testing::search_program(), index_.string(), "-n", "1", "--hyperlinks", when}
        )
            .out;
    };
    EXPECT_THAT(piped("auto"), Not(HasSubstr("\x1b]8")));
    EXPECT_THAT(piped("always"), HasSubstr("\x1b]8"));
}

}  // namespace

}  // namespace broadsheet
