#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace broadsheet::testing {

/// What a program did.
struct ProgramResult {
    int exit_code = -1;  ///< -1 when a signal ended it
    int signal = 0;
    std::string out;
    std::string err;
};

/// A real process with its output in files. Killed when its owner goes.
class RunningProgram {
public:
    /// Starts `command[0]` with the other elements as arguments; its standard input is `input`.
    explicit RunningProgram(const std::vector<std::string>& command, const std::string& input = {});
    ~RunningProgram();
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    void send(int signal) const;

    /// Waits for its end.
    ProgramResult wait();

private:
    pid_t process_ = -1;
    std::filesystem::path out_;
    std::filesystem::path err_;
    std::filesystem::path in_;
};

/// Runs a program to its end.
ProgramResult run_program(const std::vector<std::string>& command, const std::string& input = {});

/// The programs built with these tests.
std::string index_program();
std::string search_program();

}  // namespace broadsheet::testing
