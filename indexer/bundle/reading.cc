#include "indexer/bundle/reading.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "indexer/bundle/problem_words.h"
#include "indexer/bundle/split_archive.h"

namespace broadsheet {
namespace {

constexpr std::uint64_t kFreeExpansionBytes = 64ULL << 20U;

}  // namespace

bool expands_too_far(std::uint64_t decoded, std::uint64_t encoded, std::uint64_t expansion_max) {
    if (decoded <= kFreeExpansionBytes) return false;
    // Divided rather than multiplied, so that nothing can overflow.
    return (decoded - kFreeExpansionBytes) / std::max<std::uint64_t>(expansion_max, 1) >= encoded;
}

Reading::Reading(
    std::string bundle, const Limits& limits, BundleVisitor& visitor, std::stop_token stop
)
    : bundle_(std::move(bundle)), limits_(limits), visitor_(visitor), stop_(std::move(stop)) {}

bool Reading::ended() const {
    return file_ended_ || bundle_ended_ || stop_.stop_requested();
}

Failure* Reading::failure() {
    if (bundle_ended_ || stop_.stop_requested()) return &stopped_;
    return file_ended_ ? &expanded_ : nullptr;
}

void Reading::tell(ProblemKind kind, std::string entry, std::string reason) {
    if (detached_) return;
    if (kind == ProblemKind::unreadable) {
        if (is_part_of_archive(entry.empty() ? bundle_ : entry)) {
            reason = kPartOfArchive;
        } else if (reason.starts_with(kCutOff) && is_part_of_archive(bundle_)) {
            // The part that breaks off is no more to blame than the entry in which it does.
            entry.clear();
            reason = kPartOfArchive;
        }
    }
    visitor_.problem(
        {.kind = kind, .bundle = bundle_, .entry = std::move(entry), .reason = std::move(reason)}
    );
}

void Reading::tell(Failure& failure, std::string entry) {
    if (std::exchange(failure.told, true)) return;
    tell(failure.kind, std::move(entry), failure.reason);
}

bool Reading::admit_entry() {
    if (entries_ < limits_.entries_max) {
        ++entries_;
        return true;
    }
    if (!std::exchange(bundle_ended_, true)) {
        tell(
            ProblemKind::over_limit,
            "",
            fmt::format(
                "has more than {} entries; the rest was left out (--max-entries allows more)",
                limits_.entries_max
            )
        );
    }
    return false;
}

void Reading::begin_file() {
    file_bytes_ = 0;
    decoded_bytes_.clear();
    file_ended_ = false;
    expanded_ = {};
}

void Reading::consumed(std::uint64_t read_bytes, std::uint64_t end_offset) {
    consumed_bytes_ += read_bytes;
    file_bytes_ = std::max(file_bytes_, end_offset);
    if (!detached_) visitor_.consumed(consumed_bytes_);
}

bool Reading::decoded(unsigned layer, std::uint64_t bytes) {
    if (decoded_bytes_.size() <= layer) decoded_bytes_.resize(layer + 1);
    decoded_bytes_[layer] += bytes;
    if (!expands_too_far(decoded_bytes_[layer], file_bytes_, limits_.expansion_max)) return true;
    file_ended_ = true;
    expanded_ = {
        .kind = ProblemKind::over_limit,
        .reason = fmt::format(
            "the bundle expands to more than {} times its size; everything from here on was left "
            "out (--max-expansion allows more)",
            limits_.expansion_max
        ),
    };
    return false;
}

std::uint64_t Reading::spool_bytes_left() const {
    return limits_.article_bytes_max - std::min(limits_.article_bytes_max, spooled_bytes_);
}

void Reading::add_spooled(std::int64_t bytes) {
    spooled_bytes_ += static_cast<std::uint64_t>(bytes);
}

}  // namespace broadsheet
