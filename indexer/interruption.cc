#include "indexer/interruption.h"

#include <ctime>

namespace broadsheet {

namespace {

constexpr long kLookEveryNs = 100'000'000;

}  // namespace

Interruption::Interruption() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, &former_);
    watcher_ = std::jthread([this](const std::stop_token& end) { watch(end); });
}

Interruption::~Interruption() {
    watcher_.request_stop();
    watcher_.join();
    pthread_sigmask(SIG_SETMASK, &former_, nullptr);
}

void Interruption::watch(const std::stop_token& end) {
    const timespec wait{0, kLookEveryNs};
    while (!end.stop_requested()) {
        const int signal = sigtimedwait(&signals_, nullptr, &wait);
        if (signal <= 0) continue;
        if (stop_.request_stop()) continue;
        // The second one: the person does not want to wait.
        pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
        raise(signal);
    }
}

}  // namespace broadsheet
