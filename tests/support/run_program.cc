#include "tests/support/run_program.h"

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/temp_directory.h"

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves it to the program

namespace broadsheet::testing {

namespace {

std::filesystem::path fresh_file() {
    std::string name = (std::filesystem::temp_directory_path() / "broadsheet-run-XXXXXX").string();
    const int fd = mkstemp(name.data());
    if (fd < 0) throw std::runtime_error("cannot make a file like " + name);
    close(fd);
    return name;
}

void write_file(const std::filesystem::path& file, const std::string& content) {
    const int fd = open(file.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
    const bool written = fd >= 0 && write(fd, content.data(), content.size()) ==
                                        static_cast<ssize_t>(content.size());
    if (fd >= 0) close(fd);
    if (!written) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace

RunningProgram::RunningProgram(const std::vector<std::string>& command, const std::string& input)
    : out_(fresh_file()), err_(fresh_file()), in_(fresh_file()) {
    write_file(in_, input);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, in_.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, out_.c_str(), O_WRONLY | O_TRUNC, 0);
    posix_spawn_file_actions_addopen(&files, 2, err_.c_str(), O_WRONLY | O_TRUNC, 0);
    std::vector<char*> arguments;
    for (const auto& argument : command)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    const int error =
        posix_spawnp(&process_, arguments[0], &files, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (error != 0) throw std::system_error(error, std::generic_category(), command[0]);
}

RunningProgram::~RunningProgram() {
    if (process_ > 0) {
        kill(process_, SIGKILL);
        waitpid(process_, nullptr, 0);
    }
    for (const auto& file : {out_, err_, in_}) {
        std::error_code ignored;
        std::filesystem::remove(file, ignored);
    }
}

void RunningProgram::send(int signal) const {
    kill(process_, signal);
}

ProgramResult RunningProgram::wait() {
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = -1;
    ProgramResult result;
    if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
    result.out = read_file(out_);
    result.err = read_file(err_);
    return result;
}

ProgramResult run_program(const std::vector<std::string>& command, const std::string& input) {
    return RunningProgram(command, input).wait();
}

std::string index_program() {
    return BROADSHEET_INDEX_PROGRAM;
}

std::string search_program() {
    return BROADSHEET_SEARCH_PROGRAM;
}

}  // namespace broadsheet::testing
