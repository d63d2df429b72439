#include "searcher/ordered_work.h"

#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

// Works as a batch does; every seventh piece takes its time.
void work_through(OrderedWork<std::size_t>& work) {
    while (const auto number = work.take()) {
        if (*number % 7 == 0) std::this_thread::yield();
        work.put(*number, *number * 2);
    }
}

TEST(OrderedWork, GivesOnInOrderWhoeverWasFirst) {
    for (const std::size_t workers : {1U, 2U, 5U}) {
        OrderedWork<std::size_t> work(1000, 3);
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < workers; ++i)
            threads.emplace_back([&] { work_through(work); });
        for (std::size_t i = 0; i < 1000; ++i)
            ASSERT_EQ(work.next(), i * 2);
        EXPECT_EQ(work.next(), std::nullopt);
    }
}

TEST(OrderedWork, LetsNobodyRunFarAhead) {
    OrderedWork<int> work(10, 2);
    EXPECT_EQ(work.take(), 0U);
    EXPECT_EQ(work.take(), 1U);
    work.put(1, 11);
    std::optional<std::size_t> third;
    {
        const std::jthread waiting([&] { third = work.take(); });
        work.put(0, 10);
        EXPECT_EQ(work.next(), 10);
    }
    EXPECT_EQ(third, 2U);
}

TEST(OrderedWork, HandsOnAFailure) {
    OrderedWork<int> work(2, 2);
    EXPECT_EQ(work.take(), 0U);
    const std::jthread failing([&] {
        work.fail(std::make_exception_ptr(std::runtime_error("the disk failed")));
    });
    EXPECT_THROW((void)work.next(), std::runtime_error);
}

TEST(OrderedWork, EndsForThoseWhoWait) {
    OrderedWork<int> work(10, 1);
    EXPECT_EQ(work.take(), 0U);
    std::optional<std::size_t> second = 7;
    {
        const std::jthread waiting([&] { second = work.take(); });
        work.end();
    }
    EXPECT_EQ(second, std::nullopt);
}

}  // namespace
}  // namespace broadsheet
