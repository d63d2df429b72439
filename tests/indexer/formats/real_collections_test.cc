// The collections of the field, where they are at hand: none of their articles is lost.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/bundle/bundle.h"
#include "tests/indexer/formats/format_reading.h"
#include "tests/support/test_data.h"

namespace broadsheet::testing {
namespace {

// Reads every entry of a bundle whole and counts what its articles have.
struct Census : BundleVisitor {
    void entry(Entry& entry) override {
        std::string content;
        for (std::string_view part = entry.read(); !part.empty(); part = entry.read())
            content += part;
        const Findings found = read_entry(entry.name(), content);
        articles += found.articles.size();
        problems += found.problems.size();
        for (const Article& article : found.articles) {
            headlines += article.headline.empty() ? 0 : 1;
            bylines += article.byline.empty() ? 0 : 1;
            instants +=
                article.published && article.published->precision == DatePrecision::instant ? 1 : 0;
            datelines += article.dateline.place.empty() ? 0 : 1;
            bodies += article.paragraphs.empty() ? 0 : 1;
            tags += article.tags.empty() ? 0 : 1;
        }
    }

    void problem(Problem) override { ++problems; }

    void consumed(std::uint64_t) override {}

    std::size_t articles = 0;
    std::size_t problems = 0;
    std::size_t headlines = 0;
    std::size_t bylines = 0;
    std::size_t instants = 0;
    std::size_t datelines = 0;
    std::size_t bodies = 0;
    std::size_t tags = 0;
};

TEST(RealCollections, KeepAllOfReuters21578) {
    const auto path = test_data("bundles/reuters21578.tar.gz");
    if (!path) GTEST_SKIP() << "the real collections are not here";
    Census census;
    read_bundle(*path, Limits(), census);
    EXPECT_EQ(census.articles, 21'578U);
    EXPECT_GE(census.headlines, 20'841U);
    EXPECT_GE(census.instants, 21'577U);
    EXPECT_GE(census.datelines, 19'000U);
    EXPECT_GE(census.tags, 12'000U);
}

TEST(RealCollections, KeepAllOfBbcNews) {
    const auto path = test_data("bundles/bbc-news.zip");
    if (!path) GTEST_SKIP() << "the real collections are not here";
    Census census;
    read_bundle(*path, Limits(), census);
    EXPECT_EQ(census.articles, 2'225U);
    EXPECT_EQ(census.headlines, 2'225U);
    EXPECT_EQ(census.bodies, 2'225U);
}

TEST(RealCollections, KeepAllOfTwentyNewsgroups) {
    const auto path = test_data("bundles/20newsgroups.tar.xz");
    if (!path) GTEST_SKIP() << "the real collections are not here";
    Census census;
    read_bundle(*path, Limits(), census);
    EXPECT_EQ(census.articles, 19'997U);
    EXPECT_EQ(census.headlines, 19'997U);
    EXPECT_GE(census.bylines, 19'980U);
    EXPECT_GE(census.instants, 19'980U);
}

}  // namespace
}  // namespace broadsheet::testing
