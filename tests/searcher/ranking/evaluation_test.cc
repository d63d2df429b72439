#include "searcher/ranking/evaluation.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/error.h"

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr double kFourDigits = 5e-5;

TEST(Evaluation, AgreesWithFiguresWorkedOutByHand) {
    const Judgments judgments = parse_judgments("q 0 a 1\nq 0 b 2\nq 0 c 1\nq 0 d 0\n");
    const Measures m = evaluate_query(judgments, "q", {"x", "b", "d", "a", "y", "z"});
    // Relevant at ranks 2 and 4 of three: (1/2 + 2/4) / 3.
    EXPECT_NEAR(m.average_precision, 0.3333, kFourDigits);
    EXPECT_NEAR(m.precision_5, 0.4, kFourDigits);
    EXPECT_NEAR(m.precision_10, 0.2, kFourDigits);
    EXPECT_NEAR(m.precision_30, 0.0667, kFourDigits);
    EXPECT_NEAR(m.reciprocal_rank, 0.5, kFourDigits);
    EXPECT_NEAR(m.recall_100, 0.6667, kFourDigits);
    // (2/log2(3) + 1/log2(5)) / (2 + 1/log2(3) + 1/log2(4)) = 1.69254 / 3.13093
    EXPECT_NEAR(m.ndcg_10, 0.5406, kFourDigits);
}

TEST(Evaluation, CutsEachMeasureAtItsDepth) {
    Judgments judgments;
    std::vector<std::string> articles;
    for (int i = 0; i < 1100; ++i) {
        articles.push_back(std::to_string(i));
        if (i == 5 || i == 10 || i == 30 || i == 100 || i == 1000)
            judgments.add("q", articles.back(), 1);
    }
    const Measures m = evaluate_query(judgments, "q", articles);
    EXPECT_EQ(m.precision_5, 0);
    EXPECT_NEAR(m.precision_10, 0.1, kFourDigits);
    EXPECT_NEAR(m.precision_30, 0.0667, kFourDigits);
    EXPECT_NEAR(m.recall_100, 0.6, kFourDigits);
    EXPECT_NEAR(m.recall_1000, 0.8, kFourDigits);
    EXPECT_NEAR(
        m.ndcg_10,
        1 / std::log2(7) / (1 + 1 / std::log2(3) + 0.5 + 1 / std::log2(5) + 1 / std::log2(6)),
        1e-9
    );
}

TEST(Evaluation, CountsAnArticleGivenTwiceOnce) {
    const Judgments judgments = parse_judgments("q 0 a 1");
    EXPECT_NEAR(evaluate_query(judgments, "q", {"a", "a"}).precision_5, 0.2, kFourDigits);
}

TEST(Evaluation, TakesUnansweredQueriesAsZeroAndLeavesUnjudgedOnesOut) {
    const Judgments judgments = parse_judgments("p 0 a 1\nq 0 a 1\nr 0 a 0\n");
    const auto by_query = evaluate(judgments, {{"p", {"a"}}, {"r", {"a"}}});
    ASSERT_EQ(by_query.size(), 2U);
    EXPECT_NEAR(mean(by_query).average_precision, 0.5, kFourDigits);
}

TEST(Evaluation, OrdersARunByScoreAndThenByNameAsTrecEvalDoes) {
    const auto run = parse_run("q Q0 low 1 1.5 x\nq Q0 high 2 2.5 x\nq Q0 also 3 2.5 x\r\n\n");
    EXPECT_THAT(run.at("q"), ElementsAre("high", "also", "low"));
}

TEST(Evaluation, NamesTheLineItCannotRead) {
    try {
        (void)parse_judgments("q 0 a 1\nq 0 a\n");
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("line 2"));
    }
    EXPECT_THROW((void)parse_run("q Q0 a 1 high x"), Error);
}

TEST(RandomisationTest, TellsADifferenceFromChance) {
    const std::vector<double> low = {.1, .2, .3, .1, .2, .3, .1, .2, .3, .2};
    std::vector<double> high = low;
    for (double& figure : high)
        figure += 0.2;
    std::vector<double> shuffled = {.2, .1, .3, .3, .1, .2, .2, .1, .2, .3};
    EXPECT_LT(randomisation_test(low, high), 0.01);
    EXPECT_GT(randomisation_test(low, shuffled), 0.5);
    EXPECT_EQ(randomisation_test(low, low), 1);
}

}  // namespace
}  // namespace broadsheet
