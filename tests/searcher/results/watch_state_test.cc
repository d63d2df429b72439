#include "searcher/results/watch_state.h"

#include <gtest/gtest.h>

#include "broadsheet/error.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

class AWatchState : public ::testing::Test {
protected:
    testing::TempDirectory folder_;
    std::filesystem::path file_ = folder_.path() / "alerts.tsv.state";
};

TEST_F(AWatchState, IsReadAsItWasWritten) {
    const WatchState state{"/news/\"harbour\".idx", 4'000'000'000};
    write_watch_state(file_, {"/elsewhere", 1});
    write_watch_state(file_, state);
    EXPECT_EQ(read_watch_state(file_), state);
}

TEST_F(AWatchState, IsNothingAtFirst) {
    EXPECT_EQ(read_watch_state(file_), std::nullopt);
}

TEST_F(AWatchState, IsNeverGuessed) {
    for (const char* text :
         {"",
          "harbour\tharbour\n",
          "{}",
          R"({"watch":2,"index":"/a","seen":1})",
          R"({"watch":1,"index":"/a","seen":-1})",
          R"({"watch":1,"index":"/a","seen":4294967296})",
          R"({"watch":1,"seen":1})"}) {
        folder_.write("alerts.tsv.state", text);
        EXPECT_THROW(static_cast<void>(read_watch_state(file_)), Error) << text;
    }
    folder_.write("alerts.tsv.state", std::string(100'000, ' '));
    EXPECT_THROW(static_cast<void>(read_watch_state(file_)), Error);
}

TEST_F(AWatchState, SaysWhereItCannotBeKept) {
    EXPECT_THROW(write_watch_state(folder_.path() / "nowhere" / "state", {"/a", 1}), Error);
}

}  // namespace
}  // namespace broadsheet
