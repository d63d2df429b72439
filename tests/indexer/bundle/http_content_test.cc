// What HTTP does to the content of a page on its way: chunks and compressions.

#include <cstdint>
#include <string>
#include <string_view>

#include <brotli/encode.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "tests/indexer/bundle/web_archive_fixtures.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

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

std::string content_of_response(std::string_view http_message) {
    const CollectingVisitor read =
        read_bytes(warc_record("response", "http://gazette.example/", http_message));
    EXPECT_THAT(read.problems, IsEmpty());
    return read.entries.size() == 1 ? read.entries[0].content : "not one entry";
}

TEST(HttpContent, UndoesChunks) {
    EXPECT_EQ(
        content_of_response(http(
            "5\r\nFerry\r\n8;name=x\r\n returns\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n"
        )),
        "Ferry returns"
    );
}

TEST(HttpContent, KeepsContentWhoseChunksTheCrawlerUndid) {
    EXPECT_EQ(
        content_of_response(http("Ferry returns", "Transfer-Encoding: chunked\r\n")),
        "Ferry returns"
    );
}

TEST(HttpContent, SaysWhenChunksAreWrongAndKeepsTheRest) {
    const CollectingVisitor read = read_bytes(warc_record(
        "response",
        "http://a.example/",
        http("5\r\nFerry\r\nreturns\r\n", "Transfer-Encoding: chunked\r\n")
    ));
    EXPECT_THAT(read.entries, ElementsAre(ReadEntry{"http://a.example/", "Ferry\r\nreturns\r\n"}));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_THAT(read.problems[0].reason, HasSubstr("wrong lengths"));
}

TEST(HttpContent, UndoesEveryContentCoding) {
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

TEST(HttpContent, UndoesChunksAroundGzip) {
    const std::string zipped = deflated(kPage, 15 + 16);
    EXPECT_EQ(
        content_of_response(http(
            fmt::format("{:x}\r\n{}\r\n0\r\n\r\n", zipped.size(), zipped),
            "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
        )),
        kPage
    );
}

TEST(HttpContent, StopsContentThatExpandsTooFar) {
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

}  // namespace
}  // namespace broadsheet::testing
