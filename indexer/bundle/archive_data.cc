#include "indexer/bundle/archive_data.h"

#include <algorithm>
#include <array>
#include <utility>

#include <archive.h>

#include "indexer/bundle/problem_words.h"

namespace broadsheet {
namespace {

constexpr std::array<char, std::size_t{64} << 10U> kZeros{};

/// Blocks in a row without a byte in them before an entry is given up: libarchive promises none.
constexpr int kEmptyBlocksMax = 10'000;

/// libarchive reads ahead, so that a small entry may take nothing at all from its source.
constexpr std::uint64_t kReadAheadBytes = std::uint64_t{256} << 10U;

}  // namespace

ArchiveData::ArchiveData(Reading& reading, ArchiveCursor& cursor, ByteSource& below, unsigned layer)
    : reading_(reading),
      cursor_(cursor),
      below_(below),
      layer_(layer),
      taken_before_(cursor.taken_bytes()) {}

std::string_view ArchiveData::read() {
    if (ended_ || reading_.ended()) return {};
    if (block_.empty() && !next_block()) {
        ended_ = true;
        return {};
    }
    if (block_offset_ > given_bytes_) {
        const std::uint64_t hole =
            std::min<std::uint64_t>(block_offset_ - given_bytes_, kZeros.size());
        return give({kZeros.data(), static_cast<std::size_t>(hole)});
    }
    return give(std::exchange(block_, {}));
}

/// Takes the next block that holds bytes; false at the end, or after noting what is wrong.
bool ArchiveData::next_block() {
    for (int attempt = 0; attempt < kEmptyBlocksMax; ++attempt) {
        std::int64_t offset = 0;
        const int result = cursor_.read_block(block_, offset);
        if (result == ARCHIVE_EOF) return false;
        if (result == ARCHIVE_FAILED || result == ARCHIVE_FATAL) {
            fatal_ = result == ARCHIVE_FATAL;
            fail({.reason = damage_words(cursor_.message())});
            return false;
        }
        // A checksum that does not match is only warned of, after the last of the bytes.
        if (result == ARCHIVE_WARN && !failure_) fail({.reason = damage_words(cursor_.message())});
        block_offset_ = static_cast<std::uint64_t>(std::max<std::int64_t>(offset, 0));
        if (!block_.empty() && result != ARCHIVE_RETRY) return true;
        if (reading_.ended()) return false;
    }
    fatal_ = true;
    fail({.reason = "is damaged: its data does not come to an end"});
    return false;
}

std::string_view ArchiveData::give(std::string_view bytes) {
    given_bytes_ += bytes.size();
    const std::uint64_t taken = cursor_.taken_bytes() - taken_before_ + kReadAheadBytes;
    if (expands_too_far(given_bytes_, taken, reading_.limits().expansion_max)) {
        fail(expansion_failure(reading_.limits()));
        ended_ = true;
    }
    return reading_.decoded(layer_, bytes.size()) ? bytes : std::string_view{};
}

void ArchiveData::fail(Failure failure) {
    failure_ = std::move(failure);
}

Failure* ArchiveData::failure() {
    if (reading_.ended()) return reading_.failure();
    if (!failure_) return nullptr;
    // Where the source below broke off, its reason is nearer to the truth than what followed.
    Failure* below = failure_->kind == ProblemKind::over_limit ? nullptr : below_.failure();
    return below != nullptr ? below : &*failure_;
}

}  // namespace broadsheet
