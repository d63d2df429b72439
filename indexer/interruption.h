#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace broadsheet {

/// Turns the first Ctrl-C (SIGINT) or SIGTERM of its lifetime into a request to stop; a second one
/// ends the program as usual. Make it before other threads, so that they inherit the blocked
/// signals.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    [[nodiscard]] std::stop_token token() const { return stop_.get_token(); }

private:
    void watch(const std::stop_token& end);

    sigset_t signals_{};
    sigset_t former_{};
    std::stop_source stop_;
    std::jthread watcher_;
};

}  // namespace broadsheet
