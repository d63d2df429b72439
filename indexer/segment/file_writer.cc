#include "indexer/segment/file_writer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "broadsheet/error.h"

namespace broadsheet {

namespace {

constexpr int kMode = 0666;  // the user's umask decides, as for the engine's own files

}  // namespace

FileWriter::FileWriter(std::filesystem::path path) : path_(std::move(path)), buffer_(kBufferBytes) {
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kMode);
    if (descriptor_ < 0) fail("create");
}

FileWriter::~FileWriter() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void FileWriter::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::size_t count = std::min(bytes.size(), buffer_.size() - used_);
        std::memcpy(buffer_.data() + used_, bytes.data(), count);
        used_ += count;
        bytes.remove_prefix(count);
        if (used_ == buffer_.size()) flush();
    }
}

void FileWriter::finish() {
    flush();
    if (::fsync(descriptor_) != 0) fail("sync");
    const int descriptor = std::exchange(descriptor_, -1);
    if (::close(descriptor) != 0) fail("close");
}

void FileWriter::flush() {
    const char* from = buffer_.data();
    while (used_ > 0) {
        const ssize_t written = ::write(descriptor_, from, used_);
        if (written < 0) {
            if (errno == EINTR) continue;
            fail("write");
        }
        from += written;
        used_ -= static_cast<std::size_t>(written);
    }
}

void FileWriter::fail(const char* action) const {
    throw Error(
        ErrorKind::unwritable,
        fmt::format("cannot {} '{}': {}", action, path_.string(), std::strerror(errno))
    );
}

}  // namespace broadsheet
