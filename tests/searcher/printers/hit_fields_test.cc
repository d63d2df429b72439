// What can be chosen with --fields, and how answers to several queries are told apart.

#include "searcher/printers/hit_fields.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/printers/sample_hits.h"
#include "tests/support/temp_directory.h"
#include "tests/support/test_data.h"

namespace broadsheet {
namespace {

using testing::bare_hit;
using testing::full_hit;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::printed;

TEST(HitFields, StandInTheTableUnderTheirNames) {
    for (const std::string_view name : kHitFieldNames)
        EXPECT_EQ(hit_field(name).name, name);
}

TEST(HitFields, AreEachInTheDocument) {
    const std::string document =
        testing::read_file(testing::source_directory() / "searcher/OUTPUT.md");
    for (const std::string_view name : kHitFieldNames)
        EXPECT_THAT(document, HasSubstr('`' + std::string(name) + '`'));
}

TEST(HitFields, ComeInTheOrderAsked) {
    EXPECT_EQ(
        printed({.printer = "jsonl", .fields = {"source", "id"}}, {full_hit()}),
        "{\"schema\":1,\"source\":\"Larch Wire\",\"id\":\"larch-1\"}\n"
    );
    EXPECT_EQ(
        printed({.printer = "tsv", .fields = {"source", "id"}}, {full_hit(), bare_hit()}),
        "source\tid\nLarch Wire\tlarch-1\n\tlarch-2\n"
    );
}

TEST(HitFields, KeepCellsHarmlessWhateverTheArticleHolds) {
    std::vector<std::string> columns;
    for (const std::string_view name : kHitFieldNames) {
        if (hit_field(name).cell != nullptr) columns.emplace_back(name);
    }
    const std::string out =
        printed({.printer = "tsv", .fields = columns}, {testing::hostile_hit()});
    EXPECT_EQ(std::ranges::count(out, '\n'), 2);
    EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(out, '\t')), 2 * (columns.size() - 1));
    EXPECT_THAT(out, Not(HasSubstr("\x1b")));
}

TEST(HitFields, JoinListsInACell) {
    Hit hit = bare_hit();
    hit.article.tags = {"ports", "", "people"};
    hit.article.paragraphs = {"One.", "Two."};
    hit.article.dateline = {.place = "ORM", .agency = "Wire"};
    EXPECT_EQ(
        printed({.printer = "tsv", .fields = {"tags", "paragraphs", "dateline"}}, {hit}),
        "tags\tparagraphs\tdateline\nports; people\tOne. Two.\tORM, Wire\n"
    );
}

TEST(Topic, StandsBeforeEachHit) {
    const auto of = [](std::string_view printer) {
        return printed({.printer = printer, .topic = "q 7", .fields = {"id"}}, {bare_hit()});
    };
    EXPECT_EQ(of("jsonl"), "{\"schema\":1,\"query\":\"q 7\",\"id\":\"larch-2\"}\n");
    EXPECT_EQ(of("csv"), "query,id\r\nq 7,larch-2\r\n");
    EXPECT_EQ(of("tsv"), "query\tid\nq 7\tlarch-2\n");
    EXPECT_EQ(of("ids"), "q 7\tlarch-2\n");
    EXPECT_EQ(of("trec"), "q_7 Q0 larch-2 2 0 broadsheet\n");
}

}  // namespace
}  // namespace broadsheet
