// What stands around and inside articles on the sites of the press: teasers, banners, boxes that
// ask for something, texts in other scripts, texts that only the page's data hold.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/html/one_page.h"

namespace broadsheet {
namespace {

using testing::article_in;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::read_page;
using ::testing::SizeIs;

using Paragraphs = std::vector<std::string>;

const Paragraphs& pier() {
    static const Paragraphs kPier{
        "The harbour council of Ostmark voted on Tuesday night to close the old grain pier, ending "
        "a dispute that has divided the town for eleven years.",
        "Engineers found cracks in nine of the fourteen pillars last autumn, and two of them were "
        "judged unsafe for anything heavier than a bicycle.",
        "The decision passed by eight votes to five after a debate that lasted until shortly "
        "before midnight.",
        "Fishermen who moor their boats at the pier were told that they could use the eastern "
        "basin from the first of March, at half the usual fee."};
    return kPier;
}

const Paragraphs& house() {
    static const Paragraphs kHouse{
        "The Evening Echo is a member of the Council of the Press, and follows its rules on truth, "
        "fairness and the privacy of those it writes about.",
        "All prices include tax, and are subject to change without notice; delivery takes three to "
        "five days, and is free for orders above fifty crowns.",
        "Letters to the editor may be shortened, and are printed under the full name of the "
        "writer, who must give an address and a telephone number."};
    return kHouse;
}

std::string in_elements(const Paragraphs& texts, const std::string& tag) {
    std::string out;
    for (const std::string& text : texts)
        out += "<" + tag + ">" + text + "</" + tag + ">";
    return out;
}

/// Boxes that point to other articles, each with a linked title and a line of text.
std::string teasers(const std::string& summary) {
    std::string out;
    for (const std::string title :
         {"Ferry to the islands is cancelled", "Mayor resigns over parking", "Rare owl was seen"}) {
        out += "<div class=k7><a href='/n/1'><h3>" + title + "</h3></a><p>" + title + summary +
               "</p></div>";
    }
    return out;
}

constexpr const char* kSummary = ", officials said on Monday, and more is expected tomorrow.";
constexpr const char* kHeadline = "<h1>Ostmark closes its pier</h1>";

std::string page_with(const std::string& body, const std::string& head = {}) {
    return "<!DOCTYPE html><html lang=en><head><title>Ostmark closes its pier</title>" + head +
           "</head><body>" + body + "</body></html>";
}

TEST(Teasers, BesideTextInBoxesWithoutNamesAreNoText) {
    const std::string page = page_with(
        "<div class=x1><div class=x2>" + std::string(kHeadline) + in_elements(pier(), "div") +
        "</div><div class=x3>" + teasers(kSummary) + "</div></div>"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(Teasers, LongerThanABriefAreNoText) {
    const std::string page = page_with(
        "<div class=x2>" + std::string(kHeadline) + "<p>" + pier()[2] + "</p></div><div class=x3>" +
        teasers(kSummary) + teasers(kSummary) + "</div>"
    );
    EXPECT_THAT(article_in(page).paragraphs, ElementsAre(pier()[2]));
}

TEST(Teasers, LongerThanTheArticleInTheColumnBesideItAreNoText) {
    const std::string summary =
        ", the authorities said on Monday evening, and added that nobody could say how long it "
        "would last, since the reports from the islands, which come by boat, were few and late, "
        "and the telephone has been silent since noon.";
    const std::string page = page_with(
        "<div class=row><div class=c8>" + std::string(kHeadline) + in_elements(pier(), "p") +
        "</div><div class=c4>" + teasers(summary) + teasers(summary) + "</div></div>"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(Teasers, AListOfThingsOnOtherSitesIsText) {
    std::string page = "<article><h1>Three lanterns</h1>";
    for (const std::string name : {"brass", "copper", "iron"}) {
        page += "<div class=item><h2><a href='https://shop.example/" + name + "'>The lantern of " +
                name + "</a></h2><p>The lantern of " + name +
                ", which burns for nine hours, does not mind the wind, and is light.</p></div>";
    }
    const std::string head = "<link rel=canonical href='https://echo.example/three-lanterns'>";
    EXPECT_THAT(
        article_in(page_with(page + "</article>", head)).paragraphs,
        Contains(HasSubstr("The lantern of copper, which burns"))
    );
}

TEST(Teasers, PointersIntoThePageItselfAreText) {
    std::string page = "<main><h1>The night as it happened</h1>";
    for (const std::string& text : pier()) {
        page +=
            "<div class=post><a href='#p1'>" + text.substr(0, 30) + "</a><p>" + text + "</p></div>";
    }
    EXPECT_THAT(article_in(page_with(page + "</main>")).paragraphs, Contains(pier()[3]));
}

TEST(Comments, AreKnownByTheLineThatAnswersThem) {
    for (const std::string reply : {"Reply", "Répondre", "Ответить", "返信"}) {
        std::string comments;
        for (int i = 0; i < 12; ++i) {
            comments +=
                "<div class=z><b>user</b> <i>15 February 2023</i><p>I have lived here for "
                "forty years, and never have I seen a council that cares so little about "
                "what people say, or need, or remember.</p><a href=#r>" +
                reply + "</a></div>";
        }
        const std::string page = page_with(
            "<div class=m>" + std::string(kHeadline) + "<div class=v>" + in_elements(pier(), "p") +
            "</div><div class=q>" + comments + "</div></div>"
        );
        EXPECT_EQ(article_in(page).paragraphs, pier()) << reply;
    }
}

TEST(Comments, AreTheTextOfAForum) {
    std::string posts;
    for (const std::string& text : house())
        posts += "<div class=z><b>user</b><p>" + text + "</p><a href=#r>Reply</a></div>";
    const std::string page = page_with(
        "<div class=m><h1>Which glue?</h1>" + posts + "</div><footer><p>" + pier()[0] +
        "</p></footer>"
    );
    for (const std::string& text : house())
        EXPECT_THAT(article_in(page).paragraphs, Contains(text));
    EXPECT_THAT(article_in(page).paragraphs, Not(Contains(pier()[0])));
}

TEST(AskingBoxes, ANewsletterInTheTextIsNoText) {
    const std::string box =
        "<div class=b1><h3>The Echo in the morning</h3><p>Sign up to our daily newsletter and get "
        "the stories of the day in your inbox every morning at six.</p><form><input type=email>"
        "</form><p>By signing up you agree to our terms of use.</p></div>";
    const std::string page = page_with(
        "<div class=x2>" + std::string(kHeadline) + in_elements({pier()[0], pier()[1]}, "p") + box +
        in_elements({pier()[2], pier()[3]}, "p") + "</div>"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(AskingBoxes, ABriefBesideTheFieldForAnAddressIsText) {
    const std::string page = page_with(
        "<div class=x2>" + std::string(kHeadline) + "<p>" + pier()[2] +
        "</p><div><input type=email placeholder=you></div><p>Get our newsletter by email.</p></div>"
    );
    EXPECT_THAT(article_in(page).paragraphs, Contains(pier()[2]));
}

TEST(AskingBoxes, AParagraphInOneBoxWithAFieldIsText) {
    const std::string page = page_with(
        std::string(kHeadline) + "<div class=bd><p>" + pier()[0] +
        "</p><div>Get our newsletter <input type=email></div></div>"
    );
    EXPECT_THAT(article_in(page).paragraphs, Contains(pier()[0]));
}

TEST(AskingBoxes, ABannerBesideAShortTextTakesNothingWithIt) {
    const std::string page =
        "<html><title>Ostmark closes its pier</title><body><div id=wrap><p>We use cookies and "
        "other "
        "techniques to improve your browsing experience on our website, to show you personalised "
        "ads and to see where our visitors come from. By continuing to use it, you accept our "
        "privacy policy and our cookie policy.</p><h2>Ostmark closes its pier</h2>" +
        in_elements({pier()[1], pier()[2]}, "p") + "</div></body></html>";
    EXPECT_THAT(article_in(page).paragraphs, ElementsAre(pier()[1], pier()[2]));
}

TEST(AskingBoxes, ABannerForConsentGoesWithAllItsParagraphs) {
    const std::string banner =
        "<div class=z1><div class=z2><h2>Your choice</h2><p>We and our 812 partners store and "
        "access information on a device, such as cookies, and process personal data for "
        "personalised ads and content.</p><p>With your permission we and our partners may use "
        "precise geolocation data. You may click to consent to our processing.</p><p>Your "
        "preferences will apply to this website only, and you can change them at any time.</p>"
        "</div></div>";
    const std::string page =
        page_with(banner + "<div class=x2>" + kHeadline + in_elements(pier(), "p") + "</div>");
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(Briefs, AreNotReplacedByLongerTextThatIsNamedAsSomethingElse) {
    for (const std::string name : {"class=related", "class=sidebar", "id=comments"}) {
        const std::string page = page_with(
            "<div class=m>" + std::string(kHeadline) + "<p>" + pier()[2] + "</p></div><div " +
            name + ">" + in_elements(house(), "p") + "</div>"
        );
        EXPECT_THAT(article_in(page).paragraphs, ElementsAre(pier()[2])) << name;
    }
}

TEST(Briefs, AreNotReplacedByTheFootOfThePage) {
    const Paragraphs text{pier()[1], pier()[2]};
    const std::string page = page_with(
        "<div class=m>" + std::string(kHeadline) + in_elements(text, "p") +
        "</div><div class=b><div class=c>" + in_elements(house(), "p") + "</div></div>"
    );
    EXPECT_EQ(article_in(page).paragraphs, text);
}

TEST(SiteLayout, PictureCreditsBetweenParagraphsAreNoText) {
    std::string text;
    for (const std::string& paragraph : pier())
        text += "<p>" + paragraph + "</p><p>Tom Okoro/Getty Images</p>";
    const std::string page = page_with("<article>" + std::string(kHeadline) + text + "</article>");
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(SiteLayout, AnotherArticleBelowIsNotThisOne) {
    const std::string page = page_with(
        "<div class=stream><article class=a>" + std::string(kHeadline) + in_elements(pier(), "p") +
        "</article><article class=a><h1>Mayor resigns over parking</h1><p>The mayor of Lindau, who "
        "had held the office for nineteen years, resigned on Monday over eleven parking tickets "
        "that she had not paid.</p><p>Her deputy, a baker, will lead the town until the election "
        "in June, which is expected to be close.</p></article></div>"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(SiteLayout, SectionsWithMainHeadingsOfTheirOwnAreOneArticle) {
    std::string page = "<main>" + std::string(kHeadline);
    for (const std::string& text : pier())
        page += "<section class=s><h1>" + text.substr(0, 20) + "</h1><p>" + text + "</p></section>";
    EXPECT_THAT(article_in(page_with(page + "</main>")).paragraphs, SizeIs(8));
}

TEST(SiteLayout, TheLeadAboveTheTextBelongsToIt) {
    const std::string lead = "Fishermen may use the eastern basin from March, at half the fee.";
    for (const std::string tag : {"p", "h2", "div"}) {
        const std::string page = page_with(
            "<main><div class=hd>" + std::string(kHeadline) + "<" + tag + " class=s1>" + lead +
            "</" + tag + "><p>By Ida Holm</p><p>14 February 2023</p></div><div class=bd>" +
            in_elements(pier(), "p") + "</div></main>"
        );
        EXPECT_THAT(article_in(page).paragraphs, SizeIs(5)) << tag;
        EXPECT_EQ(article_in(page).paragraphs.front(), lead) << tag;
    }
}

TEST(SiteLayout, ACaptionAboveTheTextIsNoLead) {
    const std::string text = "The pier in the light of a February morning, with its gulls.";
    for (const std::string& picture :
         {"<img src=pier.jpg><p>" + text + "</p>", "<div class=Caption>" + text + "</div>"}) {
        const std::string page = page_with(
            "<main><div class=hd>" + std::string(kHeadline) + picture + "</div><div class=bd>" +
            in_elements(pier(), "p") + "</div></main>"
        );
        EXPECT_EQ(article_in(page).paragraphs, pier()) << picture;
    }
}

TEST(SiteLayout, ATableOfNumbersIsText) {
    const std::string page = page_with(
        "<article>" + std::string(kHeadline) + in_elements(pier(), "p") +
        "<table><tr><th>Year</th><th>Barley</th></tr><tr><td>1884</td><td>41,000</td></tr><tr><td>"
        "1911</td><td>66,500</td></tr><tr><td>1950</td><td>12,100</td></tr><tr><td>1974</td><td>"
        "2,300</td></tr></table><p>" +
        pier()[0] + "</p></article>"
    );
    EXPECT_THAT(article_in(page).paragraphs, Contains("66,500"));
}

TEST(SiteLayout, TimesOfPostsAreNoText) {
    std::string page = "<main>" + std::string(kHeadline);
    for (const std::string& text : pier())
        page += "<div class=post><time datetime=2023-02-14T22:30Z>22:30</time><p>" + text +
                "</p></div>";
    EXPECT_EQ(article_in(page_with(page + "</main>")).paragraphs, pier());
}

TEST(SiteLayout, WhatAClassSaysBesideTheNameOfTheTextIsNoReasonToDropIt) {
    std::string comments;
    for (int i = 0; i < 12; ++i) {
        comments +=
            "<li><p>I have lived here for forty years, and never have I seen a council that "
            "cares so little about what people say, or need, or remember.</p></li>";
    }
    for (const std::string name :
         {"article-body paywall",
          "layout with-sidebar",
          "post type-post format-gallery comments-open",
          "entry-content share-below"}) {
        const std::string page = page_with(
            "<div class='" + name + "'>" + kHeadline + in_elements(pier(), "p") +
            "</div><ol id=comments>" + comments + "</ol>"
        );
        EXPECT_EQ(article_in(page).paragraphs, pier()) << name;
    }
}

TEST(SiteLayout, CommentsAreKnownByTheirNamesInOtherLanguages) {
    for (const std::string name : {"kommentare", "commentaires", "comentarios", "yorumlar"}) {
        const std::string page = page_with(
            "<div class=w>" + std::string(kHeadline) + in_elements(pier(), "p") +
            "<div class=" + name +
            "><p>I have lived here for forty years, and never have I seen such a council, "
            "which cares so little, and says so much.</p></div></div>"
        );
        EXPECT_EQ(article_in(page).paragraphs, pier()) << name;
    }
}

TEST(SiteLayout, AListAtTheEndOfTheTextStays) {
    const std::string page = page_with(
        "<article>" + std::string(kHeadline) + in_elements(pier(), "p") +
        "<ul><li>Height: 31 cm</li><li>Weight: 1.2 kg</li></ul></article>"
    );
    EXPECT_EQ(article_in(page).paragraphs.back(), "Weight: 1.2 kg");
}

TEST(SiteLayout, WhoReportedStaysAndWhoTheAuthorIsDoesNot) {
    const std::string page = page_with(
        "<article>" + std::string(kHeadline) + "<p class=byline>By Ida Holm</p><div>" +
        in_elements(pier(), "p") +
        "<p>(Reporting by Ida Holm; Editing by Tom Okoro)</p></div><div class=q3><h4>Ida Holm</h4>"
        "<p>Ida Holm is a reporter for the Evening Echo, where she covers the harbour. She lives "
        "in Ostmark with two cats.</p></div></article>"
    );
    EXPECT_EQ(article_in(page).paragraphs.back(), "(Reporting by Ida Holm; Editing by Tom Okoro)");
}

TEST(SiteLayout, RequestsForMoneyAreNoText) {
    const std::string page = page_with(
        "<article>" + std::string(kHeadline) + in_elements(pier(), "p") +
        "<div class=q3><h3>Help us to go on</h3><p>The Echo is free for all to read. If you value "
        "it, please consider making a donation, however small.</p></div></article>"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(SiteLayout, APlaceToLinkToIsNoLink) {
    const std::string page = page_with(
        "<div class=m><a name=top>" + std::string(kHeadline) + in_elements(pier(), "p") + "</div>"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(SiteLayout, AMainHeadingWithAWordAboveTheHeadlineIsNoText) {
    const std::string page = page_with(
        "<div class=m><h1><span>Harbour</span> <span>Ostmark closes its pier</span></h1>" +
            in_elements(pier(), "p") + "</div>",
        "<meta property=og:title content='Ostmark closes its pier'>"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(SiteLayout, PointersAndLabelsInManyLanguagesAreNoText) {
    for (const std::string label :
         {"Baca juga: Ferry to the islands",
          "Читать также: ferry",
          "اقرأ أيضا: العبارة",
          "यह भी पढ़ें: ferry",
          "相关阅读：渡轮停航",
          "関連記事：フェリー欠航",
          "Reklam",
          "Suscríbete a nuestro boletín",
          "分享到微信",
          "Источник: Эхо",
          "Etiketler: liman, iskele",
          "责任编辑：李华",
          "广告",
          "광고"}) {
        const std::string page = page_with(
            "<article>" + std::string(kHeadline) + "<p>" + pier()[0] + "</p><p><b>" + label +
            "</b></p><p>" + pier()[1] + "</p></article>"
        );
        EXPECT_THAT(article_in(page).paragraphs, ElementsAre(pier()[0], pier()[1])) << label;
    }
}

TEST(SiteLayout, SentencesThatOpenLikePointersAreText) {
    for (const std::string text :
         {"Source: the council itself, which published the figures on Monday, and nobody else.",
          "Advertising on the pier was forbidden in 1911, and has been ever since.",
          "Comments that he made in March were held against him in the debate on Tuesday."}) {
        const std::string page = page_with(
            "<article>" + std::string(kHeadline) + "<p>" + pier()[0] + "</p><p>" + text +
            "</p><p>" + pier()[1] + "</p></article>"
        );
        EXPECT_THAT(article_in(page).paragraphs, ElementsAre(pier()[0], text, pier()[1]));
    }
}

TEST(SiteLayout, ATextThatThePageHoldsTwiceIsReadOnce) {
    const std::string text = in_elements(pier(), "p");
    const std::string page = page_with(
        "<article>" + std::string(kHeadline) + "<div class=narrow>" + text +
        "</div><div class=wide>" + text + "</div></article>"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(SiteLayout, ARefrainStays) {
    const Paragraphs verses{pier()[0], pier()[1], pier()[2], pier()[1]};
    const std::string page =
        page_with("<article>" + std::string(kHeadline) + in_elements(verses, "p") + "</article>");
    EXPECT_EQ(article_in(page).paragraphs, verses);
}

TEST(SiteLayout, ALeadThatTheTextRepeatsStandsOnce) {
    const std::string page = page_with(
        "<main><div>" + std::string(kHeadline) + "<p>" + pier()[0] + "</p></div><div class=bd>" +
        in_elements(pier(), "p") + "</div></main>"
    );
    EXPECT_EQ(article_in(page).paragraphs, pier());
}

TEST(SiteLayout, APointerInTheMiddleDoesNotEndTheText) {
    for (const std::string pointer : {"Related articles", "Mehr zum Thema", "Читайте также"}) {
        const std::string page = page_with(
            "<article>" + std::string(kHeadline) +
            in_elements({pier()[0], pier()[1], pier()[3]}, "p") + "<h4>" + pointer +
            "</h4><ul><li><a href='/n/1'>Ferry to the islands is cancelled</a></li></ul>" +
            in_elements({house()[0], pier()[2]}, "p") + "</article>"
        );
        EXPECT_THAT(article_in(page).paragraphs, Contains(pier()[2])) << pointer;
    }
}

TEST(SiteLayout, TheTextEndsAtCommentsInManyLanguages) {
    for (const std::string heading :
         {"12 Comments", "Yorumlar (12)", "التعليقات", "网友评论", "Коментарі", "留言列表 (42)"}) {
        const std::string page = page_with(
            "<div class=m>" + std::string(kHeadline) + in_elements(pier(), "p") + "<h4>" + heading +
            "</h4><div class=z><span>user</span><p>" + house()[0] + "</p></div></div>"
        );
        EXPECT_EQ(article_in(page).paragraphs, pier()) << heading;
    }
}

TEST(SiteLayout, InvisibleMarksAreNoPartOfWords) {
    const std::string page = page_with(
        "<article>" + std::string(kHeadline) +
        "<p>The har&shy;bour coun\u200Bcil of Ost\uFEFFmark "
        "voted on Tuesday night to close the old pier.</p></article>"
    );
    EXPECT_THAT(
        article_in(page).paragraphs,
        ElementsAre("The harbour council of Ostmark voted on Tuesday night to close the old pier.")
    );
}

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
