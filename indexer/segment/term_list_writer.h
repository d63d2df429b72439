#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "indexer/segment/byte_buffer.h"
#include "indexer/segment/deflater.h"
#include "indexer/segment/ranked_terms.h"
#include "indexer/segment/table_writer.h"
#include "indexer/segment/term_lists.h"

namespace broadsheet {

/// Writes the term list table: what an article is deleted by, and what feedback reads.
class TermListWriter {
public:
    TermListWriter(TableWriter& table, Deflater& deflater, const RankedTerms& terms)
        : table_(table), deflater_(deflater), terms_(terms) {}

    /// Articles rise. `slots_used` as ValueStore says it.
    void add(
        std::uint32_t article, std::uint32_t length, TermLists& lists, std::string_view slots_used
    );

private:
    void append_terms(std::span<const TermLists::Listed> listed);

    TableWriter& table_;
    Deflater& deflater_;
    const RankedTerms& terms_;
    TermListCoder coder_;
    ByteBuffer tag_;
    std::string key_;
};

}  // namespace broadsheet
