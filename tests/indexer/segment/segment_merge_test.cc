#include "indexer/segment/segment_merge.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "broadsheet/error.h"
#include "tests/indexer/segment/segment_fixture.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

using testing::build;
using ::testing::ElementsAre;
using testing::expect_same;
using ::testing::IsEmpty;
using testing::TempDirectory;
using testing::Words;
using Path = std::filesystem::path;

class Fixture : public ::testing::Test {
protected:
    // Articles `begin` to `end`, each with its own word, identity, date and text.
    std::vector<ArticleTerms> articles(std::uint32_t begin, std::uint32_t end) {
        std::vector<ArticleTerms> articles;
        for (std::uint32_t number = begin; number < end; ++number) {
            const std::string name = std::to_string(number);
            const Word& own = words_.add("own" + name, "own");
            ArticleTerms article;
            article.occurrences = {
                {.word = &common_, .position = 1},
                {.word = &own, .position = 2},
                {.word = &common_, .position = 40 + number},
            };
            article.exact_terms = {"Q" + name};
            article.values = {{0, "1987" + name}};
            article.data = R"({"text":"Harbour closed, harbour closed again."})";
            articles.push_back(article);
        }
        return articles;
    }

    Path segment(std::uint32_t begin, std::uint32_t end, const testing::Metadata& metadata = {}) {
        const Path path = directory_ / ("segment" + std::to_string(begin));
        build(*make_bulk_builder(), articles(begin, end), path, metadata);
        return path;
    }

    void expect_sound(const Path& path) {
        std::ostringstream findings;
        EXPECT_EQ(Xapian::Database::check(path.string(), 0, &findings), 0U) << findings.str();
    }

    TempDirectory directory_;
    Words words_;
    const Word& common_ = words_.add("harbour", "harbour");
};

using MergeSegments = Fixture;
using RemoveArticles = Fixture;
using ModifiedByXapian = Fixture;

TEST_F(MergeSegments, IsWhatOneSegmentWouldHaveBeen) {
    const std::vector<Path> sources = {
        segment(0, 5000, {{"bundle 1", "a"}, {"schema", "1"}}),
        segment(5000, 5001, {{"bundle 2", "b"}, {"schema", "1"}}),
        segment(5001, 5001),
        segment(5002, 9000, {{"bundle 3", "c"}}),
    };
    merge_segments(sources, directory_ / "merged");
    auto all = articles(0, 5001);
    const auto rest = articles(5002, 9000);
    all.insert(all.end(), rest.begin(), rest.end());
    build(
        *make_bulk_builder(),
        all,
        directory_ / "at once",
        {{"bundle 1", "a"}, {"bundle 2", "b"}, {"bundle 3", "c"}, {"schema", "1"}}
    );
    expect_sound(directory_ / "merged");
    expect_same(directory_ / "merged", directory_ / "at once");
}

TEST_F(MergeSegments, TakesMoreSegmentsThanFilesCanBeOpen) {
    std::vector<Path> sources;
    for (std::uint32_t number = 0; number < 300; ++number) {
        sources.push_back(segment(number, number + 1));
    }
    merge_segments(sources, directory_ / "merged");
    build(*make_bulk_builder(), articles(0, 300), directory_ / "at once");
    expect_same(directory_ / "merged", directory_ / "at once");
    EXPECT_FALSE(std::filesystem::exists(directory_ / "merged.part1"));
}

TEST_F(MergeSegments, LeavesNothingBehindWhenASourceIsDamaged) {
    const Path good = segment(0, 10);
    const Path bad = segment(10, 20);
    std::ofstream(bad / "postlist.glass", std::ios::trunc) << "damaged";
    EXPECT_THROW(merge_segments({good, bad}, directory_ / "merged"), Error);
    EXPECT_FALSE(std::filesystem::exists(directory_ / "merged"));
}

TEST_F(MergeSegments, NeverWritesOverWhatExists) {
    const Path source = segment(0, 10);
    directory_.write("merged/file", "mine");
    EXPECT_THROW(merge_segments({source}, directory_ / "merged"), Error);
    EXPECT_EQ(testing::read_file(directory_ / "merged/file"), "mine");
}

TEST_F(MergeSegments, StopWhereACountWouldTakeMoreThan32Bits) {
    const Word word{.term = "ha", .stem = "ha", .number = 0};
    ArticleTerms laughter;
    for (std::uint32_t position = 1; position <= 4'000'000; ++position) {
        laughter.occurrences.push_back({.word = &word, .position = position, .weight = 255});
    }
    const auto builder = make_bulk_builder();
    builder->add(laughter);
    EXPECT_FALSE(builder->is_full());
    builder->add(laughter);
    EXPECT_TRUE(builder->is_full());
    builder->finish(directory_ / "laughter", {});
    EXPECT_FALSE(builder->is_full());

    const Path segment = directory_ / "laughter";
    EXPECT_TRUE(fit_one_segment({segment, segment}));
    EXPECT_FALSE(fit_one_segment({segment, segment, segment}));
    merge_segments({segment, segment}, directory_ / "merged");
    const Xapian::Database merged(Path(directory_ / "merged").string());
    EXPECT_EQ(merged.get_collection_freq("Zha"), 4U * 255U * 4'000'000U);
}

TEST_F(RemoveArticles, LeavesTheOthersAndTheSourceAsTheyWere) {
    const Path source = segment(0, 200, {{"schema", "1"}});
    EXPECT_EQ(remove_articles(source, directory_ / "copy", {"Q7", "Q150", "Q7", "Qnone", ""}), 2U);
    expect_sound(directory_ / "copy");
    const Xapian::Database copy((directory_ / "copy").string());
    EXPECT_EQ(copy.get_doccount(), 198U);
    EXPECT_FALSE(copy.term_exists("Q7"));
    EXPECT_FALSE(copy.term_exists("own150"));
    EXPECT_EQ(copy.get_collection_freq("harbour"), 2U * 198U);
    EXPECT_EQ(copy.get_metadata("schema"), "1");
    EXPECT_FALSE(std::filesystem::exists(directory_ / "copy/flintlock"));
    EXPECT_EQ(Xapian::Database(source.string()).get_doccount(), 200U);

    merge_segments({directory_ / "copy", segment(300, 310)}, directory_ / "merged");
    EXPECT_EQ(Xapian::Database((directory_ / "merged").string()).get_doccount(), 208U);
    expect_sound(directory_ / "merged");
}

TEST_F(RemoveArticles, WritesNothingWhereNoArticleIsMeant) {
    EXPECT_EQ(remove_articles(segment(0, 5), directory_ / "copy", {"Q7"}), 0U);
    EXPECT_FALSE(std::filesystem::exists(directory_ / "copy"));
}

TEST_F(RemoveArticles, MayLeaveNoArticle) {
    EXPECT_EQ(remove_articles(segment(0, 2), directory_ / "copy", {"Q0", "Q1"}), 2U);
    EXPECT_EQ(Xapian::Database((directory_ / "copy").string()).get_doccount(), 0U);
    expect_sound(directory_ / "copy");
}

// What another tool does to our files must come out as if Xapian had written them.
TEST_F(ModifiedByXapian, AddsReplacesAndDeletesLikeItsOwn) {
    const auto all = articles(0, 3000);
    build(*make_bulk_builder(), all, directory_ / "bulk");
    build(*make_reference_builder(), all, directory_ / "reference");
    for (const Path& path : {directory_ / "bulk", directory_ / "reference"}) {
        Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN);
        for (Xapian::docid id = 1; id < 3000; id += 3)
            database.delete_document(id);
        Xapian::Document document;
        document.add_posting("harbour", 5);
        document.add_value(0, "2019");
        document.set_data("replaced");
        for (Xapian::docid id = 2; id < 3000; id += 7)
            database.replace_document(id, document);
        for (int i = 0; i < 500; ++i)
            database.add_document(document);
        database.commit();
    }
    expect_sound(directory_ / "bulk");
    expect_same(directory_ / "bulk", directory_ / "reference");
}

TEST_F(ModifiedByXapian, ServesReadersWhileItChanges) {
    const Path path = segment(0, 1000);
    const Xapian::Database first(path.string());
    Xapian::WritableDatabase writer(path.string(), Xapian::DB_OPEN);
    writer.delete_document(Xapian::docid{500});
    writer.commit();
    const Xapian::Database second(path.string());
    EXPECT_EQ(first.get_doccount(), 1000U);
    EXPECT_EQ(first.get_document(500).get_value(0), "1987499");
    EXPECT_EQ(second.get_doccount(), 999U);
}

constexpr std::uint64_t kMegabyte = std::uint64_t{1} << 20;

TEST(ChooseMerges, IsContentWithFewSegments) {
    EXPECT_THAT(choose_merges({}), IsEmpty());
    const std::vector<std::uint64_t> sizes = {kMegabyte, 500 * kMegabyte, kMegabyte};
    EXPECT_THAT(choose_merges(sizes), IsEmpty());
}

TEST(ChooseMerges, MergesAFullTierAndNoOther) {
    std::vector<std::uint64_t> sizes(8, 3 * kMegabyte);
    sizes.insert(sizes.begin(), 900 * kMegabyte);
    EXPECT_THAT(choose_merges(sizes), ElementsAre(ElementsAre(1, 2, 3, 4, 5, 6, 7, 8)));
}

TEST(ChooseMerges, MergesTheSmallestBeyondTheMost) {
    const std::vector<std::uint64_t> sizes = {
        1,
        2'000 * kMegabyte,
        9 * kMegabyte,
        600 * kMegabyte,
        10 * kMegabyte,
        700 * kMegabyte,
        2,
        5'000 * kMegabyte,
        11 * kMegabyte,
        800 * kMegabyte};
    EXPECT_THAT(choose_merges(sizes), ElementsAre(ElementsAre(0, 6, 2)));
}

TEST(ChooseMerges, TakesSizesOfAnyKind) {
    std::vector<std::uint64_t> sizes(7, UINT64_MAX);
    sizes.resize(12, 0);
    EXPECT_THAT(choose_merges(sizes), ElementsAre(ElementsAre(7, 8, 9, 10, 11)));
}

// As a long run asks it: a segment more, then merge until the policy is content.
TEST(ChooseMerges, KeepsSegmentsFewAndRewritingLow) {
    std::vector<std::uint64_t> sizes;
    std::uint64_t written = 0;
    for (int run = 0; run < 1000; ++run) {
        sizes.push_back(4 * kMegabyte);
        for (auto groups = choose_merges(sizes); !groups.empty(); groups = choose_merges(sizes)) {
            std::vector<std::uint64_t> next;
            for (const auto& group : groups) {
                next.push_back(0);
                for (const std::size_t index : group) {
                    next.back() += sizes[index];
                    sizes[index] = 0;
                }
                written += next.back();
            }
            std::copy_if(sizes.begin(), sizes.end(), std::back_inserter(next), [](auto size) {
                return size > 0;
            });
            sizes = next;
        }
        ASSERT_LE(sizes.size(), 8U);
    }
    EXPECT_LT(written, 5 * 1000 * 4 * kMegabyte);
}

}  // namespace
}  // namespace broadsheet
