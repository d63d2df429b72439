#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/bundle/byte_source.h"
#include "indexer/bundle/peeked_source.h"

namespace broadsheet {

/// The content of an HTTP message sent in chunks (RFC 9112, 7.1). Many crawlers undo the chunks
/// and keep the header that announces them: what does not begin with a chunk is given as it is.
class ChunkedSource final : public ByteSource {
public:
    explicit ChunkedSource(ByteSource& below) : source_(below) {}

    std::string_view read() override;
    Failure* failure() override;

private:
    enum class State : std::uint8_t { first_chunk, later_chunk, in_chunk, as_it_is, ended };

    void begin_chunk();

    PeekedSource source_;
    State state_ = State::first_chunk;
    std::uint64_t left_bytes_ = 0;
    std::optional<Failure> failure_;
};

}  // namespace broadsheet
