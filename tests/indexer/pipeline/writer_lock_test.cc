#include "indexer/pipeline/writer_lock.h"

#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

#include "broadsheet/error.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

TEST(WriterLock, TellsASecondWriterWhoHoldsIt) {
    const testing::TempDirectory index;
    const WriterLock first(index.path());
    try {
        const WriterLock second(index.path());
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::locked);
        EXPECT_NE(
            std::string(error.what()).find("process " + std::to_string(getpid())), std::string::npos
        );
    }
}

TEST(WriterLock, IsFreeAgainWhenItsHolderHasGone) {
    const testing::TempDirectory index;
    { const WriterLock first(index.path()); }
    EXPECT_NO_THROW(WriterLock(index.path()));
}

TEST(WriterLock, IgnoresAFileLeftByAKilledWriter) {
    const testing::TempDirectory index;
    index.write("lock", "99999999\n");
    EXPECT_NO_THROW(WriterLock(index.path()));
}

TEST(WriterLock, CannotBeHadWhereNothingCanBeWritten) {
    const testing::TempDirectory folder;
    try {
        const WriterLock lock(folder / "missing");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::unwritable);
    }
}

}  // namespace
}  // namespace broadsheet
