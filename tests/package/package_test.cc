#include <cstdlib>
#include <string>

#include <gtest/gtest.h>

#include "tests/searcher/test_index.h"
#include "tests/support/test_data.h"

namespace broadsheet {
namespace {

TEST(Package, IsFoundByCMakeAndByPkgConfig) {
    const testing::TestIndex index(
        {{testing::make_article("a", "Harbour strike ends", "Dockers went back to work.")}}
    );
    const std::string command = (testing::source_directory() / "tests/package/run.sh").string() +
                                " " BROADSHEET_BUILD_DIRECTORY " " + index.path().string();
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
}

}  // namespace
}  // namespace broadsheet
