#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/bundle/archive_cursor.h"
#include "indexer/bundle/byte_source.h"
#include "indexer/bundle/reading.h"

namespace broadsheet {

/// The bytes of the entry at which an archive cursor stands. Holes of sparse files are given as
/// the zeros they stand for.
class ArchiveData final : public ByteSource {
public:
    /// `below` is what the cursor reads from; `layer` as in Reading::decoded().
    ArchiveData(Reading& reading, ArchiveCursor& cursor, ByteSource& below, unsigned layer);

    std::string_view read() override;

    /// Null after an orderly end even where the source below has failed: libarchive reads ahead,
    /// and the damage then lies behind this entry.
    Failure* failure() override;

    /// The archive as a whole can be read no further.
    [[nodiscard]] bool is_fatal() const { return fatal_; }

    [[nodiscard]] bool has_ended() const { return ended_; }

    [[nodiscard]] std::uint64_t given_bytes() const { return given_bytes_; }

private:
    bool next_block();
    std::string_view give(std::string_view bytes);
    void fail(Failure failure);

    Reading& reading_;
    ArchiveCursor& cursor_;
    ByteSource& below_;
    unsigned layer_;
    std::uint64_t taken_before_;
    std::uint64_t given_bytes_ = 0;
    std::string_view block_;
    std::uint64_t block_offset_ = 0;
    bool ended_ = false;
    bool fatal_ = false;
    std::optional<Failure> failure_;
};

}  // namespace broadsheet
