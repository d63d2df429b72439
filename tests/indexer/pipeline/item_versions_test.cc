#include <algorithm>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/index/snapshot.h"
#include "common/stored_article.h"
#include "indexer/pipeline/extract_run.h"
#include "indexer/pipeline/index_run.h"
#include "tests/support/archive_builder.h"
#include "tests/support/temp_directory.h"

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Silent : public IndexListener {
public:
    void progress(const IndexProgress& /*progress*/) override {}
};

std::string g2(int version, std::string_view status = "usable") {
    return fmt::format(
        "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" "
        "guid=\"urn:newsml:coast.example:7\" "
        "version=\"{0}\"><itemMeta><itemClass qcode=\"ninat:text\"/><pubStatus qcode=\"stat:{1}\"/>"
        "</itemMeta><contentMeta><headline>Fog, take {0}</headline></contentMeta><contentSet>"
        "<inlineData>The harbour was closed for {0} days.</inlineData></contentSet></newsItem>",
        version,
        status
    );
}

std::string newsml_1(int version, std::string_view status = "Usable") {
    return fmt::format(
        "<NewsML Version=\"1.2\"><NewsItem><Identification><NewsIdentifier>"
        "<ProviderId>coast.example</ProviderId><DateId>20190430</DateId><NewsItemId>7</NewsItemId>"
        "<RevisionId PreviousRevision=\"{2}\" Update=\"N\">{0}</RevisionId>"
        "<PublicIdentifier>urn:newsml:coast.example:20190430:7:{0}N</PublicIdentifier>"
        "</NewsIdentifier></Identification><NewsManagement><Status FormalName=\"{1}\"/>"
        "</NewsManagement><NewsComponent><NewsLines><HeadLine>Fog, take {0}</HeadLine></NewsLines>"
        "<ContentItem><DataContent><p>The harbour was closed for {0} days.</p></DataContent>"
        "</ContentItem></NewsComponent></NewsItem></NewsML>",
        version,
        status,
        version - 1
    );
}

std::string ninjs(int version, std::string_view status = "usable") {
    return fmt::format(
        "{{\"uri\":\"urn:newsml:coast.example:7\",\"type\":\"text\",\"version\":\"{0}\","
        "\"pubstatus\":\"{1}\",\"headline\":\"Fog, take {0}\","
        "\"body_text\":\"The harbour was closed for {0} days.\"}}",
        version,
        status
    );
}

std::string nitf(int version, std::string_view status = "usable") {
    return fmt::format(
        "<nitf><head><docdata management-status=\"{1}\"><doc-id id-string=\"CN.7\"/>"
        "<du-key generation=\"1\" part=\"0\" version=\"{2}\" key=\"FOG\"/></docdata></head><body>"
        "<body.head><hedline><hl1>Fog, take {0}</hl1></hedline></body.head><body.content>"
        "{3}</body.content></body></nitf>",
        version,
        status,
        version - 1,
        status == "usable" ? fmt::format("<p>The harbour was closed for {} days.</p>", version) : ""
    );
}

struct Writing {
    const char* name;
    std::string (*item)(int version, std::string_view status);
    const char* usable;
    const char* canceled;
    const char* extension;
};

// What a run leaves in the index and says, as far as the order of the versions could show in it.
struct Outcome {
    std::vector<std::string> headlines = {};
    std::vector<std::string> superseded = {};
    std::vector<std::string> not_articles = {};
    std::uint64_t added = 0;
    std::uint64_t replaced = 0;

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

class ItemVersions : public ::testing::TestWithParam<Writing> {
protected:
    [[nodiscard]] std::string item(int version) const {
        return GetParam().item(version, GetParam().usable);
    }

    [[nodiscard]] std::string canceled(int version) const {
        return GetParam().item(version, GetParam().canceled);
    }

    std::filesystem::path bundle(std::string_view name, const std::vector<std::string>& items) {
        std::vector<testing::PackedFile> files;
        for (std::size_t i = 0; i < items.size(); ++i)
            files.push_back({fmt::format("{}{}", i, GetParam().extension), items[i]});
        return folder_.write(
            std::string(name), testing::archive_of(testing::ArchiveKind::tar, files)
        );
    }

    [[nodiscard]] IndexSettings settings(std::vector<std::filesystem::path> bundles, unsigned jobs)
        const {
        IndexSettings settings;
        settings.index = folder_ / fmt::format("{}.idx", runs_);
        settings.bundles = std::move(bundles);
        settings.jobs = jobs;
        settings.memory_bytes = 256ULL << 20U;
        return settings;
    }

    Outcome run(std::vector<std::filesystem::path> bundles, unsigned jobs = 2) {
        const IndexSettings how = settings(std::move(bundles), jobs);
        Silent silent;
        const IndexReport report = index_bundles(how, silent);
        Outcome outcome{.added = report.added, .replaced = report.replaced};
        const Snapshot snapshot = open_snapshot(how.index);
        for (auto at = snapshot.database.postlist_begin("");
             at != snapshot.database.postlist_end("");
             ++at) {
            outcome.headlines.push_back(
                parse_article_json(snapshot.database.get_document(*at).get_data()).headline
            );
        }
        for (const Problem& problem : report.problems) {
            auto& reasons =
                problem.kind == ProblemKind::superseded ? outcome.superseded : outcome.not_articles;
            reasons.push_back(problem.reason);
        }
        std::sort(outcome.superseded.begin(), outcome.superseded.end());
        EXPECT_EQ(report.superseded, outcome.superseded.size());
        return outcome;
    }

    void new_index() { ++runs_; }

    const testing::TempDirectory folder_;
    int runs_ = 0;
};

TEST_P(ItemVersions, TheHighestOneOfABundleIsKeptInAnyOrder) {
    std::vector<int> order = {1, 2, 3};
    std::vector<Outcome> outcomes;
    do {
        std::vector<std::string> items;
        for (const int version : order)
            items.push_back(item(version));
        const auto path = bundle(fmt::format("{}{}{}.tar", order[0], order[1], order[2]), items);
        for (const unsigned jobs : {1U, 2U}) {
            new_index();
            outcomes.push_back(run({path}, jobs));
        }
    } while (std::next_permutation(order.begin(), order.end()));
    EXPECT_THAT(outcomes.front().headlines, ElementsAre("Fog, take 3"));
    EXPECT_EQ(outcomes.front().added, 1U);
    EXPECT_EQ(outcomes.front().superseded.size(), 2U);
    EXPECT_THAT(outcomes, ::testing::Each(outcomes.front()));
}

// Many versions in between make several batches, which several workers read.
TEST_P(ItemVersions, TheHighestOneIsKeptAcrossBatches) {
    const auto padded = [&](int version) {
        std::string text = item(version);
        const std::string_view days = "days.";
        std::string long_text;
        for (int i = 0; i < 30'000; ++i)
            long_text += fmt::format("days{} ", i % 50);
        return text.replace(text.find(days), days.size(), long_text + "days.");
    };
    std::vector<std::string> items;
    for (const int version : {4, 9, 2, 7, 1, 8, 3, 6, 5})
        items.push_back(padded(version));
    const auto path = bundle("batches.tar", items);
    const Outcome one = run({path}, 1);
    new_index();
    const Outcome three = run({path}, 3);
    EXPECT_THAT(one.headlines, ElementsAre("Fog, take 9"));
    EXPECT_EQ(one.superseded.size(), 8U);
    EXPECT_EQ(one, three);
}

TEST_P(ItemVersions, TheHighestOneOfTwoBundlesIsKeptInAnyOrder) {
    const auto first = bundle("first.tar", {item(1)});
    const auto second = bundle("second.tar", {item(2)});
    EXPECT_THAT(run({first, second}).headlines, ElementsAre("Fog, take 2"));
    new_index();
    const Outcome backwards = run({second, first});
    EXPECT_THAT(backwards.headlines, ElementsAre("Fog, take 2"));
    EXPECT_EQ(backwards.superseded.size(), 1U);
}

TEST_P(ItemVersions, TheHighestOneOfTwoRunsIsKeptInAnyOrder) {
    const auto first = bundle("first.tar", {item(1)});
    const auto second = bundle("second.tar", {item(2)});
    run({first});
    const Outcome forwards = run({second});
    EXPECT_THAT(forwards.headlines, ElementsAre("Fog, take 2"));
    EXPECT_EQ(forwards.replaced, 1U);
    new_index();
    run({second});
    EXPECT_THAT(run({first}).headlines, ElementsAre("Fog, take 2"));
}

TEST_P(ItemVersions, ACanceledItemLeavesWithItsEarlierVersionsInAnyOrder) {
    const auto forwards = bundle("forwards.tar", {item(1), canceled(2)});
    const auto backwards = bundle("backwards.tar", {canceled(2), item(1)});
    const Outcome outcome = run({forwards});
    EXPECT_THAT(outcome.headlines, IsEmpty());
    EXPECT_EQ(outcome.added, 0U);
    EXPECT_EQ(outcome.superseded.size(), 1U);
    EXPECT_THAT(
        outcome.not_articles,
        ElementsAre("its publisher does not want it published: it is canceled")
    );
    new_index();
    EXPECT_EQ(run({backwards}), outcome);
}

TEST_P(ItemVersions, ACanceledItemLeavesTheIndexOfAnEarlierRun) {
    run({bundle("first.tar", {item(1)})});
    EXPECT_THAT(run({bundle("second.tar", {canceled(2)})}).headlines, IsEmpty());
}

TEST_P(ItemVersions, AnExtractionHandsOutTheHighestOne) {
    const auto path = bundle("x.tar", {item(1), item(3), item(2)});
    std::vector<std::string> headlines;
    Silent silent;
    const IndexReport report = extract_bundles(
        settings({path}, 2),
        [&](const Article& article) { headlines.push_back(article.headline); },
        silent
    );
    EXPECT_THAT(headlines, ElementsAre("Fog, take 3"));
    EXPECT_EQ(report.added, 1U);
    EXPECT_EQ(report.superseded, 2U);
}

INSTANTIATE_TEST_SUITE_P(
    Formats,
    ItemVersions,
    ::testing::Values(
        Writing{"newsml_g2", g2, "usable", "canceled", ".xml"},
        Writing{"newsml_1", newsml_1, "Usable", "Canceled", ".xml"},
        Writing{"ninjs", ninjs, "usable", "canceled", ".json"},
        Writing{"nitf", nitf, "usable", "canceled", ".xml"}
    ),
    [](const auto& writing) { return writing.param.name; }
);

}  // namespace
}  // namespace broadsheet
