#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/large_pages.h"
#include "indexer/segment/arena.h"
#include "indexer/segment/byte_buffer.h"

namespace broadsheet {

/// Numbers the distinct terms of a segment from 0 and remembers their names.
class TermTable {
public:
    /// The number of a term, which must be storable (is_storable_term); a new one gets the next.
    /// @throws Error (internal) beyond 2^27 terms or 4 GB of names: the segment should have been
    /// finished long before.
    std::uint32_t number_of(std::string_view term) { return number_of(term, hash_of(term)); }

    /// The same when the term's hash_of() is at hand.
    std::uint32_t number_of(std::string_view term, std::uint32_t hash);

    static std::uint32_t hash_of(std::string_view term);

    /// Asks for what number_of() will read first.
    void fetch_soon(std::uint32_t hash) const {
        if (!slots_.empty()) broadsheet::fetch_soon(&slots_[hash & (slots_.size() - 1)]);
    }

    [[nodiscard]] std::size_t size() const { return names_.size(); }

    [[nodiscard]] std::string_view name(std::uint32_t number) const {
        const char* name = names_[number];
        return {name + 1, static_cast<unsigned char>(*name)};
    }

    /// Ask for what name() will read: first where it is, when that has come, the name.
    void fetch_place_soon(std::uint32_t number) const { broadsheet::fetch_soon(&names_[number]); }

    void fetch_name_soon(std::uint32_t number) const { broadsheet::fetch_soon(names_[number]); }

    /// The numbers of all terms in byte order of their names.
    [[nodiscard]] std::vector<std::uint32_t> in_order() const;

    [[nodiscard]] std::size_t memory_bytes() const;

    /// Bytes that in_order() takes for each term while it works.
    static constexpr std::size_t kOrderBytesPerTerm = 36;

    /// Bytes of all names, with one for the length of each.
    [[nodiscard]] std::size_t name_bytes() const { return name_bytes_; }

    void clear();

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number_plus_one = 0;  // 0: free
    };

    void grow();

    LargeVector<Slot> slots_;         // a power of two, open addressing, at most 3/4 full
    std::vector<const char*> names_;  // a length byte, then the name
    Arena arena_;
    std::size_t name_bytes_ = 0;
};

}  // namespace broadsheet
