#include "indexer/bundle/stream_entry.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace broadsheet {
namespace {

constexpr std::size_t kHeadBytesMax = std::size_t{64} << 10U;

}  // namespace

StreamEntry::StreamEntry(Reading& reading, PeekedSource& source, std::string name, EntryFacts facts)
    : reading_(reading), source_(source), name_(std::move(name)), facts_(std::move(facts)) {}

std::string_view StreamEntry::head(std::size_t size_bytes) {
    if (ended_) return {};
    const std::uint64_t left = reading_.limits().entry_bytes_max - given_bytes_;
    return source_.head(std::min<std::uint64_t>({size_bytes, kHeadBytesMax, left}));
}

std::string_view StreamEntry::read() {
    if (ended_) return {};
    const std::string_view block = source_.read();
    const std::uint64_t left = reading_.limits().entry_bytes_max - given_bytes_;
    if (block.empty()) {
        tell_end();
    } else if (block.size() > left) {
        ended_ = true;
        reading_.tell(
            ProblemKind::over_limit,
            name_,
            fmt::format(
                "is longer than {} bytes; the rest of it was left out (--max-entry-size allows "
                "more)",
                reading_.limits().entry_bytes_max
            )
        );
    }
    given_bytes_ += std::min<std::uint64_t>(block.size(), left);
    return block.substr(0, left);
}

void StreamEntry::tell_end() {
    ended_ = true;
    if (Failure* failure = source_.failure()) reading_.tell(*failure, name_);
}

}  // namespace broadsheet
