#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/large_pages.h"
#include "indexer/segment/byte_buffer.h"
#include "indexer/segment/term_table.h"

namespace broadsheet {

/// The terms of a segment in byte order, with their names once more: they are read in this order
/// while the tables are written, and hundreds of times each for the lists of terms by article.
class RankedTerms {
public:
    explicit RankedTerms(const TermTable& terms);

    [[nodiscard]] std::size_t size() const { return term_at_.size(); }

    /// The number of the term at `rank`, from 0.
    [[nodiscard]] std::uint32_t term_at(std::size_t rank) const { return term_at_[rank]; }

    /// The ranks of terms by their number.
    [[nodiscard]] std::span<const std::uint32_t> rank_of() const { return rank_of_; }

    [[nodiscard]] std::string_view name(std::size_t rank) const {
        const char* name = name_at(rank);
        return {name + 1, static_cast<unsigned char>(*name)};
    }

    /// Ask for what name() will read: first where it is, when that has come, the name.
    void fetch_place_soon(std::size_t rank) const { fetch_soon(&name_begin_[rank]); }

    void fetch_name_soon(std::size_t rank) const { fetch_soon(name_at(rank)); }

    /// Bytes it takes for each term, beside their names.
    static constexpr std::size_t kBytesPerTerm = 3 * sizeof(std::uint32_t);

private:
    [[nodiscard]] const char* name_at(std::size_t rank) const {
        return names_.data() + name_begin_[rank];
    }

    std::vector<std::uint32_t> term_at_;
    LargeVector<std::uint32_t> rank_of_;
    LargeVector<std::uint32_t> name_begin_;  // by rank
    LargeVector<char> names_;                // each behind a byte for its length
};

}  // namespace broadsheet
