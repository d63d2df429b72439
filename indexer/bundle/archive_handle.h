#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <string_view>

#include <archive.h>
#include <archive_entry.h>

#include "indexer/bundle/byte_source.h"

namespace broadsheet {

/// A libarchive reader fed from a source. Formats and filters are enabled on get() before open().
class ArchiveHandle {
public:
    explicit ArchiveHandle(ByteSource& source);

    [[nodiscard]] archive* get() const { return archive_.get(); }

    /// Begins to read. Like all that follow: returns a result code of libarchive, and throws what
    /// the source threw, which must not pass through libarchive itself.
    int open();

    /// Goes to the next entry, skipping what is left of this one. Names are read as UTF-8.
    int next_header(archive_entry** header);

    /// The next block of the entry's data and where it belongs in it.
    int read_block(std::string_view& block, std::int64_t& offset_bytes);

    /// Bytes it has taken from the source.
    [[nodiscard]] std::uint64_t taken_bytes() const { return feed_->taken_bytes; }

    /// What libarchive says about its last failure, possibly nothing.
    [[nodiscard]] std::string_view message() const;

private:
    /// At an address of its own, because libarchive keeps a pointer to it.
    struct Feed {
        ByteSource& source;
        std::uint64_t taken_bytes = 0;
        std::int64_t offset = 0;
        std::exception_ptr thrown = nullptr;
    };

    struct Free {
        void operator()(archive* reader) const { archive_read_free(reader); }
    };

    int checked(int result);

    static la_ssize_t read(archive* reader, void* feed, const void** block);
    static la_int64_t skip(archive* reader, void* feed, la_int64_t size_bytes);
    static la_int64_t seek(archive* reader, void* feed, la_int64_t offset_bytes, int whence);

    std::unique_ptr<Feed> feed_;
    std::unique_ptr<archive, Free> archive_;
};

}  // namespace broadsheet
