#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

/// What an archive states about an entry.
struct EntryHeader {
    std::string name;  ///< as stored, in whatever encoding; empty when there is none
    bool is_file = false;
    bool is_encrypted = false;
};

/// Goes through an archive entry by entry. The functions that read return result codes of
/// libarchive.
class ArchiveCursor {
public:
    ArchiveCursor() = default;
    virtual ~ArchiveCursor() = default;
    ArchiveCursor(const ArchiveCursor&) = delete;
    ArchiveCursor& operator=(const ArchiveCursor&) = delete;

    /// Goes to the next entry, skipping what is left of this one.
    virtual int next_header(EntryHeader& header) = 0;

    /// The next block of the entry's data and where it belongs in it. Valid until the next call.
    virtual int read_block(std::string_view& block, std::int64_t& offset_bytes) = 0;

    /// Bytes taken from the archive so far.
    [[nodiscard]] virtual std::uint64_t taken_bytes() const = 0;

    /// Whether the last bytes taken were blank ones, as many as a block of a tar has.
    [[nodiscard]] virtual bool ends_blank() const { return true; }

    /// Bytes that were taken and that nothing was made of.
    [[nodiscard]] virtual std::uint64_t left_bytes() const { return 0; }

    /// What the library says about its last failure, possibly nothing.
    [[nodiscard]] virtual std::string_view message() const = 0;
};

}  // namespace broadsheet
