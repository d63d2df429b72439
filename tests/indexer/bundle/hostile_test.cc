#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "tests/indexer/bundle/bundle_fixtures.h"
#include "tests/support/test_data.h"

namespace broadsheet::testing {
namespace {

/// Counts what comes out and keeps nothing.
class CountingVisitor : public BundleVisitor {
public:
    void entry(Entry& entry) override {
        ++entries;
        for (std::string_view block = entry.read(); !block.empty(); block = entry.read())
            bytes += block.size();
    }

    void problem(Problem problem) override {
        ++problems;
        EXPECT_FALSE(problem.reason.empty());
    }

    void consumed(std::uint64_t /*bytes*/) override {}

    std::uint64_t entries = 0;
    std::uint64_t bytes = 0;
    std::uint64_t problems = 0;
};

std::int64_t peak_kibibytes() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss;
}

#ifdef __SANITIZE_ADDRESS__  // which keeps freed memory for a while
constexpr std::int64_t kGrowthMaxKibibytes = std::int64_t{2000} << 10U;
#else
constexpr std::int64_t kGrowthMaxKibibytes = std::int64_t{200} << 10U;
#endif

/// The archives that libarchive tests itself with; three of them make bsdtar hang, and one of
/// those takes all memory there is.
TEST(HostileArchives, AllPassWithEveryContainerEnabled) {
    const auto archives = test_data("hostile/hostile-libarchive.tar.zst");
    if (!archives) GTEST_SKIP() << "the real collections are absent";
    const auto names = optional_containers();
    // Packed together they expand too far for a bundle of this size, as they should.
    const Limits limits{.expansion_max = 5000, .containers = {names.begin(), names.end()}};
    const std::int64_t before = peak_kibibytes();
    CountingVisitor visitor;
    read_bundle(*archives, limits, visitor);
    EXPECT_GT(visitor.entries, 600U);
    EXPECT_GT(visitor.problems, 150U);
    EXPECT_LT(peak_kibibytes() - before, kGrowthMaxKibibytes);
}

TEST(HostileArchives, StopWhereTheBundleExpandsTooFar) {
    const auto archives = test_data("hostile/hostile-libarchive.tar.zst");
    if (!archives) GTEST_SKIP() << "the real collections are absent";
    CountingVisitor visitor;
    read_bundle(*archives, {}, visitor);
    EXPECT_GT(visitor.entries, 200U);
    EXPECT_LT(visitor.bytes, std::uint64_t{1} << 30U);
}

}  // namespace
}  // namespace broadsheet::testing
