// The collections of the field, where they are at hand: none of their articles is lost.

#include <string>
#include <vector>

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

// What is no news in the fixtures of a newsroom's system: settings, desks, plans and contacts,
// packages that only point to other items, answers of a service without their items.
TEST(RealCollections, KeepAllItemsOfANewswire) {
    const auto path = test_data("bundles/newswire-superdesk-fixtures.tar.zst");
    if (!path) GTEST_SKIP() << "the real collections are not here";
    Census census;
    read_bundle(*path, Limits(), census);
    EXPECT_GE(census.articles, 119U);
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
            "upload_from_url_mock.json"
        )
    );
}

TEST(RealCollections, KeepAllOfWikinewsAndGnad) {
    const auto wikinews = test_data("bundles/news-wikinews.tar.zst");
    const auto gnad = test_data("bundles/news-de-10kgnad.tar.zst");
    if (!wikinews || !gnad) GTEST_SKIP() << "the real collections are not here";
    Census census;
    read_bundle(*wikinews, Limits(), census);
    EXPECT_EQ(census.articles, 496U);
    read_bundle(*gnad, Limits(), census);
    EXPECT_EQ(census.articles, 496U + 1'028U);
}

}  // namespace
}  // namespace broadsheet::testing
