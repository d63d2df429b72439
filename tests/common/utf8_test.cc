#include "common/utf8.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet {

namespace {

// The oracle: RFC 3629's grammar, written as its table 3-7 in the Unicode standard, one row each.
struct Row {
    unsigned first_low, first_high, second_low, second_high;
    std::size_t length;
};

constexpr Row kWellFormed[] = {
    {0x00, 0x7F, 0, 0, 1},
    {0xC2, 0xDF, 0x80, 0xBF, 2},
    {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3},
    {0xED, 0xED, 0x80, 0x9F, 3},
    {0xEE, 0xEF, 0x80, 0xBF, 3},
    {0xF0, 0xF0, 0x90, 0xBF, 4},
    {0xF1, 0xF3, 0x80, 0xBF, 4},
    {0xF4, 0xF4, 0x80, 0x8F, 4},
};

bool within(unsigned char byte, unsigned low, unsigned high) {
    return byte >= low && byte <= high;
}

// How many bytes the code point at the start of `text` takes; 0 when it is ill-formed.
std::size_t oracle_length(std::string_view text) {
    for (const Row& row : kWellFormed) {
        if (!within(text[0], row.first_low, row.first_high)) continue;
        if (text.size() < row.length) return 0;
        if (row.length > 1 && !within(text[1], row.second_low, row.second_high)) return 0;
        for (std::size_t i = 2; i < row.length; ++i) {
            if (!within(text[i], 0x80, 0xBF)) return 0;
        }
        return row.length;
    }
    return 0;
}

bool oracle_is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = oracle_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string encoded(char32_t code_point) {
    std::string out;
    append_utf8(out, code_point);
    return out;
}

void expect_as_the_oracle(const std::string& text) {
    const std::size_t length = oracle_length(text);
    const CodePoint c = decode_utf8(text, 0);
    ASSERT_EQ(c.valid, length != 0) << ::testing::PrintToString(text);
    ASSERT_EQ(c.length, length == 0 ? 1 : length) << ::testing::PrintToString(text);
    if (length == 0) {
        ASSERT_EQ(c.value, char32_t{0xFFFD});
    }
    ASSERT_EQ(is_utf8(text), oracle_is_utf8(text)) << ::testing::PrintToString(text);
}

// Bytes at the borders of every class of the table.
constexpr unsigned char kBorders[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF,
                                      0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
                                      0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFE, 0xFF};

TEST(Utf8Decoding, GivesBackEveryCodePoint) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c == 0xD800) c = 0xE000;
        const std::string text = encoded(c);
        const CodePoint read = decode_utf8(text, 0);
        ASSERT_TRUE(read.valid) << text;
        ASSERT_EQ(read.value, c);
        ASSERT_EQ(read.length, text.size());
    }
}

TEST(Utf8Decoding, AgreesWithTheStandardOnEveryPairOfBytes) {
    for (unsigned first = 0; first < 256; ++first) {
        expect_as_the_oracle({static_cast<char>(first)});
        for (unsigned second = 0; second < 256; ++second)
            expect_as_the_oracle({static_cast<char>(first), static_cast<char>(second)});
    }
}

TEST(Utf8Decoding, AgreesWithTheStandardOnThreeAndFourBytesAtTheBorders) {
    for (const unsigned char a : kBorders) {
        for (const unsigned char b : kBorders) {
            for (const unsigned char c : kBorders) {
                expect_as_the_oracle(
                    {static_cast<char>(a), static_cast<char>(b), static_cast<char>(c)}
                );
                for (const unsigned char d : kBorders) {
                    expect_as_the_oracle(
                        {static_cast<char>(a),
                         static_cast<char>(b),
                         static_cast<char>(c),
                         static_cast<char>(d)}
                    );
                }
            }
        }
    }
}

TEST(Utf8Decoding, StartsAtTheOffset) {
    const std::string text = "a\xC3\xA9z";
    EXPECT_EQ(decode_utf8(text, 1).value, U'\u00E9');
    EXPECT_FALSE(decode_utf8(text, 2).valid);
    EXPECT_EQ(decode_utf8(text, 3).value, U'z');
}

TEST(Utf8Decoding, NeverReadsPastTheEnd) {
    for (const std::string& whole : {encoded(0xE9), encoded(0x20AC), encoded(0x1F4F0)}) {
        for (std::size_t size = 1; size < whole.size(); ++size) {
            const std::vector<char> cut(whole.begin(), whole.begin() + static_cast<long>(size));
            EXPECT_FALSE(decode_utf8({cut.data(), cut.size()}, 0).valid);
        }
    }
}

TEST(Utf8Encoding, WritesTheReplacementForWhatHasNone) {
    EXPECT_EQ(encoded(0xD800), "\xEF\xBF\xBD");
    EXPECT_EQ(encoded(0xDFFF), "\xEF\xBF\xBD");
    EXPECT_EQ(encoded(0x110000), "\xEF\xBF\xBD");
    EXPECT_EQ(encoded(0xFFFFFFFF), "\xEF\xBF\xBD");
}

TEST(Utf8Encoding, AppendsToWhatIsThere) {
    std::string out = "caf";
    append_utf8(out, 0xE9);
    EXPECT_EQ(out, "caf\xC3\xA9");
}

TEST(Utf8Checking, TakesNothingForWellFormed) {
    EXPECT_TRUE(is_utf8(""));
    EXPECT_TRUE(is_utf8(std::string_view()));
}

TEST(Utf8Checking, FindsOneBadByteAnywhereInALongText) {
    // Longer than any vector register, so that each lane and the tail are seen.
    for (std::size_t at = 0; at < 200; ++at) {
        std::string text(200, 'a');
        text[at] = '\xFF';
        ASSERT_FALSE(is_utf8(text)) << at;
    }
}

TEST(Utf8Checking, AgreesWithTheStandardOnRandomBytes) {
    std::mt19937 random(1);  // NOLINT(cert-msc51-cpp): the same bytes in every run
    std::uniform_int_distribution<std::size_t> pick(0, std::size(kBorders) - 1);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::size_t i = 0; i < 1 + static_cast<std::size_t>(round) % 70; ++i)
            text.push_back(static_cast<char>(kBorders[pick(random)]));
        ASSERT_EQ(is_utf8(text), oracle_is_utf8(text)) << ::testing::PrintToString(text);
        ASSERT_TRUE(oracle_is_utf8(repair_utf8(text))) << ::testing::PrintToString(text);
    }
}

TEST(Utf8Repair, LeavesWellFormedTextAlone) {
    const std::string text = "Guaid\xC3\xB3 \xE2\x80\x9Cnow\xE2\x80\x9D \xF0\x9F\x93\xB0";
    EXPECT_EQ(repair_utf8(text), text);
    EXPECT_EQ(repair_utf8(""), "");
}

TEST(Utf8Repair, ReadsStrayBytesAsWindows1252) {
    EXPECT_EQ(repair_utf8("caf\xE9"), "caf\xC3\xA9");
    EXPECT_EQ(repair_utf8("\x93quoted\x94 \x80"), "\xE2\x80\x9Cquoted\xE2\x80\x9D \xE2\x82\xAC");
    EXPECT_EQ(
        repair_utf8("don\x92t \x96 stop\x85"), "don\xE2\x80\x99t \xE2\x80\x93 stop\xE2\x80\xA6"
    );
}

TEST(Utf8Repair, ReplacesBytesWindows1252Lacks) {
    for (const char* byte : {"\x81", "\x8D", "\x8F", "\x90", "\x9D"})
        EXPECT_EQ(repair_utf8(byte), "\xEF\xBF\xBD");
}

TEST(Utf8Repair, KeepsTheGoodPartsOfMixedText) {
    EXPECT_EQ(repair_utf8("\xC3\xA9 and \xE9"), "\xC3\xA9 and \xC3\xA9");
}

TEST(Utf8Repair, ReadsOverlongFormsAndSurrogatesByteByByte) {
    EXPECT_EQ(repair_utf8("\xC0\xAF"), "\xC3\x80\xC2\xAF");
    EXPECT_EQ(repair_utf8("\xED\xA0\x80"), "\xC3\xAD\xC2\xA0\xE2\x82\xAC");
}

TEST(Utf8Prefix, GivesTheWholeTextWhenItFits) {
    EXPECT_EQ(utf8_prefix("abc", 3), "abc");
    EXPECT_EQ(utf8_prefix("abc", 99), "abc");
    EXPECT_EQ(utf8_prefix("", 0), "");
}

TEST(Utf8Prefix, NeverCutsACodePointAndNeverGivesUpMoreThanItMust) {
    const std::string text = "a" + encoded(0xE9) + encoded(0x20AC) + encoded(0x1F4F0) + "z";
    const std::size_t ends[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 11};
    for (std::size_t size = 0; size < std::size(ends); ++size)
        EXPECT_EQ(utf8_prefix(text, size).size(), ends[size]) << size;
}

TEST(Utf8Prefix, KeepsIllFormedBytesInsteadOfRunningToTheStart) {
    const std::string stray = "Q" + std::string(300, '\x80');
    EXPECT_EQ(utf8_prefix(stray, 200).size(), 200U);
    EXPECT_EQ(utf8_prefix(std::string(5, '\xE2'), 2).size(), 2U);
}

TEST(Utf8Length, CountsCodePointsNotBytes) {
    EXPECT_EQ(utf8_length(""), 0U);
    EXPECT_EQ(utf8_length("abc"), 3U);
    EXPECT_EQ(utf8_length(encoded(0xE9) + encoded(0x20AC) + encoded(0x1F4F0)), 3U);
}

}  // namespace

}  // namespace broadsheet
