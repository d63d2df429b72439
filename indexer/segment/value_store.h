#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/segment/byte_buffer.h"
#include "indexer/segment/table_writer.h"

namespace broadsheet {

/// The values of a segment's articles, kept the way the postlist table has them: by slot, in
/// chunks.
class ValueStore {
public:
    using Values = std::vector<std::pair<std::uint32_t, std::string>>;

    /// Adds the values of article number `article`; articles rise, slots rise within one. Empty
    /// values are none. Appends to `slots_used` how the term list table says which slots it has.
    void add(std::uint32_t article, const Values& values, ByteBuffer& slots_used);

    /// Writes the statistics of all slots, then their chunks: that is their order in the table.
    void write(TableWriter& postlist) const;

    [[nodiscard]] std::size_t memory_bytes() const;

    void clear() { slots_.clear(); }

private:
    struct Chunk {
        std::uint32_t first_article;
        std::size_t begin;  // in Slot::bytes
    };

    struct Slot {
        std::uint32_t articles = 0;
        std::uint32_t last_article = 0;
        std::string lower_bound;
        std::string upper_bound;
        ByteBuffer bytes;
        std::vector<Chunk> chunks;
    };

    static void add_value(Slot& slot, std::uint32_t article, std::string_view value);
    static void write_chunks(TableWriter& postlist, std::uint32_t number, const Slot& slot);

    std::map<std::uint32_t, Slot> slots_;
};

}  // namespace broadsheet
