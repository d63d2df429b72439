#include "indexer/bundle/warc/brotli_source.h"

#include <new>
#include <string>
#include <utility>

#include "indexer/bundle/problem_words.h"

namespace broadsheet {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10U;

}  // namespace

BrotliSource::BrotliSource(Reading& reading, ByteSource& below, unsigned layer)
    : reading_(reading),
      below_(below),
      layer_(layer),
      decoder_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)),
      output_(kBlockBytes) {
    if (!decoder_) throw std::bad_alloc();
}

std::string_view BrotliSource::read() {
    while (!ended_ && !reading_.ended()) {
        if (needs_input_) {
            input_ = below_.read();
            input_bytes_ += input_.size();
            if (input_.empty()) {
                if (below_.failure() == nullptr) end(Failure{.reason = std::string(kCutOff)});
                ended_ = true;
                break;
            }
        }
        BrotliDecoderResult result = BROTLI_DECODER_RESULT_ERROR;
        const std::size_t size = decode_block(result);
        needs_input_ = result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT;
        if (result == BROTLI_DECODER_RESULT_SUCCESS) end(std::nullopt);
        if (result == BROTLI_DECODER_RESULT_ERROR) end(Failure{.reason = damage_words("")});
        output_bytes_ += size;
        if (expands_too_far(output_bytes_, input_bytes_, reading_.limits().expansion_max))
            end(expansion_failure(reading_.limits()));
        if (!reading_.decoded(layer_, size)) break;
        if (size != 0) return {reinterpret_cast<const char*>(output_.data()), size};
    }
    return {};
}

std::size_t BrotliSource::decode_block(BrotliDecoderResult& result) {
    std::size_t input_left = input_.size();
    const auto* input = reinterpret_cast<const std::uint8_t*>(input_.data());
    std::size_t output_left = output_.size();
    std::uint8_t* output = output_.data();
    result = BrotliDecoderDecompressStream(
        decoder_.get(), &input_left, &input, &output_left, &output, nullptr
    );
    input_.remove_prefix(input_.size() - input_left);
    return output_.size() - output_left;
}

void BrotliSource::end(std::optional<Failure> failure) {
    failure_ = std::move(failure);
    ended_ = true;
}

Failure* BrotliSource::failure() {
    if (Failure* whole_bundle = reading_.failure()) return whole_bundle;
    if (failure_) return &*failure_;
    return below_.failure();
}

}  // namespace broadsheet
