#include "indexer/bundle/zstd_frames.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/bundle/bundle_fixtures.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Gives its bytes a few at a time, so that every header is torn apart somewhere.
class SmallBites : public ByteSource {
public:
    SmallBites(std::string bytes, std::size_t bite) : bytes_(std::move(bytes)), bite_(bite) {}

    std::string_view read() override {
        const std::string_view bite = std::string_view(bytes_).substr(at_, bite_);
        at_ += bite.size();
        return bite;
    }

    Failure* failure() override { return nullptr; }

private:
    std::string bytes_;
    std::size_t bite_;
    std::size_t at_ = 0;
};

std::string skippable_frame(std::string_view content) {
    return "\x5a\x2a\x4d\x18" + std::string{static_cast<char>(content.size()), 0, 0, 0} +
           std::string(content);
}

TEST(ZstdFrames, EndWithTheLastOfThem) {
    const std::string whole = compressed(CompressionKind::zstd, long_text(400'000)) +
                              skippable_frame("an index") +
                              compressed(CompressionKind::zstd, "More.\n");
    for (const std::size_t bite : {std::size_t{1}, std::size_t{7}, std::size_t{1} << 20U}) {
        SmallBites below(whole + "garbage", bite);
        ZstdFrames frames(below);
        std::string read;
        for (std::string_view part = frames.read(); !part.empty(); part = frames.read())
            read += part;
        EXPECT_TRUE(read == whole) << bite;
        EXPECT_NE(frames.failure(), nullptr) << bite;
    }
}

TEST(ZstdFrames, LoseNothingToWhatStandsBehindThem) {
    const std::string text = long_text(3000);
    const std::string frame = compressed(CompressionKind::zstd, text);
    for (const char* garbage : {"\n", "abc", "garbage at the end"}) {
        const CollectingVisitor read = read_as("a.txt.zst", frame + garbage);
        EXPECT_THAT(read.entries, ElementsAre(ReadEntry{"a.txt", text}));
        ASSERT_THAT(read.problems, SizeIs(1));
        EXPECT_THAT(read.problems[0].reason, HasSubstr("behind the end"));
    }
    for (const std::size_t blanks : {1U, 4U, 10'000U}) {
        const CollectingVisitor read = read_as("a.txt.zst", frame + std::string(blanks, '\0'));
        EXPECT_THAT(read.entries, ElementsAre(ReadEntry{"a.txt", text}));
        EXPECT_THAT(read.problems, IsEmpty());
    }
}

}  // namespace
}  // namespace broadsheet::testing
