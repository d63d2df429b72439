// Texts in other scripts, and texts that only the data of a page hold.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/html/one_page.h"
#include "tests/indexer/formats/html/page_texts.h"

namespace broadsheet {
namespace {

using testing::article_in;
using ::testing::ElementsAre;
using testing::in_elements;
using ::testing::IsEmpty;
using testing::page_with;
using testing::Paragraphs;
using testing::pier;
using testing::read_page;

TEST(Scripts, ThaiParagraphsNeedNoStop) {
    const Paragraphs text{
        "สภาท่าเรือออสต์มาร์กลงมติเมื่อคืนวันอังคารให้ปิดท่าเรือข้าวเก่า ยุติข้อพิพาทที่แบ่งแยกเมืองมานานสิบเอ็ดปี",
        "วิศวกรพบรอยร้าวในเสาเก้าต้นจากสิบสี่ต้นเมื่อฤดูใบไม้ร่วงที่แล้ว และสองต้นถูกตัดสินว่าไม่ปลอดภัย",
        "มติผ่านด้วยคะแนนแปดต่อห้าหลังการอภิปรายจนเกือบเที่ยงคืน"};
    const std::string page = "<html lang=th><title>สภาท่าเรือมีมติ</title><div><h1>สภาท่าเรือมีมติ</h1>" +
                             in_elements(text, "p") + "</div></html>";
    EXPECT_EQ(article_in(page).paragraphs, text);
}

TEST(Scripts, AmharicSentencesEndWithTheirOwnStop) {
    const Paragraphs text{
        "የኦስትማርክ የወደብ ምክር ቤት ማክሰኞ ምሽት አሮጌውን የእህል ወደብ ለመዝጋት ድምጽ ሰጠ።",
        "መሐንዲሶች ባለፈው መኸር ከአስራ አራቱ ምሰሶዎች በዘጠኙ ላይ ስንጥቅ አገኙ።",
        "ውሳኔው በስምንት ድምጽ ለአምስት ጸደቀ።"};
    const std::string page = "<html lang=am><title>የወደብ ምክር ቤት</title><div><h1>የወደብ ምክር ቤት</h1>" +
                             in_elements(text, "p") + "<p>ተጨማሪ ያንብቡ</p></div></html>";
    EXPECT_EQ(article_in(page).paragraphs, text);
}

std::string joined(const Paragraphs& texts) {
    std::string out;
    for (const std::string& text : texts)
        out += text + "\\n\\n";
    return out;
}

TEST(DataOfPage, TheBodyInJsonLdFillsAnEmptyPage) {
    const std::string page = page_with(
        "<div id=root></div>",
        R"(<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ostmark closes )"
        R"(its pier", "articleBody": ")" +
            joined(pier()) + R"("}</script>)"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(DataOfPage, TheDataForItsProgramFillsAnEmptyPage) {
    std::string data =
        R"({"nav": [{"title": "Ferry to the islands is cancelled, officials said."}],)"
        R"( "article": {"headline": "Ostmark closes its pier", "body": [)";
    for (const std::string& text : pier())
        data += (text == pier()[0] ? R"({"text": ")" : R"(, {"text": ")") + text + R"("})";
    data += R"(]}, "more": [{"text": "The mayor of Lindau resigned on Monday."}]})";
    const std::string page = page_with(
        "<div id=root>Loading</div><script type='application/json'>" + data + "</script>"
    );
    const Article article = article_in(page);
    EXPECT_EQ(article.headline, "Ostmark closes its pier");
    EXPECT_EQ(article.paragraphs, pier());
}

TEST(DataOfPage, TheDataOfAFrontPageMakeNoArticle) {
    std::string links;
    for (int i = 0; i < 40; ++i)
        links += "<li><a href='/n/1'>Ferry to the islands is cancelled until Friday</a></li>";
    const std::string page = page_with(
        "<ul>" + links + R"(</ul><script type="application/json">{"body": ")" + joined(pier()) +
        R"("}</script>)"
    );
    EXPECT_THAT(read_page(page).articles, IsEmpty());
}

TEST(DataOfPage, AFilmThatSaysItIsAnArticleIsItsDescription) {
    const std::string text = "Our camera was there when the council of Ostmark closed its pier.";
    const std::string page = page_with(
        "<ul><li><a href=/>Home</a></li></ul>",
        "<meta property=og:type content=article><meta property=og:description content='" + text +
            "'>"
    );
    EXPECT_THAT(article_in(page).paragraphs, ElementsAre(text));
}

}  // namespace
}  // namespace broadsheet
