#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <brotli/encode.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "tests/indexer/bundle/collecting_visitor.h"
#include "tests/support/archive_builder.h"
#include "tests/support/temp_directory.h"
#include "tests/support/test_data.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::string_view kPage = "<html><title>Ferry returns</title><p>Aldmoor cheers.</html>";

std::string warc_record(
    std::string_view type,
    std::string_view url,
    std::string_view block,
    std::string_view content_type = "application/http; msgtype=response",
    std::string_view version = "1.0",
    std::string_view more_fields = ""
) {
    return fmt::format(
        "WARC/{}\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nWARC-Date: 2019-04-30T11:22:33Z\r\n"
        "Content-Type: {}\r\n{}Content-Length: {}\r\n\r\n{}\r\n\r\n",
        version,
        type,
        url,
        content_type,
        more_fields,
        block.size(),
        block
    );
}

std::string http(std::string_view body, std::string_view more_fields = "", int status = 200) {
    return fmt::format(
        "HTTP/1.1 {} Whatever\r\nContent-Type: text/html; charset=\"ISO-8859-1\"\r\n{}\r\n{}",
        status,
        more_fields,
        body
    );
}

std::string response(std::string_view url, std::string_view body = kPage) {
    return warc_record("response", url, http(body));
}

std::string deflated(std::string_view text, int window_bits) {
    std::string out(text.size() + 1000, '\0');
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 9, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string brotli(std::string_view text) {
    std::size_t size = text.size() + 1000;
    std::string out(size, '\0');
    EXPECT_TRUE(BrotliEncoderCompress(
        5,
        18,
        BROTLI_MODE_TEXT,
        text.size(),
        reinterpret_cast<const std::uint8_t*>(text.data()),
        &size,
        reinterpret_cast<std::uint8_t*>(out.data())
    ));
    out.resize(size);
    return out;
}

CollectingVisitor read_bytes(std::string_view bytes, const Limits& limits = {}) {
    const TempDirectory folder;
    return read_all(folder.write("crawl.warc", bytes), limits);
}

std::string content_of_response(std::string_view http_message) {
    const CollectingVisitor read =
        read_bytes(warc_record("response", "http://gazette.example/", http_message));
    EXPECT_THAT(read.problems, IsEmpty());
    return read.entries.size() == 1 ? read.entries[0].content : "not one entry";
}

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

TEST(Warc, UndoesChunks) {
    EXPECT_EQ(
        content_of_response(http(
            "5\r\nFerry\r\n8;name=x\r\n returns\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n"
        )),
        "Ferry returns"
    );
}

TEST(Warc, KeepsContentWhoseChunksTheCrawlerUndid) {
    EXPECT_EQ(
        content_of_response(http("Ferry returns", "Transfer-Encoding: chunked\r\n")),
        "Ferry returns"
    );
}

TEST(Warc, SaysWhenChunksAreWrongAndKeepsTheRest) {
    const CollectingVisitor read = read_bytes(warc_record(
        "response",
        "http://a.example/",
        http("5\r\nFerry\r\nreturns\r\n", "Transfer-Encoding: chunked\r\n")
    ));
    EXPECT_THAT(read.entries, ElementsAre(ReadEntry{"http://a.example/", "Ferry\r\nreturns\r\n"}));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_THAT(read.problems[0].reason, HasSubstr("wrong lengths"));
}

TEST(Warc, UndoesEveryContentCoding) {
    const std::string text = "Ferry returns to Aldmoor. Ferry returns to Aldmoor. Ferry returns.";
    const auto coded = [&](std::string_view coding, std::string_view body) {
        return content_of_response(http(body, fmt::format("Content-Encoding: {}\r\n", coding)));
    };
    EXPECT_EQ(coded("gzip", deflated(text, 15 + 16)), text);
    EXPECT_EQ(coded("x-gzip", deflated(text, 15 + 16)), text);
    EXPECT_EQ(coded("deflate", deflated(text, 15)), text);
    EXPECT_EQ(coded("deflate", deflated(text, -15)), text);
    EXPECT_EQ(coded("br", brotli(text)), text);
    EXPECT_EQ(coded("br, gzip", deflated(brotli(text), 15 + 16)), text);
    EXPECT_EQ(coded("gzip", text), text);
    EXPECT_EQ(coded("br", text), text);
    EXPECT_EQ(coded("identity", text), text);
}

TEST(Warc, UndoesChunksAroundGzip) {
    const std::string zipped = deflated(kPage, 15 + 16);
    EXPECT_EQ(
        content_of_response(http(
            fmt::format("{:x}\r\n{}\r\n0\r\n\r\n", zipped.size(), zipped),
            "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
        )),
        kPage
    );
}

TEST(Warc, StopsContentThatExpandsTooFar) {
    const std::string blanks(100U << 20U, ' ');
    for (const std::string& body :
         {http(deflated(blanks, 15 + 16), "Content-Encoding: gzip\r\n"),
          http(brotli(blanks), "Content-Encoding: br\r\n")}) {
        const CollectingVisitor read = read_bytes(
            warc_record("response", "http://a.example/bomb", body) +
                response("http://a.example/ok"),
            {.expansion_max = 10}
        );
        ASSERT_THAT(read.problems, SizeIs(1));
        EXPECT_EQ(read.problems[0].kind, ProblemKind::over_limit);
        EXPECT_EQ(read.problems[0].entry, "http://a.example/bomb");
        EXPECT_THAT(read.problems[0].reason, HasSubstr("--max-expansion"));
        EXPECT_LT(read.entries.at(0).content.size(), 70U << 20U);
    }
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

TEST(Wacz, NamesItsPagesBehindTheirWebArchive) {
    const CollectingVisitor read = read_bytes(archive_of(
        ArchiveKind::zip_stored,
        {{"archive/data.warc.gz", compressed(CompressionKind::gzip, response("http://a.example/"))},
         {"pages/pages.jsonl", "{}\n"}}
    ));
    EXPECT_THAT(
        read.names(), ElementsAre("archive/data.warc.gz/http://a.example/", "pages/pages.jsonl")
    );
    EXPECT_EQ(read.entries.at(0).facts.url, "http://a.example/");
}

std::string arc_file(std::string_view version_line, std::string_view records) {
    const std::string block = fmt::format(
        "{} Test\nURL IP-address Archive-date Content-type Archive-length\n", version_line
    );
    return fmt::format(
        "filedesc://t.arc 0.0.0.0 20080430204825 text/plain {}\n{}\n{}",
        block.size(),
        block,
        records
    );
}

TEST(Arc, ReadsVersionOne) {
    const std::string message = http(kPage);
    const CollectingVisitor read = read_bytes(arc_file(
        "1 0",
        fmt::format(
            "dns:a.example 1.2.3.4 20080430204825 text/dns 3\nabc\n"
            "http://a.example/two words 1.2.3.4 20080430204826 text/html {}\n{}\n",
            message.size(),
            message
        )
    ));
    EXPECT_THAT(
        read.entries, ElementsAre(ReadEntry{"http://a.example/two words", std::string(kPage)})
    );
    EXPECT_EQ(read.entries.at(0).facts.fetched, "2008-04-30T20:48:26Z");
    EXPECT_EQ(read.entries.at(0).facts.charset, "ISO-8859-1");
    EXPECT_THAT(read.problems, IsEmpty());
}

TEST(Arc, ReadsVersionTwo) {
    const std::string message = http(kPage);
    const CollectingVisitor read = read_bytes(arc_file(
        "2 0",
        fmt::format(
            "http://a.example/ 1.2.3.4 20080430204826 text/html 200 - - 1390 t.arc {}\n{}\n",
            message.size(),
            message
        )
    ));
    EXPECT_THAT(read.entries, ElementsAre(ReadEntry{"http://a.example/", std::string(kPage)}));
}

TEST(Arc, ReadsOnBehindABadLine) {
    const std::string message = http(kPage);
    const CollectingVisitor read = read_bytes(arc_file(
        "1 0",
        fmt::format(
            "http://a.example/bad 1.2.3.4 20080430204826 text/html -1\nsome\nthing\n"
            "http://a.example/good 1.2.3.4 20080430204826 text/html {}\n{}\n",
            message.size(),
            message
        )
    ));
    EXPECT_THAT(read.names(), ElementsAre("http://a.example/good"));
    EXPECT_THAT(read.problems, SizeIs(1));
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
