#include "indexer/segment/short_deflate.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <zlib.h>

namespace broadsheet {
namespace {

// What zlib, with which the engine reads tags, makes of a packed one; nothing if it refuses.
std::optional<std::string> unpacked(std::string_view packed, std::size_t room) {
    std::string out(room + 1, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -15) != Z_OK) return std::nullopt;
    std::string in(packed);
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int end = inflate(&stream, Z_FINISH);
    const bool whole = end == Z_STREAM_END && stream.avail_in == 0;
    out.resize(stream.total_out);
    inflateEnd(&stream);
    if (!whole) return std::nullopt;
    return out;
}

class ShortDeflateTest : public ::testing::Test {
protected:
    // The bytes it takes; the tag's own where it is not packed.
    std::size_t check(std::string_view tag) {
        // A copy whose end is the end of its memory, for the sanitizers.
        const std::vector<char> bytes(tag.begin(), tag.end());
        const auto packed = deflate_.pack({bytes.data(), bytes.size()});
        if (!packed) return tag.size();
        EXPECT_LT(packed->size(), tag.size());
        const auto back = unpacked(*packed, tag.size());
        EXPECT_TRUE(back && *back == tag) << "of " << tag.size() << " bytes";
        return packed->size();
    }

    ShortDeflate deflate_;
    std::mt19937 random_{7};
};

std::string prose(std::size_t words) {
    constexpr std::array<std::string_view, 12> kWords = {
        "the",
        "harbour",
        "council",
        "voted",
        "to",
        "open",
        "ferries",
        "again",
        "mayor",
        "Lindqvist",
        "said",
        "on Monday."};
    std::string text;
    std::minstd_rand random(11);
    for (std::size_t i = 0; i < words; ++i)
        text.append(kWords[random() % kWords.size()]).append(i % 13 == 12 ? "\n" : " ");
    return text;
}

TEST_F(ShortDeflateTest, PacksProse) {
    const std::string text = prose(300);
    EXPECT_LT(check(text), text.size() / 2);
}

TEST_F(ShortDeflateTest, PacksEveryLength) {
    const std::string text = prose(200);
    for (std::size_t size = 1; size <= text.size(); ++size)
        check(std::string_view(text).substr(0, size));
}

TEST_F(ShortDeflateTest, PacksTheLongestTag) {
    std::string text = prose(8000);
    ASSERT_GE(text.size(), ShortDeflate::kTagBytesMax);
    text.resize(ShortDeflate::kTagBytesMax);
    EXPECT_LT(check(text), text.size() / 2);
}

TEST_F(ShortDeflateTest, PacksOneByteManyTimes) {
    for (const std::size_t size : {2U, 19U, 258U, 259U, 516U, 517U, 4096U, 32768U})
        check(std::string(size, 'a'));
    EXPECT_LT(check(std::string(32768, 'a')), 200U);
}

TEST_F(ShortDeflateTest, ReachesFromEndToEnd) {
    std::string tag(ShortDeflate::kTagBytesMax, '\0');
    for (auto& byte : tag)
        byte = static_cast<char>(random_() % 8 + 'a');
    tag.replace(0, 20, "ABCDEFGHIJKLMNOPQRST");
    tag.replace(tag.size() - 40, 20, "ABCDEFGHIJKLMNOPQRST");
    check(tag);
}

TEST_F(ShortDeflateTest, LeavesNoiseAsItIs) {
    std::string noise(5000, '\0');
    for (auto& byte : noise)
        byte = static_cast<char>(random_());
    EXPECT_EQ(deflate_.pack(noise), std::nullopt);
}

// Counts like these would make codes of more than fifteen bits.
TEST_F(ShortDeflateTest, KeepsCodesShortWhereCountsGrowAsFibonaccis) {
    std::string tag;
    std::size_t count = 1;
    std::size_t before = 1;
    for (char byte = 'a'; tag.size() + count < ShortDeflate::kTagBytesMax; ++byte) {
        tag.append(count, byte);
        count += std::exchange(before, count);
    }
    std::shuffle(tag.begin(), tag.end(), random_);
    check(tag);
}

TEST_F(ShortDeflateTest, PacksBytesOfAnyDistribution) {
    for (int round = 0; round < 2000; ++round) {
        std::string tag(1 + random_() % 3000, '\0');
        const unsigned alphabet = 1 + random_() % 256;
        const unsigned skew = 1 + random_() % 5;
        for (auto& byte : tag) {
            unsigned value = random_() % alphabet;
            for (unsigned i = 1; i < skew; ++i)
                value = std::min<unsigned>(value, random_() % alphabet);
            byte = static_cast<char>(value);
        }
        // Some of it again, as words are.
        for (unsigned copies = random_() % 40; copies > 0; --copies) {
            const std::size_t size = std::min<std::size_t>(tag.size(), 3 + random_() % 300);
            const std::size_t from = random_() % (tag.size() - size + 1);
            const std::size_t to = random_() % (tag.size() - size + 1);
            tag.replace(to, size, tag.substr(from, size));
        }
        check(tag);
    }
}

}  // namespace
}  // namespace broadsheet
