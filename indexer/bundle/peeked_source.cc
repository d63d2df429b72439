#include "indexer/bundle/peeked_source.h"

#include <utility>

namespace broadsheet {

std::string_view PeekedSource::head(std::size_t size_bytes) {
    while (block_.size() < size_bytes && !ended_) {
        // What stands in a block of the source below is gone once the next one is asked for.
        if (block_.data() != gathered_.data()) gathered_.assign(block_);
        const std::string_view more = below_.read();
        ended_ = more.empty();
        if (gathered_.empty()) {
            block_ = more;
        } else {
            gathered_.append(more);
            block_ = gathered_;
        }
    }
    return block_.substr(0, size_bytes);
}

std::string_view PeekedSource::read() {
    if (block_.empty()) return ended_ ? std::string_view{} : below_.read();
    return std::exchange(block_, {});
}

std::string_view PeekedSource::read_some(std::uint64_t size_bytes_max) {
    if (block_.empty() && !ended_) {
        block_ = below_.read();
        ended_ = block_.empty();
    }
    const std::string_view some = block_.substr(0, size_bytes_max);
    block_.remove_prefix(some.size());
    return some;
}

void PeekedSource::seek(std::int64_t offset_bytes) {
    block_ = {};
    ended_ = false;
    below_.seek(offset_bytes);
}

}  // namespace broadsheet
