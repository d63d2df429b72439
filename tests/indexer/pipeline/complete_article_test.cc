#include "indexer/pipeline/complete_article.h"

#include <gtest/gtest.h>

#include "common/article.h"

namespace broadsheet {
namespace {

Article article() {
    Article a;
    a.headline = "Harbour reopens after storm";
    a.paragraphs = {
        "The harbour of Ostmark reopened on Monday, the town's council said, after a week of "
        "repairs.",
        "Ferries will sail again from the northern pier, and the market returns on Thursday."};
    a.origin = {.bundle = "b.tar", .entry = "day/one.txt"};
    return a;
}

TEST(CompleteArticle, KeepsTheIdAndLanguageOfThePublisher) {
    Article a = article();
    a.id = "x-1";
    a.language = "en-GB";
    complete_article(a, {}, "fr");
    EXPECT_EQ(a.id, "x-1");
    EXPECT_EQ(a.language, "en");
}

TEST(CompleteArticle, TakesTheLanguageAskedForWhereThePublisherNamesNone) {
    Article a = article();
    complete_article(a, {}, "fr");
    EXPECT_EQ(a.language, "fr");
}

TEST(CompleteArticle, DetectsTheLanguageOtherwise) {
    Article a = article();
    complete_article(a, {}, "");
    EXPECT_EQ(a.language, "en");
}

TEST(CompleteArticle, MakesTheSameIdFromTheSameFileInAnyBundle) {
    Article from_tar = article();
    Article from_folder = article();
    from_folder.origin = {.bundle = "folder", .entry = "one.txt"};
    complete_article(from_tar, {}, "");
    complete_article(from_folder, {}, "");
    EXPECT_FALSE(from_tar.id.empty());
    EXPECT_EQ(from_tar.id, from_folder.id);
}

TEST(CompleteArticle, MakesAnotherIdFromAnotherText) {
    Article a = article();
    Article b = article();
    b.paragraphs.back() += " Or Friday.";
    complete_article(a, {}, "");
    complete_article(b, {}, "");
    EXPECT_NE(a.id, b.id);
    EXPECT_NE(a.origin.digest, b.origin.digest);
}

TEST(CompleteArticle, KeepsIdsToOneLine) {
    Article a = article();
    a.id = "  x\n1\t ";
    complete_article(a, {}, "");
    EXPECT_EQ(a.id, "x 1");
}

TEST(CompleteArticle, TakesAddressAndPlaceOfAWebArchivesRecord) {
    Article a = article();
    complete_article(a, {.url = "https://gazette.example/1", .position = 4711}, "");
    EXPECT_EQ(a.url, "https://gazette.example/1");
    EXPECT_EQ(a.origin.position, 4711U);
}

TEST(CompleteArticle, TakesADatelineOffTheFirstParagraph) {
    Article a = article();
    a.paragraphs.front().insert(0, "OSTMARK, April 30 (NPA) - ");
    complete_article(a, {}, "");
    EXPECT_EQ(a.dateline.place, "OSTMARK");
    EXPECT_EQ(a.dateline.date, "April 30");
    EXPECT_EQ(a.dateline.agency, "NPA");
    EXPECT_EQ(a.paragraphs, article().paragraphs);
}

TEST(CompleteArticle, KeepsTheDatelineOfTheFormat) {
    Article a = article();
    a.dateline.place = "VESTHAVN";
    a.paragraphs.front().insert(0, "OSTMARK (NPA) - ");
    complete_article(a, {}, "");
    EXPECT_EQ(a.dateline.place, "VESTHAVN");
    EXPECT_TRUE(a.paragraphs.front().starts_with("OSTMARK"));
}

TEST(HasText, AsksForMoreThanBlanks) {
    Article a;
    EXPECT_FALSE(has_text(a));
    a.paragraphs = {" \n"};
    a.tags = {"grain"};
    EXPECT_FALSE(has_text(a));
    a.captions = {{"A harbour.", ""}};
    EXPECT_TRUE(has_text(a));
}

TEST(TextBytes, CountsWhatIsRead) {
    Article a;
    a.headline = "12345";
    a.paragraphs = {"123", "1"};
    a.captions = {{"12", "1"}};
    a.url = "not counted";
    EXPECT_EQ(text_bytes(a), 12U);
}

TEST(DropUnbelievableDates, LeavesOutWhatLiesInTheFutureOrBeforeNewspapers) {
    const Date now = *make_instant(2019, 4, 30, 12, 0, 0);
    Article a = article();
    a.published = make_date(2019, 5, 1);
    a.updated = make_date(2091, 5, 1);
    EXPECT_EQ(
        drop_unbelievable_dates(a, now),
        "the date 2091-05-01 lies in the future: it is left out, the article is kept"
    );
    EXPECT_EQ(a.published, make_date(2019, 5, 1));
    EXPECT_EQ(a.updated, std::nullopt);

    a.published = make_date(19);
    EXPECT_NE(drop_unbelievable_dates(a, now), "");
    EXPECT_EQ(a.published, std::nullopt);
    EXPECT_EQ(drop_unbelievable_dates(a, now), "");
}

}  // namespace
}  // namespace broadsheet
