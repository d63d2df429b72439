#include <memory>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "broadsheet/error.h"
#include "indexer/segment/article_limits.h"
#include "indexer/segment/segment_builder.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

using testing::TempDirectory;

TEST(ReferenceBuilder, MakesTheTermsArticleTermsPromises) {
    const TempDirectory directory;
    const Word word{.term = "flooded", .stem = "flood", .number = 0};
    const Word number{.term = "1987", .stem = "", .number = 1};
    ArticleTerms article;
    article.occurrences = {
        {.word = &word, .position = 1, .field = 1, .weight = 3},
        {.word = &number, .position = 2, .field = 0, .weight = 1},
        {.word = &word, .position = 105, .field = 0, .weight = 1},
    };
    article.exact_terms = {"Qa1"};
    article.values = {{0, "19870226"}};
    article.data = "{}";
    const auto builder = make_reference_builder();
    builder->add(article);
    EXPECT_EQ(builder->article_count(), 1U);
    EXPECT_GT(builder->memory_bytes(), 0U);
    builder->finish(directory / "segment", {{"schema", "1"}});
    EXPECT_EQ(builder->article_count(), 0U);

    const Xapian::Database database((directory / "segment").string());
    const std::string prefix(ArticleTerms::field_prefixes().at(1));
    const auto document = database.get_document(1);
    EXPECT_EQ(database.get_collection_freq("flooded"), 2U);
    EXPECT_EQ(database.get_collection_freq("Zflood"), 4U);
    EXPECT_EQ(database.get_collection_freq(prefix + "flooded"), 1U);
    EXPECT_EQ(database.get_collection_freq("Z" + prefix + "flood"), 1U);
    EXPECT_EQ(database.get_collection_freq("Qa1"), 0U);
    EXPECT_TRUE(database.term_exists("Qa1"));
    EXPECT_FALSE(database.term_exists("Z1987"));
    EXPECT_EQ(database.get_doclength(1), 2U + 4U + 1U + 1U + 1U);
    EXPECT_EQ(*database.positionlist_begin(1, "1987"), 2U);
    EXPECT_EQ(database.positionlist_begin(1, "Zflood"), database.positionlist_end(1, "Zflood"));
    EXPECT_EQ(document.get_value(0), "19870226");
    EXPECT_EQ(document.get_data(), "{}");
    EXPECT_EQ(database.get_metadata("schema"), "1");
}

TEST(ReferenceBuilder, RefusesAnArticleOverTheLimitAndGoesOn) {
    const TempDirectory directory;
    const auto builder = make_reference_builder();
    ArticleTerms article;
    article.data.assign(kArticleDataBytesMax + 1, 'x');
    EXPECT_THROW(builder->add(article), Error);
    article.data = "short";
    builder->add(article);
    builder->finish(directory / "segment", {});
    EXPECT_EQ(Xapian::Database((directory / "segment").string()).get_doccount(), 1U);
}

TEST(ReferenceBuilder, NeverWritesOverWhatExists) {
    const TempDirectory directory;
    directory.write("segment/file", "mine");
    const auto builder = make_reference_builder();
    builder->add({});
    EXPECT_THROW(builder->finish(directory / "segment", {}), Error);
    EXPECT_EQ(testing::read_file(directory / "segment/file"), "mine");
}

}  // namespace
}  // namespace broadsheet
