#include "common/cli/standard_output.h"

#include <cerrno>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "broadsheet/error.h"

namespace broadsheet::cli {

namespace {

constexpr std::size_t kBufferBytes = 64 * std::size_t{1024};

}  // namespace

void StandardOutput::write(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= kBufferBytes) flush();
}

void StandardOutput::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
            continue;
        }
        if (errno == EINTR) continue;
        if (errno == EPIPE) throw BrokenPipe();
        throw Error(
            ErrorKind::unwritable,
            fmt::format(
                "cannot write the results to standard output: {}",
                std::generic_category().message(errno)
            )
        );
    }
    buffer_.clear();
}

}  // namespace broadsheet::cli
