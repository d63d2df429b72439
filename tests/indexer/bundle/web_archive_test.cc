#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/bundle/web_archive_fixtures.h"
#include "tests/support/archive_builder.h"
#include "tests/support/temp_directory.h"
#include "tests/support/test_data.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Warc, MakesAnEntryOfEachSuccessfulResponse) {
    const CollectingVisitor read = read_bytes(
        warc_record("warcinfo", "", "software: test\r\n", "application/warc-fields") +
        warc_record("request", "http://gazette.example/", "GET / HTTP/1.1\r\n\r\n") +
        response("http://gazette.example/") +
        warc_record("metadata", "http://gazette.example/", "outlink: x\r\n", "text/plain") +
        response("http://gazette.example/news?id=5", "second")
    );
    EXPECT_THAT(
        read.entries,
        ElementsAre(
            ReadEntry{"http://gazette.example/", std::string(kPage)},
            ReadEntry{"http://gazette.example/news?id=5", "second"}
        )
    );
    EXPECT_THAT(read.problems, IsEmpty());
    EXPECT_TRUE(read.head_is_prefix);
}

TEST(Warc, StatesAddressTypeCharsetDateAndOffset) {
    const std::string first = response("http://gazette.example/a");
    const CollectingVisitor read = read_bytes(first + response("<http://gazette.example/b/>"));
    ASSERT_THAT(read.entries, SizeIs(2));
    const EntryFacts& facts = read.entries[1].facts;
    EXPECT_EQ(facts.url, "http://gazette.example/b/");
    EXPECT_EQ(facts.content_type, "text/html");
    EXPECT_EQ(facts.charset, "ISO-8859-1");
    EXPECT_EQ(facts.fetched, "2019-04-30T11:22:33Z");
    EXPECT_EQ(facts.position, first.size());
    EXPECT_EQ(read.entries[1].name, "http://gazette.example/b/");
}

class EveryWarcVersion : public ::testing::TestWithParam<const char*> {};

TEST_P(EveryWarcVersion, IsRead) {
    const CollectingVisitor read = read_bytes(
        warc_record("response", "http://a.example/", http("x"), "application/http", GetParam())
    );
    EXPECT_THAT(read.names(), ElementsAre("http://a.example/"));
}

INSTANTIATE_TEST_SUITE_P(
    Versions, EveryWarcVersion, ::testing::Values("0.17", "0.18", "1.0", "1.1")
);

TEST(Warc, ReadsExtractedTextAndResources) {
    const CollectingVisitor read = read_bytes(
        warc_record("conversion", "http://a.example/", "Ferry returns", "text/plain") +
        warc_record("resource", "http://b.example/f.json", "{}", "application/json") +
        warc_record("resource", "metadata://gnu.org/log", "wget", "text/plain")
    );
    EXPECT_THAT(
        read.entries,
        ElementsAre(
            ReadEntry{"http://a.example/", "Ferry returns"},
            ReadEntry{"http://b.example/f.json", "{}"}
        )
    );
    EXPECT_EQ(read.entries[0].facts.content_type, "text/plain");
}

TEST(Warc, SaysWhichResponsesFailed) {
    const CollectingVisitor read =
        read_bytes(warc_record("response", "http://a.example/gone", http("no", "", 404)));
    EXPECT_THAT(read.entries, IsEmpty());
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].kind, ProblemKind::not_article);
    EXPECT_EQ(read.problems[0].entry, "http://a.example/gone");
    EXPECT_EQ(read.problems[0].reason, "HTTP status 404");
}

TEST(Warc, CountsRevisitsAndImages) {
    const std::string image = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG";
    const CollectingVisitor read = read_bytes(
        warc_record("revisit", "http://a.example/1", "HTTP/1.1 200 OK\r\n\r\n") +
        warc_record("revisit", "http://a.example/2", "HTTP/1.1 200 OK\r\n\r\n") +
        warc_record("response", "http://a.example/p.png", image)
    );
    EXPECT_THAT(read.entries, IsEmpty());
    ASSERT_THAT(read.problems, SizeIs(2));
    EXPECT_THAT(read.problems[0].reason, HasSubstr("2 records"));
    EXPECT_THAT(read.problems[0].reason, HasSubstr("revisit"));
    EXPECT_THAT(read.problems[1].reason, HasSubstr("1 record is an image"));
}

TEST(Warc, ReadsOnBehindARecordWithoutLength) {
    const CollectingVisitor read = read_bytes(
        response("http://a.example/1") + "WARC/1.0\r\nWARC-Type: response\r\n\r\nlost\r\n\r\n" +
        response("http://a.example/2")
    );
    EXPECT_THAT(read.names(), ElementsAre("http://a.example/1", "http://a.example/2"));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].kind, ProblemKind::unreadable);
}

TEST(Warc, ReadsOnBehindALengthThatIsTooShort) {
    std::string bad = response("http://a.example/1", "one\ntwo\nthree\n");
    bad.replace(bad.find("Content-Length: "), 18, "Content-Length: 80");
    const CollectingVisitor read = read_bytes(bad + response("http://a.example/2"));
    EXPECT_THAT(read.names(), ElementsAre("http://a.example/1", "http://a.example/2"));
    EXPECT_THAT(read.problems, SizeIs(1));
}

TEST(Warc, GivesWhatThereIsOfATruncatedRecord) {
    const std::string whole = response("http://a.example/1", "one two three");
    const CollectingVisitor read = read_bytes(whole.substr(0, whole.size() - 10));
    EXPECT_THAT(read.entries, ElementsAre(ReadEntry{"http://a.example/1", "one two"}));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].entry, "http://a.example/1");
    EXPECT_THAT(read.problems[0].reason, HasSubstr("truncated"));
}

TEST(Warc, SaysWhatTheCrawlerCutOff) {
    const CollectingVisitor read = read_bytes(warc_record(
        "response",
        "http://a.example/",
        http("part"),
        "application/http",
        "1.0",
        "WARC-Truncated: length\r\n"
    ));
    EXPECT_THAT(read.entries, ElementsAre(ReadEntry{"http://a.example/", "part"}));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_THAT(read.problems[0].reason, HasSubstr("only in part (length)"));
}

TEST(Warc, CutsRecordsThatAreTooLong) {
    const CollectingVisitor read = read_bytes(
        response("http://a.example/1", "0123456789") + response("http://a.example/2", "short"),
        {.entry_bytes_max = 8}
    );
    EXPECT_THAT(
        read.entries,
        ElementsAre(
            ReadEntry{"http://a.example/1", "01234567"}, ReadEntry{"http://a.example/2", "short"}
        )
    );
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_THAT(read.problems[0].reason, HasSubstr("--max-entry-size"));
}

TEST(Warc, IsReadWithAMemberForEachRecord) {
    const std::string members = compressed(CompressionKind::gzip, response("http://a.example/1")) +
                                compressed(CompressionKind::gzip, response("http://a.example/2"));
    EXPECT_THAT(
        read_bytes(members).names(), ElementsAre("http://a.example/1", "http://a.example/2")
    );
}

TEST(Warc, IsReadOnBehindADamagedMember) {
    std::string damaged = compressed(CompressionKind::gzip, response("http://a.example/1"));
    for (std::size_t i = 30; i < 60; ++i)
        damaged[i] = '\x55';
    const CollectingVisitor read =
        read_bytes(damaged + compressed(CompressionKind::gzip, response("http://a.example/2")));
    EXPECT_EQ(read.names().back(), "http://a.example/2");
    EXPECT_FALSE(read.problems.empty());
}

TEST(Warc, IsReadInZstd) {
    EXPECT_THAT(
        read_bytes(compressed(CompressionKind::zstd, response("http://a.example/"))).names(),
        ElementsAre("http://a.example/")
    );
}

TEST(Warc, CutOffAnywhereGivesAPrefix) {
    const std::string whole = warc_record("warcinfo", "", "software: test\r\n") +
                              response("http://a.example/1", "one") +
                              response("http://a.example/2", "two");
    const std::vector<ReadEntry> all = read_bytes(whole).entries;
    ASSERT_THAT(all, SizeIs(2));
    for (std::size_t size = 10; size < whole.size(); ++size) {
        const CollectingVisitor read = read_bytes(whole.substr(0, size));
        ASSERT_LE(read.entries.size(), 2U) << size;
        for (std::size_t i = 0; i < read.entries.size(); ++i) {
            EXPECT_EQ(read.entries[i].name, all[i].name) << size;
            EXPECT_TRUE(all[i].content.starts_with(read.entries[i].content)) << size;
        }
    }
}

TEST(RealWebArchives, AreReadToTheEnd) {
    const auto samples = test_data("bundles/warc-samples.tar.zst");
    if (!samples) GTEST_SKIP() << "the real collections are absent";
    const CollectingVisitor read = read_all(*samples);
    std::size_t pages = 0;
    for (const ReadEntry& entry : read.entries)
        pages += entry.facts.url.empty() ? 0 : 1;
    EXPECT_EQ(pages, 385U);
}

}  // namespace
}  // namespace broadsheet::testing
