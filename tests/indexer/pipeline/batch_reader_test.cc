#include "indexer/pipeline/batch_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

// An entry whose bytes lie in memory, read in blocks of a chosen size.
class MemoryEntry : public Entry {
public:
    MemoryEntry(std::string name, std::string bytes, std::size_t block)
        : name_(std::move(name)), bytes_(std::move(bytes)), block_(block) {}

    [[nodiscard]] const std::string& name() const override { return name_; }

    [[nodiscard]] const EntryFacts& facts() const override { return facts_; }

    std::string_view head(std::size_t size_bytes) override {
        return std::string_view(bytes_).substr(0, size_bytes);
    }

    std::string_view read() override {
        const std::string_view block = std::string_view(bytes_).substr(at_, block_);
        at_ += block.size();
        return block;
    }

private:
    std::string name_;
    std::string bytes_;
    EntryFacts facts_;
    std::size_t block_;
    std::size_t at_ = 0;
};

struct ReadPiece {
    std::string entry;
    std::string bytes;
    std::uint64_t offset;
};

// Reads entries into batches and remembers all that came out.
class Reading {
public:
    explicit Reading(BatchReader::Settings settings)
        : reader_(
              "b.tar",
              std::move(settings),
              [this](Batch&& batch, BundlePosition to) { take(batch, to); },
              [this](std::uint64_t, Problem problem) { problems.push_back(std::move(problem)); },
              [](std::uint64_t) {}
          ) {}

    void entry(const std::string& name, const std::string& bytes, std::size_t block = 1000) {
        MemoryEntry entry(name, bytes, block);
        reader_.entry(entry);
    }

    void finish() { reader_.finish(); }

    [[nodiscard]] std::string text() const {
        std::string all;
        for (const auto& piece : pieces)
            all += piece.bytes;
        return all;
    }

    std::vector<ReadPiece> pieces;
    std::vector<std::size_t> batch_sizes;
    std::vector<BundlePosition> positions;
    std::vector<Problem> problems;

private:
    void take(const Batch& batch, BundlePosition to) {
        for (const auto& p : batch.pieces) {
            const Piece piece = batch.piece(p);
            pieces.push_back({std::string(piece.name), std::string(piece.bytes), piece.offset});
        }
        batch_sizes.push_back(batch.bytes.size());
        positions.push_back(to);
    }

    BatchReader reader_;
};

std::string json_lines(int count) {
    std::string lines;
    for (int i = 0; i < count; ++i) {
        lines += R"({"id":")" + std::to_string(i) +
                 R"(","title":"Ferry sails","text":"The ferry sails on Monday."})" + "\n";
    }
    return lines;
}

TEST(BatchReader, PutsSmallEntriesTogether) {
    Reading reading({.batch_bytes = 100'000});
    for (int i = 0; i < 10; ++i)
        reading.entry("e" + std::to_string(i) + ".jsonl", json_lines(2));
    reading.finish();
    EXPECT_THAT(reading.batch_sizes, SizeIs(1));
    EXPECT_THAT(reading.pieces, SizeIs(10));
    EXPECT_EQ(reading.pieces[3].entry, "e3.jsonl");
    EXPECT_EQ(reading.pieces[3].bytes, json_lines(2));
    EXPECT_EQ(reading.positions.back(), (BundlePosition{10, 0}));
}

TEST(BatchReader, CutsALongEntryBetweenArticles) {
    const std::string lines = json_lines(2000);
    Reading reading({.batch_bytes = 5000});
    reading.entry("wire.jsonl", lines, 777);
    reading.finish();
    EXPECT_GT(reading.pieces.size(), 10U);
    std::uint64_t offset = 0;
    for (const auto& piece : reading.pieces) {
        EXPECT_EQ(piece.offset, offset);
        EXPECT_EQ(piece.bytes.back(), '\n');
        offset += piece.bytes.size();
    }
    EXPECT_EQ(reading.text(), lines);
}

TEST(BatchReader, GoesOnAtAPositionItReportedBefore) {
    const std::string lines = json_lines(2000);
    Reading whole({.batch_bytes = 5000});
    whole.entry("first.jsonl", json_lines(3));
    whole.entry("wire.jsonl", lines);
    whole.finish();
    for (std::size_t stop = 0; stop < whole.positions.size(); stop += 5) {
        Reading rest({.batch_bytes = 5000, .from = whole.positions[stop]});
        rest.entry("first.jsonl", json_lines(3));
        rest.entry("wire.jsonl", lines, 513);
        rest.finish();
        std::uint64_t known = 0;
        for (std::size_t i = 0; i <= stop; ++i)
            known += whole.batch_sizes[i];
        EXPECT_EQ(rest.text(), whole.text().substr(known)) << "stopped after batch " << stop;
    }
}

TEST(BatchReader, LeavesOutAnArticleOverTheLimitAndReadsTheNext) {
    const std::string huge = R"({"id":"huge","text":")" + std::string(300'000, 'x') + "\"}\n";
    Reading reading({.batch_bytes = 5000, .article_bytes_max = 50'000});
    reading.entry("wire.jsonl", json_lines(10) + huge + json_lines(20));
    reading.finish();
    EXPECT_EQ(reading.text(), json_lines(10) + json_lines(20));
    ASSERT_THAT(reading.problems, SizeIs(1));
    EXPECT_EQ(reading.problems[0].kind, ProblemKind::over_limit);
    EXPECT_EQ(reading.problems[0].position, json_lines(10).size());
    EXPECT_THAT(reading.problems[0].reason, HasSubstr("--max-article-size"));
}

TEST(BatchReader, LeavesOutAWholeEntryThatCannotBeCut) {
    Reading reading({.batch_bytes = 5000, .article_bytes_max = 50'000});
    std::string text = "Ferry sails again\n\n";
    while (text.size() < 200'000)
        text += "The ferry sails on Monday, the council of the town said.\n\n";
    reading.entry("long.txt", text);
    reading.entry("short.jsonl", json_lines(1));
    reading.finish();
    ASSERT_THAT(reading.pieces, SizeIs(1));
    EXPECT_EQ(reading.pieces[0].entry, "short.jsonl");
    EXPECT_THAT(reading.problems, SizeIs(1));
}

TEST(BatchReader, ReportsEntriesThatWereNotChosen) {
    Reading reading({.include = {"*.jsonl"}});
    reading.entry("a.jsonl", json_lines(1));
    reading.entry("a.txt", "Ferry sails\n\nOn Monday.");
    reading.finish();
    EXPECT_THAT(reading.pieces, SizeIs(1));
    ASSERT_THAT(reading.problems, SizeIs(1));
    EXPECT_EQ(reading.problems[0].kind, ProblemKind::not_chosen);
}

TEST(BatchReader, GivesLaterPiecesTheHeadOfTheirEntry) {
    const std::string lines = json_lines(3000);
    std::vector<std::string> heads;
    BatchReader reader(
        "b",
        {.batch_bytes = 20'000},
        [&](Batch&& batch, BundlePosition) {
            for (const auto& p : batch.pieces)
                heads.emplace_back(batch.piece(p).head.substr(0, 10));
        },
        [](std::uint64_t, Problem) {},
        [](std::uint64_t) {}
    );
    MemoryEntry entry("wire.jsonl", lines, 1000);
    reader.entry(entry);
    reader.finish();
    ASSERT_GT(heads.size(), 3U);
    EXPECT_THAT(heads, ::testing::Each(lines.substr(0, 10)));
}

}  // namespace
}  // namespace broadsheet
