#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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

    // The terms of one word, in one field or in none.
    struct WordTerms {
        std::uint32_t term = kNone;
        std::uint32_t stem = kNone;
        bool known = false;
    };

    // One term of the article being added.
    struct Entry {
        std::uint32_t term;
        std::uint32_t gap;  // articles since the last one that has it
        std::uint32_t frequency = 0;
        std::uint32_t positions = 0;
        std::uint32_t stem = kNone;
        std::uint32_t stem_frequency = 0;
    };

    struct Placed {
        std::uint32_t entry;
        std::uint32_t position;
    };

    void add_occurrences(const std::vector<Occurrence>& occurrences);
    void fetch_word(const Occurrence& occurrence) const;
    void fetch_chain(const Occurrence& occurrence) const;
    void add_occurrence(const Occurrence& occurrence);
    void add_word(const WordTerms& terms, std::uint32_t position, std::uint32_t stem_weight);
    void add_stems();
    void place_positions();
    void append_postings(Added& added);
    std::uint32_t entry_of(std::uint32_t term);
    void add_frequency(std::uint32_t term, std::uint32_t frequency);
    const WordTerms& terms_of(const Word& word);
    const WordTerms& terms_of(const Word& word, std::uint8_t field);
    WordTerms name_terms(const Word& word, std::string_view prefix);
    std::uint32_t number_of(std::string_view term);

    TermTable terms_;
    std::vector<PostingChain> chain_;  // by term
    PostingChains postings_;
    TermLists lists_;
    std::vector<WordTerms> word_terms_;                         // by word
    std::unordered_map<std::uint64_t, WordTerms> field_terms_;  // by field and word

    // Of the article being added; kept for their memory.
    std::uint32_t article_ = 0;
    std::vector<Entry> entries_;
    std::vector<Placed> placed_;
    std::vector<std::uint32_t> positions_;        // grouped by entry
    std::vector<std::uint32_t> positions_begin_;  // by entry
    ByteBuffer code_;
    std::string name_;
};

}  // namespace broadsheet
