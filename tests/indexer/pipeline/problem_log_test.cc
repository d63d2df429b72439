#include "indexer/pipeline/problem_log.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

Problem problem(ProblemKind kind, std::uint64_t position, const char* reason) {
    return {kind, "b", "e", position, reason};
}

TEST(ProblemLog, GivesProblemsInTheOrderOfBundlesEntriesAndPositions) {
    ProblemLog log(10);
    log.add(2, 0, problem(ProblemKind::malformed, 0, "fourth"));
    log.add(1, 5, problem(ProblemKind::malformed, 9, "third"));
    log.add(1, 5, problem(ProblemKind::malformed, 1, "second"));
    log.add(1, 4, problem(ProblemKind::malformed, 7, "first"));
    const auto problems = log.take_sorted();
    ASSERT_EQ(problems.size(), 4U);
    EXPECT_EQ(problems[0].reason, "first");
    EXPECT_EQ(problems[1].reason, "second");
    EXPECT_EQ(problems[2].reason, "third");
    EXPECT_EQ(problems[3].reason, "fourth");
}

TEST(ProblemLog, CountsWhatWasLostApartFromWhatIsNoArticle) {
    ProblemLog log(10);
    log.add(1, 0, problem(ProblemKind::not_article, 0, ""));
    log.add(1, 1, problem(ProblemKind::unreadable, 0, ""));
    log.add(1, 2, problem(ProblemKind::over_limit, 0, ""));
    EXPECT_EQ(log.left_out(), 2U);
    EXPECT_EQ(log.skipped(), 1U);
}

TEST(ProblemLog, CountsMoreProblemsThanItKeeps) {
    ProblemLog log(2);
    for (int i = 0; i < 5; ++i)
        log.add(1, 0, problem(ProblemKind::malformed, 0, ""));
    EXPECT_EQ(log.left_out(), 5U);
    EXPECT_EQ(log.take_sorted().size(), 2U);
}

}  // namespace
}  // namespace broadsheet
