// Boxes around and inside articles on the sites of the press: teasers, comments, what asks for
// something; and briefs beside them.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/html/one_page.h"
#include "tests/indexer/formats/html/page_texts.h"

namespace broadsheet {
namespace {

using testing::article_in;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::house;
using testing::in_elements;
using testing::kHeadline;
using testing::kSummary;
using ::testing::Not;
using testing::page_with;
using testing::Paragraphs;
using testing::pier;
using testing::teasers;

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

}  // namespace
}  // namespace broadsheet
