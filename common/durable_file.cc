#include "common/durable_file.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "broadsheet/error.h"

namespace broadsheet {

namespace {

Error unwritable(const std::filesystem::path& path, int error) {
    return {
        ErrorKind::unwritable,
        fmt::format(
            "cannot write '{}': {}", path.string(), std::generic_category().message(error)
        )};
}

// A file descriptor that closes itself.
class Descriptor {
public:
    Descriptor(const std::filesystem::path& path, int flags)
        : path_(path), fd_(open(path.c_str(), flags, 0666)) {
        if (fd_ < 0) throw unwritable(path_, errno);
    }

    ~Descriptor() { close(fd_); }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write_all(std::string_view content) const {
        while (!content.empty()) {
            const ssize_t written = write(fd_, content.data(), content.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) throw unwritable(path_, errno);
            content.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    void sync() const {
        if (fsync(fd_) != 0) throw unwritable(path_, errno);
    }

private:
    const std::filesystem::path& path_;
    int fd_;
};

}  // namespace

void sync_to_disk(const std::filesystem::path& path) {
    Descriptor(path, O_RDONLY | O_CLOEXEC).sync();
}

void replace_file(const std::filesystem::path& file, std::string_view content) {
    const std::filesystem::path aside = file.string() + ".new";
    {
        const Descriptor out(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
        out.write_all(content);
        out.sync();
    }
    std::error_code error;
    std::filesystem::rename(aside, file, error);
    if (error) throw unwritable(file, error.value());
    sync_to_disk(file.has_parent_path() ? file.parent_path() : std::filesystem::path("."));
}

}  // namespace broadsheet
