#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/segment/byte_buffer.h"

namespace broadsheet {

/// Turns postings by term back into terms by article: every posting is put at the next free place
/// of its article, so terms that come in order are in order there. Four bytes a posting.
class TermLists {
public:
    /// `term_counts`: how many terms each of the articles 1, 2, 3, ... has.
    explicit TermLists(std::span<const std::uint32_t> term_counts);

    /// Adds a posting. `rank` is the term's place in byte order; ranks must not fall.
    void add(std::uint32_t article, std::uint32_t rank, std::uint32_t frequency) {
        std::uint32_t packed = rank << kFrequencyBits;
        if (frequency < kManyTimes) {
            packed |= frequency;
        } else {
            packed |= kManyTimes;
            frequent_.emplace(key(article, rank), frequency);
        }
        entries_[next_[article - 1]++] = packed;
    }

    /// Most terms a segment can have.
    static constexpr std::size_t kTermsMax = std::size_t{1} << 27;

    /// Calls `visit(rank, frequency)` for the terms of an article, in order. Articles must be asked
    /// for from 1 on, each once.
    template <typename Visit>
    void for_each(std::uint32_t article, const Visit& visit) {
        for (; begin_ < next_[article - 1]; ++begin_) {
            const std::uint32_t rank = entries_[begin_] >> kFrequencyBits;
            const std::uint32_t frequency = entries_[begin_] & kManyTimes;
            visit(rank, frequency < kManyTimes ? frequency : frequent_.at(key(article, rank)));
        }
    }

private:
    static constexpr unsigned kFrequencyBits = 5;
    static constexpr std::uint32_t kManyTimes = (1U << kFrequencyBits) - 1;

    static std::uint64_t key(std::uint32_t article, std::uint32_t rank) {
        return std::uint64_t{article} << 32 | rank;
    }

    std::vector<std::uint32_t> entries_;
    std::vector<std::size_t> next_;  // by article: the next free place in entries_
    std::size_t begin_ = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> frequent_;
};

/// Puts the term list of one article together as the term list table keeps it.
class TermListCoder {
public:
    void begin(ByteBuffer& out, std::uint32_t length, std::uint32_t terms);

    /// Terms rise; their names must stay where they are until the next one is added.
    void add(ByteBuffer& out, std::string_view term, std::uint32_t frequency);

private:
    std::string_view previous_;
    bool is_first_ = true;
};

}  // namespace broadsheet
