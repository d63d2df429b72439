#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/format_reading.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(XmlRecords, AreTheElementsWithAHeadlineAndAText) {
    const Findings found = read_fixture("xml-records", "press.xml");
    ASSERT_THAT(found.articles, SizeIs(2));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.id, "pa-1");
    EXPECT_EQ(a.headline, "Fog closes harbour");
    EXPECT_EQ(a.language, "en");
    EXPECT_THAT(a.authors, ElementsAre("Lena Voss", "Jon Asher"));
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30");
    EXPECT_THAT(a.tags, ElementsAre("fog", "harbours"));
    EXPECT_THAT(
        a.paragraphs,
        ElementsAre(
            "No ship left the harbour of Port Amber on Monday.", "The ferry waits at the long pier."
        )
    );
    const Article& b = found.articles[1];
    EXPECT_EQ(b.headline, "Harbour opens & ferry leaves");
    EXPECT_EQ(to_iso(b.published.value()), "2019-05-02");
    EXPECT_THAT(b.paragraphs, ElementsAre("The first ferry left at noon.", "Nobody waved."));
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_EQ(found.problems[0].kind, ProblemKind::not_article);
}

TEST(XmlRecords, MayBeOneArticleAFile) {
    const Article article = read_article(
        "a.xml",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<Artikel><Titel>N\xE4he</Titel>"
        "<Text>Der Nebel blieb.</Text></Artikel>"
    );
    EXPECT_EQ(article.headline, "Nähe");
    EXPECT_THAT(article.paragraphs, ElementsAre("Der Nebel blieb."));
}

TEST(XmlRecords, AreReadInPiecesAsWhole) {
    std::string text = "<?xml version=\"1.0\"?>\n<news>\n";
    for (int i = 0; i < 50; ++i) {
        text += "<item><title>Fog, day " + std::to_string(i) +
                "</title><text>No ship left.</text>" +
                "<related><title>Fog</title></related></item>\n";
    }
    text += "</news>\n";
    const Findings found = read_in_pieces(*find_format("xml-records"), "a.xml", text, 300);
    ASSERT_THAT(found.articles, SizeIs(50));
    EXPECT_EQ(found.articles[49].headline, "Fog, day 49");
    EXPECT_THAT(found.problems, IsEmpty());
}

TEST(XmlRecords, AreNotPagesPicturesOrBuildFiles) {
    EXPECT_EQ(
        chosen_format(
            "a.xml", "<?xml version=\"1.0\"?><html><body><article><title>x</title><body>"
        ),
        "html-page"
    );
    for (const char* other :
         {"<?xml version=\"1.0\"?><svg><title>Map</title><text>Sea</text></svg>",
          "<?xml version=\"1.0\"?><project><name>Fog</name><description>No text.</description>"
          "</project>",
          "<?xml version=\"1.0\"?><list><title>Fog</title></list>"})
        EXPECT_NE(chosen_format("a.xml", other), "xml-records") << other;
}

}  // namespace
}  // namespace broadsheet::testing
