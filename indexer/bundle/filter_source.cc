#include "indexer/bundle/filter_source.h"

#include "indexer/bundle/problem_words.h"

namespace broadsheet {

FilterSource::FilterSource(
    Reading& reading, ByteSource& below, const Compression& compression, unsigned layer
)
    : reading_(reading), below_(below), layer_(layer), handle_(below) {
    compression.enable(handle_.get());
    archive_read_support_format_raw(handle_.get());
    archive_read_support_format_empty(handle_.get());
}

std::string_view FilterSource::read() {
    if (!opened_) open();
    return data_ ? data_->read() : std::string_view{};
}

void FilterSource::open() {
    opened_ = true;
    EntryHeader header;
    const int result = handle_.next_header(header);
    const bool found = result == ARCHIVE_OK || result == ARCHIVE_WARN;
    if (found && archive_filter_code(handle_.get(), 0) == ARCHIVE_FILTER_NONE) {
        // The library wants to see more of a header than there is, and hands it out as it stands.
        failure_ = Failure{.reason = std::string(kCutOff)};
    } else if (found) {
        data_.emplace(reading_, handle_, below_, layer_);
    } else if (result != ARCHIVE_EOF) {
        failure_ = Failure{.reason = damage_words(handle_.message())};
    }
}

Failure* FilterSource::failure() {
    // There is nothing behind the data here, so that an end of the source is its end, too.
    if (Failure* below = below_.failure()) return below;
    if (data_ && data_->failure() != nullptr) return data_->failure();
    return failure_ ? &*failure_ : reading_.failure();
}

}  // namespace broadsheet
