#include "indexer/segment/segment_directory.h"

#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace broadsheet {

namespace {

void sync_path(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int reason = errno;
    if (descriptor >= 0) ::close(descriptor);
    if (synced) return;
    throw Error(
        ErrorKind::unwritable,
        fmt::format("cannot sync '{}' to disk: {}", path.string(), std::strerror(reason))
    );
}

}  // namespace

void discard_segment(const std::filesystem::path& directory) noexcept {
    std::error_code ignored;  // the first error is the one to report; what stays is garbage
    std::filesystem::remove_all(directory, ignored);
}

void sync_segment(const std::filesystem::path& directory) {
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        sync_path(entry.path());
    }
    sync_path(directory);
    sync_path(std::filesystem::absolute(directory).parent_path());
}

void require_absent(const std::filesystem::path& directory) {
    std::error_code error;
    if (std::filesystem::symlink_status(directory, error).type() ==
        std::filesystem::file_type::not_found) {
        return;
    }
    throw Error(
        ErrorKind::unwritable,
        fmt::format("cannot write segment '{}': it exists already", directory.string())
    );
}

Error as_write_error(const Error& error) {
    if (error.kind() != ErrorKind::unreadable) return error;
    return {ErrorKind::unwritable, error.what()};
}

}  // namespace broadsheet
