#include "common/cli/pager.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace broadsheet::cli {

namespace {

bool is_installed(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::string_view folders = path == nullptr ? "/usr/bin:/bin" : path;
    while (!folders.empty()) {
        const std::size_t end = std::min(folders.find(':'), folders.size());
        const std::string file = std::string(folders.substr(0, end)) + '/' + program;
        if (access(file.c_str(), X_OK) == 0) return true;
        folders.remove_prefix(std::min(end + 1, folders.size()));
    }
    return false;
}

// In the new process: becomes the pager, reading from the pipe.
[[noreturn]] void become_pager(const std::string& command, int from) {
    std::signal(SIGPIPE, SIG_DFL);
    dup2(from, STDIN_FILENO);
    setenv("LESS", "FRX", 0);
    execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    _exit(127);
}

}  // namespace

std::optional<std::string> pager_command(const Terminal& terminal) {
    if (!terminal.rewritable) return std::nullopt;
    const char* wanted = std::getenv("PAGER");
    if (wanted == nullptr) {
        return is_installed("less") ? std::optional<std::string>("less") : std::nullopt;
    }
    const std::string command = wanted;
    if (command.empty() || command == "cat") return std::nullopt;
    return command;
}

PagedOutput::PagedOutput(
    StandardOutput& out, std::optional<std::string> command, const Terminal& terminal
)
    : out_(out),
      command_(std::move(command)),
      lines_left_(terminal.height > 1 ? terminal.height - 1 : 1),
      direct_(!command_) {}

PagedOutput::~PagedOutput() {
    stop();
}

void PagedOutput::write(std::string_view text) {
    if (direct_) return out_.write(text);
    held_ += text;
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    if (lines <= lines_left_) {
        lines_left_ -= lines;
        return;
    }
    start();
    direct_ = true;
    out_.write(held_);
    held_.clear();
}

void PagedOutput::finish() {
    out_.write(held_);
    held_.clear();
    out_.flush();
    stop();
}

// Where it cannot be started the output goes on as it would without.
void PagedOutput::start() {
    out_.flush();
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
    pager_ = fork();
    if (pager_ == 0) become_pager(*command_, ends[0]);
    close(ends[0]);
    if (pager_ > 0) {
        std::signal(SIGINT, SIG_IGN);  // it is the pager's
        own_output_ = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
        dup2(ends[1], STDOUT_FILENO);
    }
    close(ends[1]);
}

void PagedOutput::stop() {
    if (pager_ <= 0) return;
    dup2(own_output_, STDOUT_FILENO);  // closes our end of the pipe
    close(own_output_);
    int status = 0;
    while (waitpid(pager_, &status, 0) < 0 && errno == EINTR) {
    }
    pager_ = -1;
    std::signal(SIGINT, SIG_DFL);
}

}  // namespace broadsheet::cli
