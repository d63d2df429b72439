#include "common/large_pages.h"

#include <algorithm>
#include <cstdint>
#include <new>
#include <numeric>
#include <utility>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(LargePages, AreZeroedAndBeginAtTheirBorder) {
    for (const std::size_t bytes : {std::size_t{1}, kLargePageBytes, 3 * kLargePageBytes + 5}) {
        char* memory = static_cast<char*>(allocate_large_pages(bytes));
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(memory) % kLargePageBytes, 0U);
        EXPECT_TRUE(std::all_of(memory, memory + bytes, [](char byte) { return byte == 0; }));
        std::fill_n(memory, bytes, 'x');
        free_large_pages(memory, bytes);
    }
}

TEST(LargePages, AreRefusedWhereThereCannotBeSoMany) {
    EXPECT_THROW(static_cast<void>(allocate_large_pages(SIZE_MAX - 5)), std::bad_alloc);
    EXPECT_THROW(
        static_cast<void>(LargePageAllocator<std::uint64_t>().allocate(SIZE_MAX / 4)),
        std::bad_alloc
    );
}

TEST(LargePages, KeepTheNumbersOfAVectorThatGrows) {
    constexpr std::uint32_t kNumbers = 5'000'000;  // through small memory into pages of its own
    LargeVector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < kNumbers; ++i)
        numbers.push_back(i);
    EXPECT_EQ(
        std::accumulate(numbers.begin(), numbers.end(), std::uint64_t{0}), 12'499'997'500'000U
    );
    const LargeVector<std::uint32_t> moved = std::move(numbers);
    EXPECT_EQ(moved.back(), kNumbers - 1);
}

TEST(LargePages, AreHandedOn) {
    LargePage first;
    first.data()[7] = 'x';
    LargePage second(std::move(first));
    EXPECT_EQ(second.data()[7], 'x');
    LargePage third;
    third = std::move(second);
    EXPECT_EQ(third.data()[7], 'x');
}

}  // namespace
}  // namespace broadsheet
