#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <zlib.h>

#include "indexer/bundle/byte_source.h"
#include "indexer/bundle/reading.h"

namespace broadsheet {

/// What a gzip file holds, all of its members in a row (RFC 1952).
///
/// Done with zlib rather than with libarchive's filter, which verifies no checksum, says nothing
/// of garbage behind the last member, and loses up to 64 KiB where the file is cut off.
class GzipSource final : public ByteSource {
public:
    /// `layer` as in Reading::decoded().
    GzipSource(Reading& reading, ByteSource& below, unsigned layer);
    ~GzipSource() override;

    std::string_view read() override;
    Failure* failure() override;

private:
    enum class State : std::uint8_t { in_member, between_members, ended };

    bool refill();
    void begin_next_member();
    std::size_t inflate_block();
    void fail(std::string reason);

    Reading& reading_;
    ByteSource& below_;
    unsigned layer_;
    z_stream stream_{};
    std::string_view input_;
    std::vector<char> output_;
    State state_ = State::in_member;
    std::uint64_t input_bytes_ = 0;
    std::uint64_t output_bytes_ = 0;
    std::optional<Failure> failure_;
};

}  // namespace broadsheet
