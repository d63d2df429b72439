#pragma once

#include <cstdint>
#include <exception>
#include <limits>
#include <memory>
#include <string_view>

#include <archive.h>

#include "indexer/bundle/archive_cursor.h"
#include "indexer/bundle/byte_source.h"

namespace broadsheet {

/// A libarchive reader fed from a source. Formats and filters are enabled on get() before the first
/// header is asked for. What the source throws is thrown on by whatever was called, and never
/// passes through libarchive itself.
class ArchiveHandle final : public ArchiveCursor {
public:
    explicit ArchiveHandle(ByteSource& source);

    [[nodiscard]] archive* get() const { return archive_.get(); }

    /// Makes next_header() fail where it takes more bytes than this, so that no more are buffered.
    /// The data of each entry must be read to its end then.
    void limit_headers(std::uint64_t bytes) { header_bytes_max_ = bytes; }

    int next_header(EntryHeader& header) override;
    int read_block(std::string_view& block, std::int64_t& offset_bytes) override;

    [[nodiscard]] std::uint64_t taken_bytes() const override { return feed_->taken_bytes; }

    [[nodiscard]] bool ends_blank() const override;

    [[nodiscard]] std::uint64_t left_bytes() const override;

    [[nodiscard]] std::string_view message() const override;

private:
    /// At an address of its own, because libarchive keeps a pointer to it.
    struct Feed {
        ByteSource& source;
        std::uint64_t taken_bytes = 0;
        std::uint64_t taken_bytes_max = std::numeric_limits<std::uint64_t>::max();
        std::uint64_t blank_bytes = 0;  ///< the last ones that were taken
        std::int64_t offset = 0;
        std::exception_ptr thrown = nullptr;
    };

    struct Free {
        void operator()(archive* reader) const { archive_read_free(reader); }
    };

    int open();
    int checked(int result);

    static la_ssize_t read(archive* reader, void* feed, const void** block);
    static la_int64_t skip(archive* reader, void* feed, la_int64_t size_bytes);
    static la_int64_t seek(archive* reader, void* feed, la_int64_t offset_bytes, int whence);

    std::unique_ptr<Feed> feed_;
    std::unique_ptr<archive, Free> archive_;
    std::uint64_t header_bytes_max_ = 0;  // 0: any number
    bool opened_ = false;
};

}  // namespace broadsheet
