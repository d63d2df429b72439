// HTML pages as a real browser makes them out. What a page does by script would show in the DOM
// that the browser hands back: it runs with scripts on.

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run_program.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {

namespace {

namespace fs = std::filesystem;

using ::testing::HasSubstr;
using ::testing::Not;

std::string browser() {
    for (const char* name :
         {"/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome"}) {
        if (fs::exists(name)) return name;
    }
    return {};
}

// How often `part` stands in `text`.
std::size_t count(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

class InABrowser : public ::testing::Test {
protected:
    void SetUp() override {
        if (browser().empty()) GTEST_SKIP() << "there is no Chromium here to look at the page with";
        const auto bundle = folder_.write("wire.jsonl", kArticles);
        const auto result =
            testing::run_program({testing::index_program(), "-q", index_.string(), bundle.string()}
            );
        ASSERT_EQ(result.exit_code, 0) << result.err;
    }

    // The page as HTML again, after the browser has read it and run what is to be run.
    std::string dom(const std::string& page) {
        const auto file = folder_.write("page.html", page);
        const auto result = testing::run_program(
            {browser(),
             "--headless",
             "--no-sandbox",
             "--disable-gpu",
             "--user-data-dir=" + (folder_.path() / "profile").string(),
             "--virtual-time-budget=2000",
             "--dump-dom",
             "file://" + file.string()}
        );
        EXPECT_EQ(result.exit_code, 0) << result.err;
        return result.out;
    }

    std::string page(const std::vector<std::string>& arguments) {
        std::vector<std::string> command = {
            testing::search_program(), index_.string(), "--format", "html"};
        command.insert(command.end(), arguments.begin(), arguments.end());
        const auto result = testing::run_program(command);
        EXPECT_EQ(result.exit_code, 0) << result.err;
        return result.out;
    }

    // Whatever could run in it would give the page another title or body.
    static void expect_nothing_ran(const std::string& dom) {
        EXPECT_THAT(dom, Not(HasSubstr("<script")));
        EXPECT_THAT(dom, Not(HasSubstr("<img")));
        EXPECT_THAT(dom, Not(HasSubstr("<iframe")));
        EXPECT_THAT(dom, Not(HasSubstr("<title>owned")));
        EXPECT_THAT(dom, Not(HasSubstr("id=\"owned\"")));
        EXPECT_THAT(dom, Not(HasSubstr("href=\"javascript:")));
    }

    static constexpr const char* kArticles =
        R"({"id":"good","title":"Ninety lanterns","text":"The harbour bought lanterns. A lantern costs nine crowns."})"
        "\n"
        R"({"id":"script","title":"<script>document.title='owned'</script> lantern","text":"A lantern <img src=x onerror=\"document.title='owned'\"> burns."})"
        "\n"
        R"({"id":"tag","title":"\"><svg onload=document.title='owned'> lantern","url":"javascript:document.title='owned'","text":"lantern </p></article></body><b id=owned>"})"
        "\n"
        R"({"id":"link","title":"</a><iframe srcdoc='<script>parent.document.title=1</script>'></iframe> lantern","url":"https://larch.example/\"onmouseover=\"document.title='owned'","text":"lantern"})";

    testing::TempDirectory folder_;
    fs::path index_ = folder_.path() / "news.idx";
};

// That the test would notice.
TEST_F(InABrowser, AScriptThatGotThroughWouldBeSeen) {
    const std::string bad =
        "<!DOCTYPE html><title>page</title><script>document.title='owned'</script>";
    EXPECT_THAT(dom(bad), HasSubstr("<title>owned"));
}

TEST_F(InABrowser, ResultsAreMarkedAndHarmless) {
    const std::string shown = dom(page({"lantern"}));
    EXPECT_EQ(count(shown, "<article>"), 4U);
    EXPECT_EQ(count(shown, "</article>"), 4U);
    EXPECT_THAT(shown, HasSubstr("<mark>lanterns</mark>"));
    EXPECT_GE(count(shown, "<mark>"), 8U);
    expect_nothing_ran(shown);
}

TEST_F(InABrowser, AQueryIsHarmless) {
    expect_nothing_ran(dom(page({"lantern <script>document.title='owned'</script>"})));
}

TEST_F(InABrowser, AnArticleHasPlacesToStepThrough) {
    const std::string shown = dom(page({"--show", "good", "lantern"}));
    EXPECT_THAT(shown, HasSubstr("<mark id=\"m1\">lanterns</mark>"));
    EXPECT_THAT(shown, HasSubstr("<mark id=\"m3\">lantern</mark>"));
    for (const char* step : {"href=\"#m1\"", "href=\"#m2\"", "href=\"#m3\""})
        EXPECT_THAT(shown, HasSubstr(step));
    EXPECT_THAT(shown, Not(HasSubstr("#m4")));
}

TEST_F(InABrowser, HostileArticlesAreHarmless) {
    for (const char* id : {"script", "tag", "link"})
        expect_nothing_ran(dom(page({"--show", id, "lantern"})));
}

}  // namespace

}  // namespace broadsheet
