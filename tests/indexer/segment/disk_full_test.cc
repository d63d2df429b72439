#include <csignal>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "broadsheet/error.h"
#include "indexer/segment/segment_merge.h"
#include "tests/indexer/segment/segment_fixture.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

using testing::build;
using testing::TempDirectory;

// While it lives, no file can grow beyond `bytes`: writing then fails as on a full disk.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{.rlim_cur = bytes, .rlim_max = before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }

    ~SmallDisk() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    void (*handler_)(int);
    rlimit before_{};
};

constexpr rlim_t kTooSmall = 100'000;

std::vector<ArticleTerms> articles_of_noise() {
    std::mt19937 random(1);
    std::vector<ArticleTerms> articles(3);
    for (auto& article : articles) {
        while (article.data.size() < 100'000)
            article.data.push_back(static_cast<char>(random()));
    }
    return articles;
}

template <typename Write>
void expect_nothing_left(const std::filesystem::path& path, const Write& write) {
    try {
        const SmallDisk disk(kTooSmall);
        write();
        FAIL() << "it should not have fitted";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::unwritable) << error.what();
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(DiskFull, LeavesNoSegmentOfTheBulkBuilder) {
    const TempDirectory directory;
    const auto builder = make_bulk_builder();
    const auto path = directory / "segment";
    expect_nothing_left(path, [&] { build(*builder, articles_of_noise(), path); });
}

TEST(DiskFull, LeavesNoSegmentOfTheReferenceBuilder) {
    const TempDirectory directory;
    const auto builder = make_reference_builder();
    const auto path = directory / "segment";
    expect_nothing_left(path, [&] { build(*builder, articles_of_noise(), path); });
}

TEST(DiskFull, LeavesNoMergedSegmentAndNoPart) {
    const TempDirectory directory;
    const auto source = directory / "source";
    build(*make_bulk_builder(), articles_of_noise(), source);
    const std::vector<std::filesystem::path> sources(130, source);
    expect_nothing_left(directory / "merged", [&] {
        merge_segments(sources, directory / "merged");
    });
    EXPECT_FALSE(std::filesystem::exists(directory / "merged.part1"));
}

TEST(DiskFull, LeavesTheBuilderWithWhatItHad) {
    const TempDirectory directory;
    const auto builder = make_bulk_builder();
    for (const auto& article : articles_of_noise())
        builder->add(article);
    expect_nothing_left(directory / "first", [&] { builder->finish(directory / "first", {}); });
    EXPECT_EQ(builder->article_count(), 3U);
    builder->finish(directory / "second", {});
    build(*make_reference_builder(), articles_of_noise(), directory / "reference");
    testing::expect_same(directory / "second", directory / "reference");
}

}  // namespace
}  // namespace broadsheet
