#include "common/cli/progress_line.h"

#include <sstream>

#include <gtest/gtest.h>

namespace broadsheet::cli {
namespace {

using std::chrono::milliseconds;

constexpr Terminal kWatched = {
    .interactive = true, .color = false, .rewritable = true, .width = 20};

// A progress line whose time passes only when the test says so.
struct Watched {
    std::ostringstream out;
    std::chrono::steady_clock::time_point now;
    ProgressLine line{out, kWatched, [this] { return now; }};
};

TEST(ProgressLine, WritesOverItself) {
    Watched w;
    w.line.show("1 article");
    w.now += milliseconds(100);
    w.line.show("2 articles");
    EXPECT_EQ(w.out.str(), "\r\x1b[K1 article\r\x1b[K2 articles");
}

TEST(ProgressLine, PassesOverMoreThanTenASecond) {
    Watched w;
    for (int i = 0; i < 1000; ++i) {
        w.line.show("x");
        w.now += milliseconds(1);
    }
    EXPECT_EQ(w.out.str().size(), 10 * std::string("\r\x1b[Kx").size());
}

TEST(ProgressLine, IsGoneAtTheEnd) {
    std::ostringstream out;
    {
        ProgressLine line(out, kWatched);
        line.show("working");
    }
    EXPECT_EQ(out.str(), "\r\x1b[Kworking\r\x1b[K");
}

TEST(ProgressLine, ComesBackAtOnceAfterAMessage) {
    Watched w;
    w.line.show("a");
    w.line.erase();
    w.line.show("b");
    EXPECT_EQ(w.out.str(), "\r\x1b[Ka\r\x1b[K\r\x1b[Kb");
}

TEST(ProgressLine, NeverReachesTheLastColumn) {
    Watched w;
    w.line.show("reading a bundle with a very long name.tar.gz");
    EXPECT_EQ(w.out.str(), "\r\x1b[Kreading a bundle");
}

TEST(ProgressLine, MakesNamesHarmless) {
    Watched w;
    w.line.show("a\x1b[2Jb");
    EXPECT_EQ(w.out.str(), "\r\x1b[Ka\uFFFD[2Jb");
}

TEST(ProgressLine, IsSilentWhereNobodyWatches) {
    std::ostringstream out;
    {
        ProgressLine line(out, Terminal{});
        line.show("working");
    }
    EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace broadsheet::cli
