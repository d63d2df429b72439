#include "indexer/bundle/warc/record_stream.h"

#include <algorithm>
#include <string>

#include "indexer/bundle/problem_words.h"

namespace broadsheet {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{4} << 10U;

}  // namespace

std::string_view RecordStream::take(std::uint64_t size_bytes_max) {
    const std::string_view bytes = source_.read_some(size_bytes_max);
    position_ += bytes.size();
    return bytes;
}

bool RecordStream::skip_blank_lines() {
    while (true) {
        const std::string_view next = head(kBlockBytes);
        const std::size_t blank = std::min(next.find_first_not_of("\r\n"), next.size());
        if (blank == 0) return !next.empty();
        take(blank);
    }
}

void RecordStream::skip_line() {
    while (true) {
        const std::string_view next = head(kBlockBytes);
        const std::size_t end = next.find('\n');
        if (end != std::string_view::npos || next.empty()) {
            if (!next.empty()) take(end + 1);
            return;
        }
        take(next.size());
    }
}

std::string_view RecordBlock::read() {
    if (left_bytes_ == 0) return {};
    const std::string_view bytes = stream_.take(left_bytes_);
    left_bytes_ -= bytes.size();
    if (bytes.empty()) {
        left_bytes_ = 0;
        failure_ = Failure{.reason = std::string(kCutOff)};
    }
    return bytes;
}

Failure* RecordBlock::failure() {
    if (!failure_) return nullptr;
    Failure* below = stream_.failure();
    return below != nullptr ? below : &*failure_;
}

}  // namespace broadsheet
