#include "indexer/bundle/archive_handle.h"

#include <algorithm>
#include <cstdio>
#include <new>
#include <utility>

#include <archive_entry.h>

#include "indexer/bundle/utf8_locale.h"

namespace broadsheet {

namespace {

/// Of these bytes and what came before them, which ended in `before` blank ones.
std::uint64_t blanks_at_end(std::string_view bytes, std::uint64_t before) {
    const std::size_t last = bytes.find_last_not_of('\0');
    return last == std::string_view::npos ? before + bytes.size() : bytes.size() - 1 - last;
}

}  // namespace

ArchiveHandle::ArchiveHandle(ByteSource& source)
    : feed_(std::make_unique<Feed>(Feed{.source = source})), archive_(archive_read_new()) {
    if (!archive_) throw std::bad_alloc();
}

int ArchiveHandle::open() {
    archive_read_set_read_callback(get(), &ArchiveHandle::read);
    archive_read_set_callback_data(get(), feed_.get());
    if (feed_->source.seekable_size() >= 0) {
        archive_read_set_skip_callback(get(), &ArchiveHandle::skip);
        archive_read_set_seek_callback(get(), &ArchiveHandle::seek);
    }
    return checked(archive_read_open1(get()));
}

int ArchiveHandle::next_header(EntryHeader& header) {
    header = {};
    // In any other locale names that are not ASCII are withheld.
    const Utf8Locale names_are_utf8;
    if (!std::exchange(opened_, true)) {
        if (const int result = open(); result < ARCHIVE_WARN) return ARCHIVE_FATAL;
    }
    archive_entry* entry = nullptr;
    constexpr auto kAny = std::numeric_limits<std::uint64_t>::max();
    if (header_bytes_max_ > 0) feed_->taken_bytes_max = feed_->taken_bytes + header_bytes_max_;
    const int result = checked(archive_read_next_header(get(), &entry));
    feed_->taken_bytes_max = kAny;
    if (entry == nullptr || result == ARCHIVE_EOF || result == ARCHIVE_FATAL) return result;
    const char* name = archive_entry_pathname(entry);
    if (name == nullptr) name = archive_entry_pathname_utf8(entry);
    if (name != nullptr) header.name = name;
    // Folders, links and devices have nothing to read. Some writers leave the type away.
    const auto type = archive_entry_filetype(entry);
    header.is_file = type == AE_IFREG || type == 0;
    header.is_encrypted = archive_entry_is_data_encrypted(entry) != 0;
    return result;
}

int ArchiveHandle::read_block(std::string_view& block, std::int64_t& offset_bytes) {
    const void* data = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = checked(archive_read_data_block(get(), &data, &size, &offset));
    block = data == nullptr ? std::string_view{}
                            : std::string_view{static_cast<const char*>(data), size};
    offset_bytes = offset;
    return result;
}

int ArchiveHandle::checked(int result) {
    if (feed_->thrown) std::rethrow_exception(std::exchange(feed_->thrown, nullptr));
    return result;
}

bool ArchiveHandle::ends_blank() const {
    constexpr std::uint64_t kTarBlockBytes = 512;
    return feed_->blank_bytes >= kTarBlockBytes;
}

std::uint64_t ArchiveHandle::left_bytes() const {
    const std::int64_t left = feed_->offset - archive_filter_bytes(get(), -1);
    return static_cast<std::uint64_t>(std::max<std::int64_t>(left, 0));
}

std::string_view ArchiveHandle::message() const {
    const char* message = archive_error_string(get());
    return message == nullptr ? std::string_view{} : message;
}

la_ssize_t ArchiveHandle::read(archive* /*reader*/, void* feed, const void** block) {
    auto& self = *static_cast<Feed*>(feed);
    if (self.taken_bytes >= self.taken_bytes_max) return ARCHIVE_FATAL;
    try {
        const std::string_view bytes = self.source.read();
        self.taken_bytes += bytes.size();
        self.offset += static_cast<std::int64_t>(bytes.size());
        self.blank_bytes = blanks_at_end(bytes, self.blank_bytes);
        *block = bytes.data();
        return static_cast<la_ssize_t>(bytes.size());
    } catch (...) {
        self.thrown = std::current_exception();
        return ARCHIVE_FATAL;
    }
}

la_int64_t ArchiveHandle::skip(archive* /*reader*/, void* feed, la_int64_t size_bytes) {
    auto& self = *static_cast<Feed*>(feed);
    const std::int64_t left = std::max<std::int64_t>(self.source.seekable_size() - self.offset, 0);
    const std::int64_t skipped = std::clamp<std::int64_t>(size_bytes, 0, left);
    if (skipped > 0) self.source.seek(self.offset += skipped);
    self.blank_bytes = 0;
    return skipped;
}

la_int64_t ArchiveHandle::seek(
    archive* /*reader*/, void* feed, la_int64_t offset_bytes, int whence
) {
    auto& self = *static_cast<Feed*>(feed);
    const std::int64_t size = self.source.seekable_size();
    const std::int64_t base = whence == SEEK_END ? size : whence == SEEK_CUR ? self.offset : 0;
    if (offset_bytes < -base || offset_bytes > size - base) return ARCHIVE_FATAL;
    self.offset = base + offset_bytes;
    self.source.seek(self.offset);
    self.blank_bytes = 0;
    return self.offset;
}

}  // namespace broadsheet
