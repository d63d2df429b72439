#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/segment/arena.h"
#include "indexer/segment/byte_buffer.h"

namespace broadsheet {

/// Which terms each article has, kept as it is added: four bytes for nearly all of them.
class TermLists {
public:
    /// Most terms a segment can have.
    static constexpr std::uint32_t kTermsMax = std::uint32_t{1} << 27;

    /// A term by its place in byte order, and its frequency in the article.
    struct Listed {
        std::uint32_t frequency;
        std::uint32_t rank;
    };

    void begin_article(std::size_t terms);

    void add(std::uint32_t term, std::uint32_t frequency) {
        if (frequency < kManyTimes) {
            packed_.push_back(term << kFrequencyBits | frequency);
        } else {
            packed_.push_back(term << kFrequencyBits | kManyTimes);
            packed_.push_back(frequency);
        }
    }

    void end_article();

    /// The terms of article number `article` in byte order, which `rank_of` says by term. Valid
    /// until the next call.
    std::span<const Listed> in_order(std::uint32_t article, std::span<const std::uint32_t> rank_of);

    [[nodiscard]] std::size_t memory_bytes() const;

private:
    // 32 bits: the term, then its frequency in five, where 31 says that it follows in 32 more.
    static constexpr unsigned kFrequencyBits = 5;
    static constexpr std::uint32_t kManyTimes = (1U << kFrequencyBits) - 1;

    struct Stored {
        const char* bytes;
        std::uint32_t numbers;
    };

    void sort_by_rank(std::size_t ranks);

    Arena arena_;
    std::vector<Stored> stored_;         // by article, from 0
    std::vector<std::uint32_t> packed_;  // of the article being added or read
    std::vector<Listed> listed_;
    std::vector<Listed> other_;  // for sorting
};

/// Puts the term list of one article together as the term list table keeps it.
class TermListCoder {
public:
    void begin(ByteBuffer& out, std::uint32_t length, std::size_t terms);

    /// Terms rise; their names must stay where they are until the next one is added.
    void add(ByteBuffer& out, std::string_view term, std::uint32_t frequency);

private:
    std::string_view previous_;
    bool is_first_ = true;
};

}  // namespace broadsheet
