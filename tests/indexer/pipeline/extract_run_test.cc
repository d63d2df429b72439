#include "indexer/pipeline/extract_run.h"

#include <stdexcept>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/formats/profiles/profile_format.h"
#include "tests/support/archive_builder.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::TempDirectory;

class Silent : public IndexListener {
public:
    void progress(const IndexProgress& /*progress*/) override {}
};

std::string lines(int count, std::string_view prefix) {
    std::string all;
    for (int i = 0; i < count; ++i)
        all += fmt::format(
            "{{\"id\":\"{}{}\",\"title\":\"Headline {}\",\"text\":\"The harbour, day {}.\"}}\n",
            prefix,
            i,
            i,
            i
        );
    return all;
}

struct Extraction {
    std::vector<Article> articles;
    IndexReport report;

    [[nodiscard]] std::vector<std::string> ids() const {
        std::vector<std::string> ids;
        for (const Article& article : articles)
            ids.push_back(article.id);
        return ids;
    }
};

Extraction extract(const IndexSettings& settings) {
    Extraction result;
    Silent listener;
    result.report = extract_bundles(
        settings, [&](const Article& a) { result.articles.push_back(a); }, listener
    );
    return result;
}

TEST(ExtractRun, HandsOutTheSameWithAnyNumberOfWorkers) {
    const TempDirectory folder;
    const auto one = folder.write("one.jsonl", lines(3000, "a"));
    const auto two = folder.write("two.jsonl", lines(2000, "b") + "{broken\n");
    const auto alone = extract({.bundles = {one, two}, .jobs = 1, .memory_bytes = 64U << 20U});
    const auto many = extract({.bundles = {one, two}, .jobs = 7, .memory_bytes = 64U << 20U});
    ASSERT_EQ(alone.articles.size(), 5000U);
    EXPECT_EQ(alone.articles[4999].id, "b1999");
    EXPECT_EQ(alone.articles, many.articles);
    EXPECT_EQ(alone.report.left_out, 1U);
    EXPECT_EQ(many.report.left_out, 1U);
    EXPECT_EQ(many.report.added, 5000U);
}

// A document of Word is a zip; its text stands in one of the files in it.
TEST(ExtractRun, ReadsAWordDocumentAsItIsDownloaded) {
    const TempDirectory folder;
    const std::string part = "<x xmlns=\"http://schemas.openxmlformats.org/package/2006/x\"/>";
    const std::string text =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:body><w:p><w:r><w:t>Fog closes harbour</w:t></w:r></w:p><w:p><w:r><w:t>No ship left."
        "</w:t></w:r></w:p></w:body></w:document>";
    const auto document = folder.write(
        "news.docx",
        testing::archive_of(
            testing::ArchiveKind::zip,
            {{"[Content_Types].xml", part}, {"word/document.xml", text}, {"word/styles.xml", part}}
        )
    );
    const Extraction found = extract({.bundles = {document}});
    ASSERT_EQ(found.articles.size(), 1U);
    EXPECT_EQ(found.articles[0].headline, "Fog closes harbour");
    EXPECT_EQ(found.report.skipped, 2U);
    EXPECT_EQ(found.report.left_out, 0U);
}

TEST(ExtractRun, GivesTheIdsAnIndexWouldGive) {
    const TempDirectory folder;
    const auto one = folder.write(
        "one.jsonl",
        R"({"id": "x", "title": "First"})"
        "\n"
        R"({"id": "x", "title": "Second"})"
    );
    const auto two = folder.write("two.jsonl", R"({"id": "x", "title": "Third"})");
    const auto result = extract({.bundles = {one, two}});
    EXPECT_THAT(result.ids(), ElementsAre("x", "x~2", "x"));
    EXPECT_EQ(result.report.replaced, 1U);
}

TEST(ExtractRun, EndsWithWhatTheReceiverThrows) {
    const TempDirectory folder;
    const auto one = folder.write("one.jsonl", lines(5000, "a"));
    Silent listener;
    const IndexSettings settings{.bundles = {one}, .jobs = 3};
    int received = 0;
    const auto refuse = [&](const Article&) {
        if (++received == 10) throw std::length_error("enough");
    };
    EXPECT_THROW(extract_bundles(settings, refuse, listener), std::length_error);
    EXPECT_EQ(received, 10);
}

TEST(ExtractRun, DoesNotBelieveReportsOfTheFuture) {
    const TempDirectory folder;
    const auto one = folder.write(
        "one.jsonl",
        R"({"id": "a", "title": "Now", "date": "2019-05-01"})"
        "\n"
        R"({"id": "b", "title": "Then", "date": "2019-05-04"})"
    );
    const auto result = extract({.bundles = {one}, .now = make_instant(2019, 4, 30, 0, 0, 0)});
    ASSERT_EQ(result.articles.size(), 2U);
    EXPECT_EQ(result.articles[0].published, make_date(2019, 5, 1));
    EXPECT_EQ(result.articles[1].published, std::nullopt);
    ASSERT_EQ(result.report.problems.size(), 1U);
    EXPECT_THAT(result.report.problems[0].reason, HasSubstr("2019-05-04 lies in the future"));
}

TEST(ExtractRun, ReadsByTheProfilesAskedFor) {
    const TempDirectory folder;
    const auto one = folder.write("one.txt", "7|The bridge is open\n8|The bridge is closed\n");
    const auto formats = formats_of_profile(
        std::make_shared<const Profile>(parse_profile(
            "reads = csv\nheader = no\ndelimiter = pipe\n[article]\nid = 1\nheadline = 2\n",
            "p",
            "p"
        )),
        ProfileUse::where_it_fits
    );
    IndexSettings settings{.bundles = {one}};
    settings.preferred.emplace_back(formats.front().get(), [](const Format*) {});
    EXPECT_THAT(extract(settings).ids(), ElementsAre("7", "8"));
}

TEST(ExtractRun, SaysWhenAProfileFitsNothing) {
    const TempDirectory folder;
    const auto formats = formats_of_profile(
        std::make_shared<const Profile>(
            parse_profile("reads = csv\n[article]\nheadline = Titel\n", "p", "p")
        ),
        ProfileUse::where_it_fits
    );
    IndexSettings settings{.bundles = {folder.write("one.csv", "title,text\nFog,Dense.\n")}};
    settings.preferred.emplace_back(formats.front().get(), [](const Format*) {});
    const auto result = extract(settings);
    EXPECT_EQ(result.articles.size(), 1U);
    ASSERT_EQ(result.report.problems.size(), 1U);
    EXPECT_THAT(result.report.problems[0].reason, HasSubstr("no entry fits the profile"));
}

TEST(ExtractRun, ReportsBundlesThatAreNotThere) {
    const auto result = extract({.bundles = {"/no/such/bundle.zip"}});
    EXPECT_THAT(result.articles, IsEmpty());
    EXPECT_EQ(result.report.left_out, 1U);
}

}  // namespace
}  // namespace broadsheet
