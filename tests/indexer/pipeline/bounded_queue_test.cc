#include "indexer/pipeline/bounded_queue.h"

#include <atomic>
#include <numeric>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(BoundedQueue, GivesValuesInTheirOrder) {
    BoundedQueue<int> queue(3);
    for (int i = 1; i <= 3; ++i)
        EXPECT_TRUE(queue.push(i));
    for (int i = 1; i <= 3; ++i)
        EXPECT_EQ(queue.pop(), i);
}

TEST(BoundedQueue, GivesWhatIsInsideAfterItWasClosed) {
    BoundedQueue<int> queue(3);
    queue.push(1);
    queue.close();
    EXPECT_FALSE(queue.push(2));
    EXPECT_EQ(queue.pop(), 1);
    EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(BoundedQueue, LetsAWaitingProducerGoWhenItIsClosed) {
    BoundedQueue<int> queue(1);
    queue.push(1);
    std::thread producer([&] { EXPECT_FALSE(queue.push(2)); });
    queue.close();
    producer.join();
}

TEST(BoundedQueue, LosesAndDoublesNothingBetweenManyThreads) {
    constexpr int kValues = 20'000;
    BoundedQueue<int> queue(5);
    std::atomic<long> sum = 0;
    std::atomic<int> count = 0;
    std::vector<std::thread> consumers;
    for (int i = 0; i < 4; ++i) {
        consumers.emplace_back([&] {
            while (const auto value = queue.pop()) {
                sum += *value;
                ++count;
            }
        });
    }
    for (int i = 0; i < kValues; ++i)
        queue.push(i);
    queue.close();
    for (auto& consumer : consumers)
        consumer.join();
    EXPECT_EQ(count, kValues);
    EXPECT_EQ(sum, long{kValues} * (kValues - 1) / 2);
}

}  // namespace
}  // namespace broadsheet
