#include "indexer/bundle/warc/chunked_source.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "common/ascii.h"
#include "indexer/bundle/problem_words.h"
#include "indexer/bundle/warc/header_fields.h"

namespace broadsheet {
namespace {

/// Longest line with the length of a chunk, extensions included.
constexpr std::size_t kLengthLineMax = 1024;

struct ChunkLength {
    std::uint64_t size_bytes = 0;
    std::size_t line_bytes = 0;
};

/// The length line at the start of `bytes`, with the line break that ended the chunk before.
std::optional<ChunkLength> chunk_length(std::string_view bytes) {
    const std::size_t start = std::min(bytes.find_first_not_of("\r\n"), bytes.size());
    const std::size_t end = bytes.find('\n', start);
    if (start > 2 || end == std::string_view::npos) return std::nullopt;
    std::string_view digits = bytes.substr(start, end - start);
    digits = trimmed(digits.substr(0, digits.find(';')));
    ChunkLength length{.line_bytes = end + 1};
    const char* const digits_end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), digits_end, length.size_bytes, 16);
    if (error != std::errc{} || stop != digits_end) return std::nullopt;
    return length;
}

}  // namespace

std::string_view ChunkedSource::read() {
    while (state_ != State::ended) {
        if (state_ == State::first_chunk || state_ == State::later_chunk) {
            begin_chunk();
            continue;
        }
        const std::string_view bytes =
            state_ == State::as_it_is ? source_.read() : source_.read_some(left_bytes_);
        if (bytes.empty()) {
            if (state_ == State::in_chunk) failure_ = Failure{.reason = std::string(kCutOff)};
            state_ = State::ended;
            break;
        }
        left_bytes_ -= state_ == State::in_chunk ? bytes.size() : 0;
        if (state_ == State::in_chunk && left_bytes_ == 0) state_ = State::later_chunk;
        return bytes;
    }
    return {};
}

void ChunkedSource::begin_chunk() {
    const std::string_view head = source_.head(kLengthLineMax);
    const std::optional<ChunkLength> length = chunk_length(head);
    if (length) {
        source_.read_some(length->line_bytes);
        left_bytes_ = length->size_bytes;
        state_ = left_bytes_ == 0 ? State::ended : State::in_chunk;
        return;
    }
    // The last chunk, of length 0, is often missing; nothing is lost with it.
    if (head.find_first_not_of("\r\n") == std::string_view::npos) {
        state_ = State::ended;
    } else {
        if (state_ == State::later_chunk)
            failure_ = Failure{.reason = "is damaged: its chunks have wrong lengths"};
        state_ = State::as_it_is;
    }
}

Failure* ChunkedSource::failure() {
    Failure* below = source_.failure();
    if (below != nullptr) return below;
    return failure_ ? &*failure_ : nullptr;
}

}  // namespace broadsheet
