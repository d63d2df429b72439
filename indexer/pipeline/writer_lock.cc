#include "indexer/pipeline/writer_lock.h"

#include <array>
#include <cerrno>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "broadsheet/error.h"
#include "common/index/layout.h"

namespace broadsheet {

namespace {

// The writer leaves its process number in the file; the lock itself is the kernel's.
std::string holder(int fd) {
    std::array<char, 32> text{};
    const ssize_t length = pread(fd, text.data(), text.size() - 1, 0);
    std::string number(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    std::erase_if(number, [](char c) { return c < '0' || c > '9'; });
    return number.empty() ? "another process" : "process " + number;
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& index) {
    const std::filesystem::path file = lock_path(index);
    fd_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd_ < 0) {
        throw Error(
            ErrorKind::unwritable,
            fmt::format(
                "cannot write '{}': {}", file.string(), std::generic_category().message(errno)
            )
        );
    }
    if (flock(fd_, LOCK_EX | LOCK_NB) != 0) {
        const std::string who = holder(fd_);
        close(fd_);
        throw Error(
            ErrorKind::locked,
            fmt::format(
                "index '{}' is being written by {}; wait until it ends, or stop it",
                index.string(),
                who
            )
        );
    }
    const std::string number = std::to_string(getpid()) + "\n";
    // The number only helps the words of a message; a full disk must not stop a reader of it.
    if (ftruncate(fd_, 0) != 0 || pwrite(fd_, number.data(), number.size(), 0) < 0) errno = 0;
}

WriterLock::~WriterLock() {
    close(fd_);
}

}  // namespace broadsheet
