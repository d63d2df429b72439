#include "tests/indexer/segment/segment_fixture.h"

#include <set>
#include <sstream>
#include <utility>

#include <gtest/gtest.h>
#include <xapian.h>

#include "tests/support/temp_directory.h"

namespace broadsheet::testing {

namespace {

using Database = Xapian::Database;

std::vector<Xapian::termpos> positions(
    const Database& database, Xapian::docid id, const std::string& term
) {
    return {database.positionlist_begin(id, term), database.positionlist_end(id, term)};
}

std::vector<std::string> all_terms(const Database& database) {
    return {database.allterms_begin(), database.allterms_end()};
}

void expect_same_statistics(const Database& actual, const Database& expected) {
    EXPECT_EQ(actual.get_doccount(), expected.get_doccount());
    EXPECT_EQ(actual.get_lastdocid(), expected.get_lastdocid());
    EXPECT_EQ(actual.get_total_length(), expected.get_total_length());
    EXPECT_EQ(actual.get_avlength(), expected.get_avlength());
    EXPECT_EQ(actual.get_doclength_lower_bound(), expected.get_doclength_lower_bound());
    EXPECT_EQ(actual.get_doclength_upper_bound(), expected.get_doclength_upper_bound());
    EXPECT_EQ(actual.has_positions(), expected.has_positions());
}

void expect_same_metadata(const Database& actual, const Database& expected) {
    const std::vector<std::string> keys(actual.metadata_keys_begin(), actual.metadata_keys_end());
    const std::vector<std::string> expected_keys(
        expected.metadata_keys_begin(), expected.metadata_keys_end()
    );
    ASSERT_EQ(keys, expected_keys);
    for (const auto& key : keys)
        EXPECT_EQ(actual.get_metadata(key), expected.get_metadata(key));
}

using Posting = std::tuple<Xapian::docid, Xapian::termcount, Xapian::termcount>;

std::vector<Posting> postings(const Database& database, const std::string& term) {
    std::vector<Posting> all;
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
        all.emplace_back(*at, at.get_wdf(), at.get_doclength());
    }
    return all;
}

void expect_same_term(const Database& actual, const Database& expected, const std::string& term) {
    EXPECT_EQ(actual.get_termfreq(term), expected.get_termfreq(term)) << term;
    EXPECT_EQ(actual.get_collection_freq(term), expected.get_collection_freq(term)) << term;
    EXPECT_EQ(actual.get_wdf_upper_bound(term), expected.get_wdf_upper_bound(term)) << term;
    const auto expected_postings = postings(expected, term);
    ASSERT_EQ(postings(actual, term), expected_postings) << term;
    for (const auto& posting : expected_postings) {
        const Xapian::docid id = std::get<0>(posting);
        ASSERT_EQ(positions(actual, id, term), positions(expected, id, term)) << term << ' ' << id;
    }
}

std::set<Xapian::valueno> slots(const Database& database, Xapian::docid id) {
    std::set<Xapian::valueno> all;
    const auto document = database.get_document(id);
    for (auto at = document.values_begin(); at != document.values_end(); ++at) {
        all.insert(at.get_valueno());
    }
    return all;
}

std::vector<std::pair<Xapian::docid, std::string>> values(
    const Database& database, Xapian::valueno slot
) {
    std::vector<std::pair<Xapian::docid, std::string>> all;
    for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at) {
        all.emplace_back(at.get_docid(), *at);
    }
    return all;
}

void expect_same_values(
    const Database& actual, const Database& expected, const std::set<Xapian::valueno>& all_slots
) {
    for (const auto slot : all_slots) {
        EXPECT_EQ(actual.get_value_freq(slot), expected.get_value_freq(slot)) << slot;
        EXPECT_EQ(actual.get_value_lower_bound(slot), expected.get_value_lower_bound(slot));
        EXPECT_EQ(actual.get_value_upper_bound(slot), expected.get_value_upper_bound(slot));
        ASSERT_EQ(values(actual, slot), values(expected, slot)) << slot;
    }
}

struct ListedTerm {
    std::string name;
    Xapian::termcount frequency;
    Xapian::doccount articles;
    bool operator==(const ListedTerm&) const = default;
};

std::vector<ListedTerm> term_list(const Database& database, Xapian::docid id) {
    std::vector<ListedTerm> all;
    for (auto at = database.termlist_begin(id); at != database.termlist_end(id); ++at) {
        all.push_back({*at, at.get_wdf(), at.get_termfreq()});
    }
    return all;
}

void expect_same_article(const Database& actual, const Database& expected, Xapian::docid id) {
    EXPECT_EQ(actual.get_doclength(id), expected.get_doclength(id)) << id;
    EXPECT_EQ(actual.get_unique_terms(id), expected.get_unique_terms(id)) << id;
    EXPECT_TRUE(term_list(actual, id) == term_list(expected, id)) << id;
    EXPECT_EQ(slots(actual, id), slots(expected, id)) << id;
    const auto document = actual.get_document(id);
    const auto expected_document = expected.get_document(id);
    EXPECT_TRUE(document.get_data() == expected_document.get_data()) << id;
    EXPECT_EQ(document.termlist_count(), expected_document.termlist_count()) << id;
    EXPECT_EQ(document.values_count(), expected_document.values_count()) << id;
}

}  // namespace

const Word& Words::add(std::string term, std::string stem) {
    const auto number = static_cast<std::uint32_t>(words_.size());
    return words_.emplace_back(Word{
        .term = std::move(term), .stem = std::move(stem), .number = number});
}

void build(
    SegmentBuilder& builder,
    const std::vector<ArticleTerms>& articles,
    const std::filesystem::path& directory,
    const Metadata& metadata
) {
    for (const auto& article : articles)
        builder.add(article);
    builder.finish(directory, metadata);
}

void expect_same(const std::filesystem::path& actual, const std::filesystem::path& expected) {
    const Database left(actual.string(), Xapian::DB_BACKEND_GLASS);
    const Database right(expected.string(), Xapian::DB_BACKEND_GLASS);
    expect_same_statistics(left, right);
    expect_same_metadata(left, right);
    ASSERT_TRUE(all_terms(left) == all_terms(right));
    for (const auto& term : all_terms(right)) {
        expect_same_term(left, right, term);
        if (::testing::Test::HasFailure()) return;  // one difference is enough to read
    }
    ASSERT_EQ(postings(left, ""), postings(right, ""));  // all articles
    std::set<Xapian::valueno> all_slots;
    for (auto at = right.postlist_begin(""); at != right.postlist_end(""); ++at) {
        expect_same_article(left, right, *at);
        all_slots.merge(slots(right, *at));
        if (::testing::Test::HasFailure()) return;
    }
    expect_same_values(left, right, all_slots);
}

void expect_builders_agree(const std::vector<ArticleTerms>& articles, const Metadata& metadata) {
    const TempDirectory directory;
    build(*make_bulk_builder(), articles, directory / "bulk", metadata);
    build(*make_reference_builder(), articles, directory / "reference", metadata);
    std::ostringstream findings;
    EXPECT_EQ(Database::check((directory / "bulk").string(), 0, &findings), 0U) << findings.str();
    expect_same(directory / "bulk", directory / "reference");
}

}  // namespace broadsheet::testing
