#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/format_reading.h"
#include "tests/support/temp_directory.h"
#include "tests/support/test_data.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::string_view kMagazine =
    "The Tidewatch\n"
    "\n"
    "Why Is the Lighthouse of Port Amber Dark? Does the Keeper Know?\n"
    "\n"
    "A white tower on a rock, with no light in it.\n"
    "The lighthouse at Port Amber on May 2, a week after its lamp went out. Mira Oduya/Northern "
    "Images\n"
    "\n"
    "Nobody has seen the lamp burn since April.\n"
    "\n"
    "“We are waiting for a part,” said the keeper, José Ferrão.\n";

TEST(PlainText, TellsKickerHeadlineCaptionAndBodyApart) {
    const Article article = read_article("tower.txt", kMagazine);
    EXPECT_EQ(article.section, "The Tidewatch");
    EXPECT_EQ(article.headline, "Why Is the Lighthouse of Port Amber Dark? Does the Keeper Know?");
    EXPECT_THAT(
        article.captions,
        ElementsAre(
            Caption{"A white tower on a rock, with no light in it.", ""},
            Caption{
                "The lighthouse at Port Amber on May 2, a week after its lamp went out.",
                "Mira Oduya/Northern Images"}
        )
    );
    EXPECT_THAT(
        article.paragraphs,
        ElementsAre(
            "Nobody has seen the lamp burn since April.",
            "“We are waiting for a part,” said the keeper, José Ferrão."
        )
    );
}

TEST(PlainText, TakesTheFirstLineAsHeadline) {
    const Article article = read_article(
        "business/001.txt",
        "Ferry line posts record loss\n\nThe ferry line lost four million crowns.\n\nIt blamed "
        "fog.\n"
    );
    EXPECT_EQ(article.headline, "Ferry line posts record loss");
    EXPECT_EQ(article.section, "");
    EXPECT_THAT(
        article.paragraphs,
        ElementsAre("The ferry line lost four million crowns.", "It blamed fog.")
    );
}

TEST(PlainText, JoinsWrappedLines) {
    const Article article = read_article(
        "fog.txt",
        "Fog closes the harbour\n\nThe harbour was closed for\nthe third day, said\nits "
        "master.\n\nNo\n"
        "ship was hurt.\n"
    );
    EXPECT_THAT(
        article.paragraphs,
        ElementsAre(
            "The harbour was closed for the third day, said its master.", "No ship was hurt."
        )
    );
}

TEST(PlainText, StartsParagraphsAtIndentedLines) {
    const Article article = read_article(
        "fog.txt",
        "Fog closes the harbour\n\n    The harbour was closed for\nthe third day.\n    No ship "
        "was\n"
        "hurt.\n"
    );
    EXPECT_THAT(
        article.paragraphs,
        ElementsAre("The harbour was closed for the third day.", "No ship was hurt.")
    );
}

TEST(PlainText, ReadsBylineDateAndDateline) {
    const Article article = read_article(
        "fog.txt",
        "Fog closes the harbour\n\nBy Ana Brandt and Tom Osei\nApril 30, 2019\n\nPORT AMBER, April "
        "30 "
        "(Coast News) - The harbour was closed.\n"
    );
    EXPECT_EQ(article.byline, "By Ana Brandt and Tom Osei");
    EXPECT_THAT(article.authors, ElementsAre("Ana Brandt", "Tom Osei"));
    ASSERT_TRUE(article.published);
    EXPECT_EQ(to_iso(*article.published), "2019-04-30");
    EXPECT_EQ(article.dateline, (Dateline{"PORT AMBER", "April 30", "Coast News"}));
    EXPECT_THAT(article.paragraphs, ElementsAre("The harbour was closed."));
}

TEST(PlainText, ReadsThePostUnderAName) {
    const Article article = read_article(
        "a.txt",
        "TRAM LINE APPROVED\n\nBy EDDA MARSH\nStaff Writer\nMarch 12, 2019\n\n"
        "BRENHOLM, March 12 (NPA) -- The town approved a tram line\nafter a long night.\n"
    );
    EXPECT_EQ(article.byline, "By EDDA MARSH, Staff Writer");
    EXPECT_THAT(article.authors, ElementsAre("EDDA MARSH"));
    EXPECT_EQ(to_iso(article.published.value()), "2019-03-12");
    EXPECT_EQ(article.dateline.place, "BRENHOLM");
    EXPECT_THAT(
        article.paragraphs, ElementsAre("The town approved a tram line after a long night.")
    );
}

TEST(PlainText, KeepsALoneParagraphAsBody) {
    const Article article = read_article("note", "The harbour was closed for the third day.");
    EXPECT_EQ(article.headline, "");
    EXPECT_THAT(article.paragraphs, ElementsAre("The harbour was closed for the third day."));
}

TEST(PlainText, ReadsOtherEncodings) {
    const Article article = read_article(
        "fog.txt", "Caf\xE9 am Hafen geschlossen\n\nDas Caf\xE9 bleibt zu, sagte Herr J\xE4ger.\n"
    );
    EXPECT_EQ(article.headline, "Café am Hafen geschlossen");
}

TEST(PlainText, LeavesOutSideFiles) {
    for (const std::string_view name : {"README", "docs/LICENSE.txt", "COPYING", "x/lewis.dtd"}) {
        const Findings found =
            read_entry(name, "This collection was gathered by us.\n\nEnjoy it.\n");
        EXPECT_THAT(found.articles, IsEmpty()) << name;
        ASSERT_THAT(found.problems, SizeIs(1)) << name;
        EXPECT_EQ(found.problems[0].kind, ProblemKind::not_article) << name;
    }
}

TEST(PlainText, LeavesOutLists) {
    std::string topics;
    for (const std::string_view topic :
         {"acq", "alum", "barley", "bop", "carcass", "cocoa", "coffee", "corn"})
        topics += std::string(topic) + "\n";
    const Findings found = read_entry("topics.txt", topics);
    EXPECT_THAT(found.articles, IsEmpty());
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_THAT(found.problems[0].reason, HasSubstr("list"));
}

TEST(PlainText, RefusesBinaryData) {
    EXPECT_EQ(chosen_format("a.txt", std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16)), "none");
    EXPECT_EQ(chosen_format("a.txt", std::string(100, '\0')), "none");
    EXPECT_EQ(chosen_format("a.txt", ""), "none");
}

TEST(PlainText, ReadsTheSeedArticle) {
    const auto path = test_data("000_c21da95896c3ac3b.txt");
    if (!path) GTEST_SKIP() << "the real collections are not here";
    const Article article = read_article("seed.txt", read_file(*path));
    EXPECT_EQ(article.section, "The Slatest");
    EXPECT_THAT(article.headline, HasSubstr("Military Coup"));
    ASSERT_THAT(article.captions, SizeIs(2));
    EXPECT_EQ(article.captions[1].credit, "Federico Parra/Getty Images");
    EXPECT_THAT(article.paragraphs, SizeIs(8));
}

TEST(PlainText, ReadsChineseWithWideIndents) {
    const Article article = read_article(
        "0.txt",
        "清榆队闯入决赛\n　　清榆队昨天战胜对手，\n闯入决赛。\n　　教练说队员们踢得好。　　球迷庆祝"
        "到深夜。"
    );
    EXPECT_EQ(article.headline, "清榆队闯入决赛");
    EXPECT_THAT(
        article.paragraphs,
        ElementsAre("清榆队昨天战胜对手，闯入决赛。", "教练说队员们踢得好。", "球迷庆祝到深夜。")
    );
}

TEST(PlainText, LeavesFilesThatStandForOthers) {
    const Findings found = read_entry(
        "news.txt", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
    );
    EXPECT_THAT(found.articles, IsEmpty());
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_THAT(found.problems[0].reason, ::testing::HasSubstr("git lfs pull"));
}

}  // namespace
}  // namespace broadsheet::testing
