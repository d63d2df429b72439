// The collections of the field, where they are at hand: none of their articles is lost.

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/bundle/bundle.h"
#include "tests/indexer/formats/format_reading.h"
#include "tests/support/test_data.h"

namespace broadsheet::testing {
namespace {

constexpr std::string_view kAbsent = "the real collections are not here";

// Reads every entry of a bundle whole and counts what its articles have.
struct Census : BundleVisitor {
    void entry(Entry& entry) override {
        std::string content;
        for (std::string_view part = entry.read(); !part.empty(); part = entry.read())
            content += part;
        const Findings found = read_entry(entry.name(), content);
        if (found.articles.empty())
            without_article.push_back(entry.name().substr(entry.name().rfind('/') + 1));
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

    // False where the bundle is not at hand.
    bool take(std::string_view bundle) {
        const auto path = test_data(bundle);
        if (path) read_bundle(*path, Limits(), *this);
        return path.has_value();
    }

    std::vector<std::string> without_article;
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
    Census census;
    if (!census.take("bundles/reuters21578.tar.gz")) GTEST_SKIP() << kAbsent;
    EXPECT_EQ(census.articles, 21'578U);
    EXPECT_GE(census.headlines, 20'841U);
    EXPECT_GE(census.instants, 21'577U);
    EXPECT_GE(census.datelines, 19'000U);
    EXPECT_GE(census.tags, 12'000U);
}

TEST(RealCollections, KeepAllOfBbcNews) {
    Census census;
    if (!census.take("bundles/bbc-news.zip")) GTEST_SKIP() << kAbsent;
    EXPECT_EQ(census.articles, 2'225U);
    EXPECT_EQ(census.headlines, 2'225U);
    EXPECT_EQ(census.bodies, 2'225U);
}

TEST(RealCollections, KeepAllOfTwentyNewsgroups) {
    Census census;
    if (!census.take("bundles/20newsgroups.tar.xz")) GTEST_SKIP() << kAbsent;
    EXPECT_EQ(census.articles, 19'997U);
    EXPECT_EQ(census.headlines, 19'997U);
    EXPECT_GE(census.bylines, 19'980U);
    EXPECT_GE(census.instants, 19'980U);
}

// What is no news in the fixtures of a newsroom's system: settings, desks, plans and contacts,
// packages that only point to other items, answers of a service without their items; an item that
// was canceled.
TEST(RealCollections, KeepAllItemsOfANewswire) {
    Census census;
    if (!census.take("bundles/newswire-superdesk-fixtures.tar.zst")) GTEST_SKIP() << kAbsent;
    EXPECT_GE(census.articles, 118U);
    EXPECT_THAT(
        census.without_article,
        ::testing::UnorderedElementsAre(
            "LICENSE",
            "content_types.json",
            "green.ogg",
            "vocabularies.json",
            "assignments.json",
            "contacts.json",
            "desks.json",
            "events.json",
            "events_files.json",
            "events_history.json",
            "planning.json",
            "users.json",
            "LISTING 6 Simple NewsML-G2 Package.xml",
            "channel1",
            "ninjs4_mock.json",
            "snep.xml",
            "tag_reuters.com_2014_newsml_KBN0FL0NM_version_10",
            "tag_reuters.com_2016_newsml_L1N14N0FF_version_1542761538",
            "upload_from_url_mock.json"
        )
    );
}

TEST(RealCollections, KeepAllOfWikinewsAndGnad) {
    Census wikinews;
    Census gnad;
    if (!wikinews.take("bundles/news-wikinews.tar.zst")) GTEST_SKIP() << kAbsent;
    if (!gnad.take("bundles/news-de-10kgnad.tar.zst")) GTEST_SKIP() << kAbsent;
    EXPECT_EQ(wikinews.articles, 496U);
    EXPECT_EQ(gnad.articles, 1'028U);
}

}  // namespace
}  // namespace broadsheet::testing
