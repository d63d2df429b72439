#include "indexer/info.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/error.h"
#include "common/index/layout.h"
#include "common/index/stub.h"
#include "indexer/pipeline/index_run.h"
#include "tests/support/temp_directory.h"
#include "tests/support/wire_articles.h"

namespace broadsheet {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

class Silent : public IndexListener {
public:
    void progress(const IndexProgress& /*progress*/) override {}
};

class Info : public ::testing::Test {
protected:
    Info() {
        Silent silent;
        const auto wire = folder_.write("wire.jsonl", testing::wire_articles(200));
        const auto more = folder_.write(
            "more.jsonl",
            R"({"id":"x","title":"Der Hafen","text":"Der Hafen ist wieder offen, sagte der Rat der Stadt am Montag.",)"
            R"("source":"Ostmark Gazette","date":"1987-02-26"})"
        );
        index_bundles(
            {.index = index_, .bundles = {wire, more}, .jobs = 2, .memory_bytes = 128U << 20U},
            silent
        );
    }

    // Overwrites the middle of the segment's file with zeros.
    void damage(const char* table) const {
        const auto file = segment_path(index_, read_stub(index_).front()) / table;
        std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
        const auto size = static_cast<std::streamoff>(std::filesystem::file_size(file));
        out.seekp(size / 2);
        out.write(std::string(4096, '\0').data(), std::min<std::streamoff>(4096, size - size / 2));
    }

    const testing::TempDirectory folder_;
    const std::filesystem::path index_ = folder_ / "news.idx";
};

TEST_F(Info, CountsArticlesLanguagesSourcesAndBundles) {
    const IndexInfo info = read_info(index_);
    EXPECT_EQ(info.articles, 201U);
    EXPECT_EQ(info.segments, read_stub(index_).size());
    EXPECT_THAT(info.languages, ::testing::Contains(Pair("de", 1U)));
    EXPECT_THAT(info.sources, ::testing::ElementsAre(Pair("ostmark gazette", 1U)));
    ASSERT_THAT(info.bundles, SizeIs(2));
    EXPECT_EQ(info.bundles[0].articles + info.bundles[1].articles, 201U);
    EXPECT_GT(info.table_bytes.at("position"), 0U);
}

TEST_F(Info, SaysWhichDatesAreCovered) {
    const IndexInfo info = read_info(index_);
    EXPECT_EQ(info.first_date, "1987-02-26");
    EXPECT_EQ(info.dated, 201U);
    EXPECT_THAT(info_text(info), HasSubstr("1987-02-26 to 20"));
}

TEST_F(Info, IsSafeForATerminal) {
    IndexInfo info;
    info.bundles.push_back({.path = "a\x1b[31m.tar", .articles = 1});
    EXPECT_THAT(info_text(info), ::testing::Not(HasSubstr("\x1b")));
    EXPECT_THAT(info_text(info), HasSubstr("not read to its end yet"));
}

TEST_F(Info, FindsNoDamageInASoundIndex) {
    EXPECT_THAT(check_index(index_), IsEmpty());
}

TEST_F(Info, FindsDamage) {
    damage("postlist.glass");
    const auto damaged = check_index(index_);
    ASSERT_THAT(damaged, SizeIs(1));
    EXPECT_THAT(damaged[0], HasSubstr(read_stub(index_).front()));
}

TEST(InfoOfNothing, SaysThatThereIsNoIndex) {
    const testing::TempDirectory folder;
    EXPECT_THROW(read_info(folder.path()), Error);
    EXPECT_THROW(check_index(folder.path()), Error);
}

}  // namespace
}  // namespace broadsheet
