#include "indexer/bundle/spool.h"

#include <algorithm>
#include <utility>

namespace broadsheet {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10U;

}  // namespace

Spool::Spool(Reading& reading, ByteSource& below) : reading_(reading), below_(below) {
    const std::uint64_t size_max = reading.spool_bytes_left();
    while (rest_.empty() && !whole_) {
        const std::string_view block = below.read();
        const std::size_t fitting = std::min<std::uint64_t>(block.size(), size_max - held_.size());
        held_.append(block.substr(0, fitting));
        rest_ = block.substr(fitting);
        whole_ = block.empty();
    }
    reading_.add_spooled(static_cast<std::int64_t>(held_.size()));
}

Spool::~Spool() {
    reading_.add_spooled(-static_cast<std::int64_t>(held_.size()));
}

std::string_view Spool::read() {
    if (reading_.ended()) return {};
    if (offset_ < held_.size()) {
        const std::string_view block = std::string_view(held_).substr(offset_, kBlockBytes);
        offset_ += block.size();
        return block;
    }
    if (whole_) return {};
    if (!rest_.empty()) return std::exchange(rest_, {});
    return below_.read();
}

Failure* Spool::failure() {
    return below_.failure();
}

std::int64_t Spool::seekable_size() const {
    return whole_ ? static_cast<std::int64_t>(held_.size()) : -1;
}

void Spool::seek(std::int64_t offset_bytes) {
    offset_ =
        std::min(static_cast<std::size_t>(std::max<std::int64_t>(offset_bytes, 0)), held_.size());
}

}  // namespace broadsheet
