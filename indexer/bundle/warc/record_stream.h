#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/bundle/byte_source.h"
#include "indexer/bundle/peeked_source.h"

namespace broadsheet {

/// A web archive as a row of bytes of which it is known how many have been taken.
class RecordStream {
public:
    explicit RecordStream(PeekedSource& source) : source_(source) {}

    /// Up to `size_bytes` next bytes, fewer only at the end. Valid until the next call.
    std::string_view head(std::size_t size_bytes) { return source_.head(size_bytes); }

    /// The next bytes, at most `size_bytes_max`; empty only at the end. Valid until the next call.
    std::string_view take(std::uint64_t size_bytes_max);

    /// Goes past the line breaks that separate records. False at the end of everything.
    bool skip_blank_lines();

    /// Goes to the start of the next line, however long this one is.
    void skip_line();

    /// Offset of the next byte in the decompressed archive.
    [[nodiscard]] std::uint64_t position() const { return position_; }

    Failure* failure() { return source_.failure(); }

private:
    PeekedSource& source_;
    std::uint64_t position_ = 0;
};

/// The block of one record: as many bytes of the stream as its header states.
class RecordBlock final : public ByteSource {
public:
    RecordBlock(RecordStream& stream, std::uint64_t size_bytes)
        : stream_(stream), left_bytes_(size_bytes) {}

    std::string_view read() override;
    Failure* failure() override;

private:
    RecordStream& stream_;
    std::uint64_t left_bytes_;
    std::optional<Failure> failure_;
};

}  // namespace broadsheet
