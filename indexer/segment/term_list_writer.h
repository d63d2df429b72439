#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/segment/byte_buffer.h"
#include "indexer/segment/deflater.h"
#include "indexer/segment/table_writer.h"
#include "indexer/segment/term_lists.h"
#include "indexer/segment/term_table.h"

namespace broadsheet {

/// Writes the term list table: what an article is deleted by, and what feedback reads.
class TermListWriter {
public:
    /// `order`: the numbers of all terms in byte order.
    TermListWriter(
        TableWriter& table,
        Deflater& deflater,
        const TermTable& terms,
        std::span<const std::uint32_t> order
    );

    /// Articles rise. `slots_used` as ValueStore says it.
    void add(
        std::uint32_t article, std::uint32_t length, TermLists& lists, std::string_view slots_used
    );

    /// Bytes it takes for each term, beside their names.
    static constexpr std::size_t kBytesPerTerm = 2 * sizeof(std::uint32_t);

private:
    void append_terms(std::span<const TermLists::Listed> listed);

    [[nodiscard]] const char* name(std::uint32_t rank) const {
        return names_.data() + name_begin_[rank];
    }

    TableWriter& table_;
    Deflater& deflater_;
    ByteBuffer names_;  // of all terms in order, each behind a byte for its length
    std::vector<std::uint32_t> name_begin_;  // by rank
    std::vector<std::uint32_t> rank_of_;     // by term
    TermListCoder coder_;
    ByteBuffer tag_;
    std::string key_;
};

}  // namespace broadsheet
