#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <brotli/decode.h>

#include "indexer/bundle/byte_source.h"
#include "indexer/bundle/reading.h"

namespace broadsheet {

/// What Brotli-compressed content holds (RFC 7932).
class BrotliSource final : public ByteSource {
public:
    /// `layer` as in Reading::decoded().
    BrotliSource(Reading& reading, ByteSource& below, unsigned layer);

    std::string_view read() override;
    Failure* failure() override;

private:
    struct Destroy {
        void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
    };

    std::size_t decode_block(BrotliDecoderResult& result);
    void end(std::optional<Failure> failure);

    Reading& reading_;
    ByteSource& below_;
    unsigned layer_;
    std::unique_ptr<BrotliDecoderState, Destroy> decoder_;
    std::string_view input_;
    std::vector<std::uint8_t> output_;
    std::uint64_t input_bytes_ = 0;
    std::uint64_t output_bytes_ = 0;
    bool needs_input_ = true;
    bool ended_ = false;
    std::optional<Failure> failure_;
};

}  // namespace broadsheet
