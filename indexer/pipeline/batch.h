#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/format.h"

namespace broadsheet {

/// An entry as workers know it; shared by the pieces cut from it.
struct EntrySource {
    std::string name;
    std::string head;  ///< its first bytes, kept for later pieces; empty when there is only one
    EntryFacts facts;
    std::uint64_t number = 0;  ///< in its bundle, from 0
};

/// A piece of an entry inside a Batch.
struct BatchPiece {
    std::shared_ptr<const EntrySource> entry;
    const Format* format = nullptr;
    std::size_t begin = 0;  ///< in Batch::bytes
    std::size_t length = 0;
    std::uint64_t offset = 0;  ///< in the entry
};

/// What a worker gets at a time: pieces of one bundle, about as much text as makes the hand-over
/// negligible.
struct Batch {
    std::uint64_t sequence = 0;  ///< counts the batches of a run from 0, in the order of reading
    std::uint32_t bundle_number = 0;
    std::shared_ptr<const std::string> bundle;
    std::string bytes;
    std::vector<BatchPiece> pieces;

    /// What the format gets to read; lives as long as the batch.
    [[nodiscard]] Piece piece(const BatchPiece& p) const {
        const std::string_view own = std::string_view(bytes).substr(p.begin, p.length);
        const std::string_view head = p.offset == 0 ? own.substr(0, 64U << 10U) : p.entry->head;
        return {p.entry->name, head, own, p.offset, &p.entry->facts};
    }
};

}  // namespace broadsheet
