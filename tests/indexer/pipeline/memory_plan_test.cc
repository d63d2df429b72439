#include "indexer/pipeline/memory_plan.h"

#include <gtest/gtest.h>

#include "broadsheet/error.h"

namespace broadsheet {
namespace {

constexpr std::uint64_t kMiB = 1ULL << 20U;

std::uint64_t planned(const MemoryPlan& plan) {
    return plan.jobs * plan.segment_bytes +
           (plan.queue_capacity + 1 + 3ULL * plan.jobs) * plan.batch_bytes;
}

TEST(MemoryPlan, StaysWithinTheMemoryGiven) {
    for (const std::uint64_t memory : {64 * kMiB, 256 * kMiB, 4096 * kMiB}) {
        for (const unsigned jobs : {1U, 2U, 8U}) {
            const MemoryPlan plan = plan_memory({.jobs = jobs, .memory_bytes = memory});
            EXPECT_EQ(plan.jobs, jobs);
            EXPECT_LE(planned(plan), memory) << memory << " bytes, " << jobs << " jobs";
            EXPECT_GE(plan.batch_bytes, 64U << 10U);
        }
    }
}

TEST(MemoryPlan, UsesWhatItIsGiven) {
    const MemoryPlan small = plan_memory({.jobs = 2, .memory_bytes = 128 * kMiB});
    const MemoryPlan large = plan_memory({.jobs = 2, .memory_bytes = 2048 * kMiB});
    EXPECT_GT(large.segment_bytes, 10 * small.segment_bytes);
    EXPECT_GT(planned(large), 1500 * kMiB);
}

TEST(MemoryPlan, RefusesTooLittle) {
    EXPECT_THROW(plan_memory({.jobs = 1, .memory_bytes = kMiB}), Error);
}

TEST(MemoryPlan, TakesTheMachineWhereNothingIsSaid) {
    const MemoryPlan plan = plan_memory({});
    EXPECT_GE(plan.jobs, 1U);
    EXPECT_GT(plan.segment_bytes, 0U);
}

}  // namespace
}  // namespace broadsheet
