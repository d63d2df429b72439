#include "common/eight_bytes.h"

#include <string>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

// The answer for one byte between others, which must not touch it.
bool in_place(std::uint64_t answer, unsigned place) {
    return (answer >> (8 * place + 7) & 1U) != 0;
}

TEST(EightBytes, AreComparedEachByItself) {
    for (unsigned value = 0; value < 256; ++value) {
        for (const unsigned char around : {0x00, 0x1F, 0x20, 0x7F, 0x80, 0xFF}) {
            for (unsigned place = 0; place < 8; ++place) {
                std::string text(8, static_cast<char>(around));
                text[place] = static_cast<char>(value);
                const std::uint64_t bytes = eight_bytes::load(text.data());
                const std::uint64_t blanks = eight_bytes::equal(bytes, ' ');
                const std::uint64_t controls = eight_bytes::below(bytes, 0x20);
                EXPECT_EQ((blanks | controls) & ~eight_bytes::kTopBits, 0U);
                EXPECT_EQ(in_place(blanks, place), value == 0x20);
                EXPECT_EQ(in_place(controls, place), value < 0x20);
                EXPECT_EQ(in_place(blanks, (place + 1) % 8), around == 0x20);
                EXPECT_EQ(in_place(controls, (place + 1) % 8), around < 0x20);
            }
        }
    }
}

}  // namespace
}  // namespace broadsheet
