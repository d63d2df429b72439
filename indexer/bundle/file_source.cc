#include "indexer/bundle/file_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace broadsheet {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{128} << 10U;
constexpr int kStopCheckMilliseconds = 100;

}  // namespace

OpenFile::~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

FileSource::FileSource(Reading& reading, int descriptor)
    : reading_(reading), descriptor_(descriptor), buffer_(kBlockBytes) {
    reading_.set_can_reread(false);

    struct stat status {};

    const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    // Standard input may be a file somebody has read from already.
    if (regular && ::lseek(descriptor, 0, SEEK_CUR) == 0) {
        size_ = status.st_size;
        // A folder of many small files should not pay for big blocks.
        reading_.set_can_reread(true);
        buffer_.resize(std::clamp<std::size_t>(static_cast<std::size_t>(size_) + 1, 1, kBlockBytes)
        );
    }
}

/// A pipe may be silent for long, and a request to stop must not wait for it.
bool FileSource::wait_for_bytes() {
    pollfd wanted{.fd = descriptor_, .events = POLLIN, .revents = 0};
    while (!reading_.ended()) {
        const int ready = ::poll(&wanted, 1, kStopCheckMilliseconds);
        if (ready > 0 || (ready < 0 && errno != EINTR)) return true;
    }
    return false;
}

std::string_view FileSource::read() {
    while (!failure_ && !reading_.ended()) {
        if (size_ < 0 && !wait_for_bytes()) break;
        // By offset, so that a process split off in between does not move where this one reads.
        const ssize_t count = size_ < 0
                                  ? ::read(descriptor_, buffer_.data(), buffer_.size())
                                  : ::pread(descriptor_, buffer_.data(), buffer_.size(), offset_);
        if (count >= 0) {
            offset_ += count;
            reading_.consumed(
                static_cast<std::uint64_t>(count), static_cast<std::uint64_t>(offset_)
            );
            return {buffer_.data(), static_cast<std::size_t>(count)};
        }
        if (errno != EINTR && errno != EAGAIN)
            failure_ = Failure{.reason = fmt::format("cannot be read: {}", std::strerror(errno))};
    }
    return {};
}

Failure* FileSource::failure() {
    return failure_ ? &*failure_ : reading_.failure();
}

void FileSource::seek(std::int64_t offset_bytes) {
    offset_ = std::clamp<std::int64_t>(offset_bytes, 0, size_);
}

}  // namespace broadsheet
