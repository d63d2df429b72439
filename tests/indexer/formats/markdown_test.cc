#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/format_reading.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Markdown, ReadsFrontMatterAndText) {
    const Findings found = read_fixture("markdown", "fog.md");
    ASSERT_THAT(found.articles, SizeIs(1));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.headline, "Fog closes harbour");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30");
    EXPECT_THAT(a.authors, ElementsAre("Ana Brandt"));
    EXPECT_THAT(a.tags, ElementsAre("fog", "harbour"));
    EXPECT_THAT(
        a.paragraphs,
        ElementsAre("The harbour was closed for a third day.", "Why", "It is the fog.")
    );
}

TEST(Markdown, ReadsListsInFrontMatterAndToml) {
    const Findings yaml =
        read_entry("a.md", "---\ntitle: Fog\ntags:\n  - sea\n  - rain\n---\nFoggy.\n");
    ASSERT_THAT(yaml.articles, SizeIs(1));
    EXPECT_THAT(yaml.articles[0].tags, ElementsAre("sea", "rain"));
    const Findings toml =
        read_entry("a.md", "+++\ntitle = \"Fog\"\ndate = 2019-04-30\n+++\nFoggy.\n");
    ASSERT_THAT(toml.articles, SizeIs(1));
    EXPECT_EQ(toml.articles[0].headline, "Fog");
    EXPECT_TRUE(toml.articles[0].published);
}

TEST(Markdown, TakesTheFirstHeadingAsHeadline) {
    const Findings found =
        read_entry("a.md", "# Fog *again*\n\nIt is `foggy`.\n\n```\ncode\n```\n");
    ASSERT_THAT(found.articles, SizeIs(1));
    EXPECT_EQ(found.articles[0].headline, "Fog again");
    EXPECT_THAT(found.articles[0].paragraphs, ElementsAre("It is foggy."));
}

TEST(Markdown, LeavesOutReadmes) {
    EXPECT_THAT(read_entry("README.md", "# About\n\nThis is it.\n").articles, IsEmpty());
}

TEST(Story, SeparatesHighlights) {
    const Findings found = read_fixture("story", "fog.story");
    ASSERT_THAT(found.articles, SizeIs(1));
    EXPECT_EQ(found.articles[0].dateline, (Dateline{"PORT AMBER", "", "CN"}));
    EXPECT_EQ(found.articles[0].deck, "Fog closes harbour · Ships wait");
    EXPECT_THAT(
        found.articles[0].paragraphs,
        ElementsAre("The harbour was closed for a third day.", "Nobody left.")
    );
}

}  // namespace
}  // namespace broadsheet::testing
