#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/large_pages.h"
#include "indexer/segment/article_terms.h"
#include "indexer/segment/byte_buffer.h"
#include "indexer/segment/posting_chains.h"
#include "indexer/segment/term_lists.h"
#include "indexer/segment/term_table.h"

namespace broadsheet {

/// Turns articles into postings by term, in memory. Each distinct word of an article is looked up
/// once, by its number; nothing is allocated for a posting.
class Inverter {
public:
    Inverter();

    /// What an article came to.
    struct Added {
        std::uint32_t length = 0;  ///< sum of the frequencies
        std::uint32_t terms = 0;
        std::uint32_t frequency_max = 0;
    };

    /// Adds the terms of article number `article`; numbers rise from 1.
    Added add(const ArticleTerms& article, std::uint32_t number);

    [[nodiscard]] const TermTable& terms() const { return terms_; }

    [[nodiscard]] const PostingChain& chain(std::uint32_t term) const { return chain_[term]; }

    [[nodiscard]] const PostingChains& postings() const { return postings_; }

    [[nodiscard]] TermLists& lists() { return lists_; }

    [[nodiscard]] std::size_t memory_bytes() const;

    void clear();

private:
    static constexpr std::uint32_t kNone = 0xffffffff;
    static constexpr std::uint32_t kNotNamed = 0xfffffffe;

    // A word, in one field or in none: its terms, and its place in the article being added. Four to
    // a line of the cache, because one is touched for every word of the text.
    struct WordState {
        std::uint32_t article = 0;  // the newest one that has it
        std::uint32_t group = 0;    // while that is being added
        std::uint32_t term = kNotNamed;
        std::uint32_t stem = kNone;
    };

    // The occurrences of one word in the article being added.
    struct Group {
        std::uint32_t term;
        std::uint32_t stem;
        std::uint32_t count = 0;
        std::uint32_t weight = 0;  // of the stem
        std::uint32_t begin = 0;   // of its positions in positions_
        std::uint32_t positions = 0;
    };

    struct Placed {
        std::uint32_t group;
        std::uint32_t position;
    };

    // One term of the article being added.
    struct Entry {
        std::uint32_t term;
        std::uint32_t gap;  // articles since the last one that has it
        std::uint32_t frequency = 0;
        std::uint32_t group = kNone;  // where its positions are
    };

    void group_occurrences(const std::vector<Occurrence>& occurrences);
    void fetch_states(const Occurrence& occurrence) const;
    void group_occurrence(const Occurrence& occurrence, std::uint8_t field, std::uint32_t weight);
    void place_positions();
    void enter_groups();
    void enter_term(std::uint32_t group);
    void join_groups(std::uint32_t first, std::uint32_t second);
    void append_postings(Added& added);
    void append_positions_of(const Entry& entry);
    Entry& entry_of(std::uint32_t term);
    void add_frequency(std::uint32_t term, std::uint32_t frequency);
    WordState& state_of(std::uint32_t word, std::uint8_t field);
    void name_terms(WordState& state, const Word& word, std::string_view prefix);
    std::uint32_t number_of(std::string_view term, std::uint32_t hash);

    TermTable terms_;
    LargeVector<PostingChain> chain_;  // by term
    PostingChains postings_;
    TermLists lists_;
    std::vector<LargeVector<WordState>> states_;  // by field and number of the word

    // Of the article being added; kept for their memory.
    std::uint32_t article_ = 0;
    std::vector<Group> groups_;
    std::vector<Placed> placed_;
    std::vector<std::uint32_t> positions_;  // by group
    std::vector<Entry> entries_;
    ByteBuffer code_;
    std::string name_;
    std::string stem_name_;
};

}  // namespace broadsheet
