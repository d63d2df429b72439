#include "indexer/formats/html/html_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(HtmlText, MakesOneParagraphOfEachBlock) {
    EXPECT_THAT(
        html_to_paragraphs("<p>One <b>bold</b> word.</p><div>Two</div><ul><li>Three<li>Four</ul>"),
        ElementsAre("One bold word.", "Two", "Three", "Four")
    );
}

TEST(HtmlText, ReadsTextWithoutMarkupAsOneParagraph) {
    EXPECT_THAT(
        html_to_paragraphs("Plain  text\nof two lines"), ElementsAre("Plain text of two lines")
    );
    EXPECT_THAT(html_to_paragraphs(""), IsEmpty());
    EXPECT_THAT(html_to_paragraphs(" \n\t"), IsEmpty());
}

TEST(HtmlText, DecodesEntities) {
    EXPECT_THAT(
        html_to_paragraphs("AT&amp;T &lt;up&gt; 3&nbsp;% &#8211; caf&eacute; &#x1F600; fish & chips"
        ),
        ElementsAre("AT&T <up> 3 % \u2013 caf\u00e9 \U0001F600 fish & chips")
    );
}

TEST(HtmlText, SplitsAtDoubleLineBreaksOnly) {
    EXPECT_THAT(
        html_to_paragraphs("First line<br>goes on<br/> <br>Second<br><br><br>Third"),
        ElementsAre("First line goes on", "Second", "Third")
    );
}

TEST(HtmlText, KeepsTheBlankLinesOfPreformattedText) {
    EXPECT_THAT(
        html_to_paragraphs("<pre>One\nline\n\nTwo\n  \nThree</pre>"),
        ElementsAre("One line", "Two", "Three")
    );
}

TEST(HtmlText, LeavesOutProgramsStylesAndControls) {
    EXPECT_THAT(
        html_to_paragraphs("<style>p{color:red}</style><p>Text<script>if (a<b) alert('</p>')"
                           "</script> stays</p><select><option>x</select><!-- no -->"
                           "<iframe>frame</iframe>"),
        ElementsAre("Text stays")
    );
}

TEST(HtmlText, KeepsWhatFollowsEmptyElements) {
    EXPECT_THAT(
        html_to_paragraphs("<p>A film <embed src=a.swf> of the fog <wbr>and the mole.</p>"),
        ElementsAre("A film of the fog and the mole.")
    );
}

TEST(HtmlText, KeepsTextBehindATagWithTooManyAttributes) {
    std::string tag = "<p class='a>b'";
    for (int i = 0; i < 1000; ++i)
        tag += " data-" + std::to_string(i) + "=\"x > " + std::to_string(i) + "\"";
    EXPECT_THAT(
        html_to_paragraphs(
            "<script>if (a<b && c='x') {}</script>" + tag + ">Fog and rain.</p>" + tag +
            ">Rain and fog.</p>"
        ),
        ElementsAre("Fog and rain.", "Rain and fog.")
    );
}

TEST(HtmlText, TakesOffTheIndentOfEastAsia) {
    EXPECT_THAT(html_to_paragraphs("<p>　霧が出た。　</p><p>　</p>"), ElementsAre("霧が出た。"));
}

TEST(HtmlText, RepairsIllFormedUtf8) {
    EXPECT_THAT(
        html_to_paragraphs("<p>caf\xE9 \x93quoted\x94</p>"),
        ElementsAre("caf\u00e9 \u201cquoted\u201d")
    );
}

TEST(HtmlText, SurvivesTagsNestedWithoutEnd) {
    for (const std::string tag : {"<div>", "<b>", "<table><tr><td>", "<ul><li>", "<foo>"}) {
        std::string page;
        for (int level = 0; level < 100'000; ++level)
            page += tag;
        page += "the end";
        EXPECT_THAT(html_to_paragraphs(page), ElementsAre("the end")) << tag;
    }
}

TEST(HtmlText, SurvivesEndTagsWithoutStart) {
    std::string page;
    for (int level = 0; level < 100'000; ++level)
        page += "<b>x";
    for (int level = 0; level < 100'000; ++level)
        page += "</i>";
    std::size_t letters = 0;
    for (const std::string& paragraph : html_to_paragraphs(page))
        letters += paragraph.size();
    EXPECT_EQ(letters, 100'000U);
}

TEST(HtmlText, KeepsTextBehindATagThatIsTooDeep) {
    std::string page = "<p>before</p>";
    for (int level = 0; level < 600; ++level)
        page += "<div class=x>";
    page += "deep";
    for (int level = 0; level < 600; ++level)
        page += "</div>";
    page += "<p>after</p>";
    EXPECT_THAT(html_to_paragraphs(page), ElementsAre("before", "deep", "after"));
}

}  // namespace
}  // namespace broadsheet
