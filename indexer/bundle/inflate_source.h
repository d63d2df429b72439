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

/// How deflated data is wrapped.
enum class DeflateWrapping : std::uint8_t {
    gzip,  ///< RFC 1952, any number of members in a row
    zlib,  ///< RFC 1950
    none,  ///< RFC 1951
};

/// What deflated data holds: gzip files, and the content of web pages.
///
/// gzip is done with zlib rather than with libarchive's filter, which verifies no checksum, says
/// nothing of garbage behind the last member, and loses up to 64 KiB where the file is cut off.
class InflateSource final : public ByteSource {
public:
    /// `layer` as in Reading::decoded().
    InflateSource(
        Reading& reading,
        ByteSource& below,
        unsigned layer,
        DeflateWrapping wrapping = DeflateWrapping::gzip
    );
    ~InflateSource() override;

    std::string_view read() override;
    Failure* failure() override;

private:
    enum class State : std::uint8_t { in_member, between_members, after_damage, ended };

    bool refill();
    void begin_next_member();
    void find_next_member();
    void begin_member();
    std::size_t inflate_block();
    void fail(std::string reason);

    Reading& reading_;
    ByteSource& below_;
    unsigned layer_;
    DeflateWrapping wrapping_;
    z_stream stream_{};
    std::string_view input_;
    std::vector<char> output_;
    State state_ = State::in_member;
    std::uint64_t input_bytes_ = 0;
    std::uint64_t output_bytes_ = 0;
    std::optional<Failure> failure_;
};

}  // namespace broadsheet
