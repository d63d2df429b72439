// Text exports of press databases: LexisNexis, Factiva, ProQuest, EBSCO.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/format_reading.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(LexisNexis, ReadsTheOlderForm) {
    const Findings found = read_fixture("lexisnexis", "old.txt");
    ASSERT_THAT(found.articles, SizeIs(2));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.source, "The Amber Courier");
    EXPECT_EQ(a.headline, "Fog Closes Harbour for a Third Day");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30");
    EXPECT_THAT(a.authors, ElementsAre("ANA BRANDT", "JON ASHER"));
    EXPECT_EQ(a.section, "Section A");
    EXPECT_EQ(a.dateline, (Dateline{"PORT AMBER", "April 29", ""}));
    EXPECT_EQ(a.language, "en");
    EXPECT_THAT(a.tags, ElementsAre("FOG", "HARBORS & PORTS"));
    EXPECT_THAT(a.places, ElementsAre("PORT AMBER"));
    EXPECT_THAT(a.captions, ElementsAre(Caption{"PHOTO: The pier on Monday. (LENA VOSS)", ""}));
    EXPECT_THAT(
        a.paragraphs,
        ElementsAre(
            "The harbour of Port Amber stayed closed on Monday, the third day of dense fog.",
            "''We wait,'' said the harbour master. Her list is short: one ferry, two tugs.",
            "Section: four sailors, no more."
        )
    );
    const Article& b = found.articles[1];
    EXPECT_EQ(b.source, "The Amber Courier");
    EXPECT_EQ(b.headline, "Harbour Opens");
    EXPECT_THAT(b.paragraphs, ElementsAre("The harbour of Port Amber opened again on Wednesday."));
    EXPECT_THAT(found.problems, IsEmpty());
}

TEST(LexisNexis, ReadsNexisUni) {
    const Findings found = read_fixture("lexisnexis", "uni.txt");
    ASSERT_THAT(found.articles, SizeIs(2));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.source, "The Amber Courier");
    EXPECT_EQ(a.headline, "Fog Closes Harbour for a Third Day");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30");
    EXPECT_EQ(a.deck, "One ferry and two tugs wait.");
    EXPECT_THAT(a.paragraphs, SizeIs(2));
    EXPECT_THAT(a.captions, SizeIs(1));
    EXPECT_EQ(found.articles[1].headline, "Harbour Opens");
}

TEST(LexisNexis, CountsInOtherLanguages) {
    const Article article = read_article(
        "a.txt",
        "                     1 von 1 DOKUMENT\n\n                   Bernsteiner Bote\n\n"
        "               1. Mai 2019\n\nHafen wieder offen\n\nAUTOR: Ana Brandt\n\n"
        "L\xC3\x84NGE: 9 W\xC3\xB6rter\n\nDer Hafen von Bernstein ist wieder offen.\n\n"
        "UPDATE: 1. Mai 2019\n\nSPRACHE: GERMAN; DEUTSCH\n"
    );
    EXPECT_EQ(article.headline, "Hafen wieder offen");
    EXPECT_EQ(article.language, "de");
    EXPECT_EQ(to_iso(article.published.value()), "2019-05-01");
    EXPECT_THAT(article.paragraphs, ElementsAre("Der Hafen von Bernstein ist wieder offen."));
}

TEST(LexisNexis, LeavesTextsThatCountAlone) {
    EXPECT_EQ(
        chosen_format("a.txt", "Page\n\n1 of 3 documents\n\nThat is all there is to say.\n"),
        "plain-text"
    );
}

TEST(Factiva, ReadsCodes) {
    const Findings found = read_fixture("factiva", "coded.txt");
    ASSERT_THAT(found.articles, SizeIs(2));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.id, "AMBNS00020190430ef4u00001");
    EXPECT_EQ(a.headline, "Fog closes harbour for a third day");
    EXPECT_EQ(a.source, "Amber News Service");
    EXPECT_EQ(a.section, "Local");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30");
    EXPECT_EQ(a.dateline, (Dateline{"PORT AMBER", "April 30", "ANS"}));
    EXPECT_THAT(
        a.paragraphs,
        ElementsAre(
            "The harbour of Port Amber stayed closed on Monday.",
            "\"We wait,\" said the harbour master.",
            "One ferry and two tugs lie at the pier."
        )
    );
    EXPECT_THAT(
        a.tags,
        ElementsAre(
            "Port of Amber Ltd", "Sea Transport", "Transport", "Weather", "Political/General News"
        )
    );
    EXPECT_THAT(a.places, ElementsAre("Amber"));
    EXPECT_EQ(found.articles[1].headline, "Harbour opens");
}

TEST(Factiva, ReadsWhatIsDisplayed) {
    const Findings found = read_fixture("factiva", "displayed.txt");
    ASSERT_THAT(found.articles, SizeIs(2));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.headline, "Fog closes harbour for a third day");
    EXPECT_EQ(a.section, "Local");
    EXPECT_THAT(a.authors, ElementsAre("Ana Brandt"));
    EXPECT_EQ(a.source, "Amber News Service");
    EXPECT_EQ(a.language, "en");
    EXPECT_THAT(a.paragraphs, SizeIs(2));
    const Article& b = found.articles[1];
    EXPECT_EQ(b.id, "BERNB00020190501ef5100002");
    EXPECT_EQ(b.headline, "Hafen wieder offen");
    EXPECT_EQ(to_iso(b.published.value()), "2019-05-01");
}

TEST(ProQuest, ReadsRecordsBehindTheCoverPage) {
    const Findings found = read_fixture("proquest", "proquest.txt");
    ASSERT_THAT(found.articles, SizeIs(2));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.id, "2216000001");
    EXPECT_EQ(a.headline, "Fog Closes Harbour for a Third Day");
    EXPECT_EQ(a.source, "Amber Courier, Late Edition");
    EXPECT_THAT(a.authors, ElementsAre("Ana Brandt", "Jon Asher"));
    EXPECT_EQ(a.deck, "One ferry and two tugs wait.");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30");
    EXPECT_EQ(a.section, "Local");
    EXPECT_EQ(a.url, "https://search.example/docview/2216000001");
    EXPECT_THAT(a.paragraphs, SizeIs(2));
    EXPECT_THAT(a.tags, ElementsAre("Fog", "Harbors & ports"));
    EXPECT_THAT(a.places, ElementsAre("Port Amber"));
    EXPECT_EQ(found.articles[1].source, "Amber Courier");
    EXPECT_EQ(to_iso(found.articles[1].published.value()), "2019-05-01");
    EXPECT_THAT(found.problems, SizeIs(1));
}

TEST(ProQuest, ReadsRecordsOfEbsco) {
    const Findings found = read_fixture("proquest", "ebsco.txt");
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_EQ(found.articles[0].source, "Amber Courier");
    EXPECT_EQ(to_iso(found.articles[0].published.value()), "2019-04-30");
    EXPECT_EQ(to_iso(found.articles[1].published.value()), "2019-05-01");
    EXPECT_THAT(
        found.articles[1].paragraphs,
        ElementsAre("The harbour of Port Amber opened again on Wednesday.")
    );
}

void expect_two_of_nexis(const Findings& found) {
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_THAT(found.problems, IsEmpty());
    const Article& a = found.articles[0];
    EXPECT_EQ(a.headline, "Fog Closes Harbour for a Third Day");
    EXPECT_EQ(a.source, "The Amber Courier");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30");
    EXPECT_THAT(a.authors, ElementsAre("Ana Brandt"));
    EXPECT_EQ(a.dateline.place, "PORT AMBER");
    EXPECT_THAT(
        a.paragraphs,
        ElementsAre(
            "The harbour of Port Amber stayed closed on Monday, the third day of dense fog.",
            "“We wait,” said the harbour master of Größ Island."
        )
    );
    EXPECT_EQ(found.articles[1].headline, "Harbour Opens");
    EXPECT_THAT(found.articles[1].paragraphs, ElementsAre("The first ferry left at noon."));
}

TEST(Docx, ReadsADownloadOfNexisUni) {
    expect_two_of_nexis(read_fixture("docx", "document.xml"));
}

TEST(Docx, ReadsAnyOtherDocumentAsPlainText) {
    const Article article = read_article(
        "word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:body><w:p><w:r><w:t>Fog closes harbour</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>No ship"
        "</w:t><w:tab/><w:t>left.</w:t></w:r></w:p></w:body></w:document>"
    );
    EXPECT_EQ(article.headline, "Fog closes harbour");
    EXPECT_THAT(article.paragraphs, ElementsAre("No ship left."));
}

TEST(Odt, ReadsTheTextWithoutRemarksAndDeletions) {
    const Findings found = read_fixture("odt", "content.xml");
    ASSERT_THAT(found.articles, SizeIs(1));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.headline, "Fog closes harbour of Port Amber");
    EXPECT_EQ(a.byline, "By Lena Voss");
    EXPECT_EQ(a.dateline.place, "PORT AMBER");
    EXPECT_THAT(
        a.paragraphs,
        ElementsAre(
            "No ship left the harbour on Monday, the third day of fog.",
            "The ferry waits at the long pier."
        )
    );
}

TEST(Odt, LeavesTheOtherPartsOfADocument) {
    const Findings meta = read_entry(
        "meta.xml",
        "<?xml version=\"1.0\"?><office:document-meta "
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"><office:meta/>"
        "</office:document-meta>"
    );
    EXPECT_THAT(meta.articles, IsEmpty());
    ASSERT_THAT(meta.problems, SizeIs(1));
    EXPECT_EQ(meta.problems[0].kind, ProblemKind::not_article);
    EXPECT_THAT(
        read_entry("mimetype", "application/vnd.oasis.opendocument.text").articles, IsEmpty()
    );
}

TEST(Docx, LeavesTheOtherPartsOfADocument) {
    const Findings found = read_entry(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
    );
    EXPECT_THAT(found.articles, IsEmpty());
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_EQ(found.problems[0].kind, ProblemKind::not_article);
}

TEST(Rtf, ReadsADownloadOfNexisUni) {
    expect_two_of_nexis(read_fixture("rtf", "nexis.rtf"));
}

TEST(Rtf, ReadsUnicodeAndCodePages) {
    const Article article = read_article(
        "a.rtf",
        "{\\rtf1\\ansi\\ansicpg1251\\uc1 Headline {\\*\\secret x}here\\par\n"
        "\\'cf\\'ee\\'f0\\'f2 \\u8212? \\u-10179?\\u-8704? {\\uc0\\u233}t\\'e9\\par}"
    );
    EXPECT_EQ(article.headline, "Headline here");
    EXPECT_THAT(article.paragraphs, ElementsAre("Порт — 😀 étй"));
}

TEST(Rtf, SurvivesAHundredThousandGroups) {
    const Findings found =
        read_entry("a.rtf", "{\\rtf1 Fog\\par " + std::string(100'000, '{') + "No ship left.");
    ASSERT_THAT(found.articles, SizeIs(1));
    EXPECT_THAT(found.articles[0].paragraphs, ElementsAre("No ship left."));
}

}  // namespace
}  // namespace broadsheet::testing
