#include "indexer/bundle/guarded_archive.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fstream>
#include <utility>

#include <archive.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "broadsheet/error.h"
#include "indexer/bundle/archive_handle.h"

namespace broadsheet {

/// The answer to each question; `size_bytes` of a name, of data or of a message follow it.
struct GuardedArchive::Reply {
    std::int32_t result = ARCHIVE_FATAL;
    std::uint8_t is_file = 0;
    std::uint8_t is_encrypted = 0;
    std::uint16_t unused = 0;
    std::int64_t offset_bytes = 0;
    std::uint64_t taken_bytes = 0;
    std::uint64_t consumed_bytes = 0;
    std::uint64_t file_bytes = 0;
    std::uint64_t size_bytes = 0;
};

namespace {

constexpr char kNextHeader = 'h';
constexpr char kReadBlock = 'd';

/// Memory the other process may take beyond what it is born with, in article_bytes_max: 256 MiB by
/// default. The dictionaries of RAR 5 are the biggest thing in there.
constexpr rlim_t kMemoryInArticles = 4;

/// Time of the processor for one header or block.
constexpr rlim_t kStepSeconds = 3;

constexpr std::size_t kPayloadBytesMax = std::size_t{256} << 10U;
constexpr int kStopCheckMilliseconds = 100;

void set_soft_limit(int resource, rlim_t value) {
    rlimit limit{};
    ::getrlimit(static_cast<__rlimit_resource>(resource), &limit);
    limit.rlim_cur = std::min(value, limit.rlim_max);
    ::setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

/// Bytes of private memory this process has mapped: proc(5), the sixth number of statm, in pages.
rlim_t mapped_bytes() {
    std::ifstream statm("/proc/self/statm");
    rlim_t pages = 0;
    for (int column = 0; column < 6; ++column)
        statm >> pages;
    return pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

void allow_one_step() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
    set_soft_limit(RLIMIT_CPU, seconds + 1 + kStepSeconds);
}

bool send_all(int line, const void* bytes, std::size_t size_bytes) {
    const char* next = static_cast<const char*>(bytes);
    while (size_bytes > 0) {
        const ssize_t sent = ::send(line, next, size_bytes, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        next += sent;
        size_bytes -= static_cast<std::size_t>(sent);
    }
    return true;
}

/// The other process: answers questions until the line is closed.
class Server {
public:
    Server(int line, Reading& reading, ByteSource& source, const Container& container)
        : line_(line), reading_(reading), handle_(source) {
        reading_.detach();
        container.enable(handle_.get());
    }

    /// `Reply` is private to the class that asks.
    template <typename Reply>
    void serve() {
        char question = 0;
        while (::read(line_, &question, 1) == 1) {
            allow_one_step();
            Reply reply;
            std::string_view payload;
            reply.result = question == kNextHeader ? answer_header(reply, payload)
                                                   : answer_block(reply, payload);
            if (reply.result < ARCHIVE_WARN && payload.empty())
                payload = handle_.message().substr(0, kPayloadBytesMax);
            reply.taken_bytes = handle_.taken_bytes();
            reply.consumed_bytes = reading_.consumed_bytes();
            reply.file_bytes = reading_.file_bytes();
            reply.size_bytes = payload.size();
            if (!send_all(line_, &reply, sizeof reply) ||
                !send_all(line_, payload.data(), payload.size()))
                return;
        }
    }

private:
    template <typename Reply>
    int answer_header(Reply& reply, std::string_view& payload) {
        block_ = {};
        const int result = handle_.next_header(header_);
        reply.is_file = header_.is_file ? 1 : 0;
        reply.is_encrypted = header_.is_encrypted ? 1 : 0;
        if (result >= ARCHIVE_WARN)
            payload = std::string_view(header_.name).substr(0, kPayloadBytesMax);
        return result;
    }

    template <typename Reply>
    int answer_block(Reply& reply, std::string_view& payload) {
        if (block_.empty()) {
            result_ = handle_.read_block(block_, offset_bytes_);
            if (result_ < ARCHIVE_WARN) block_ = {};
        }
        payload = block_.substr(0, kPayloadBytesMax);
        block_.remove_prefix(payload.size());
        reply.offset_bytes = offset_bytes_;
        offset_bytes_ += static_cast<std::int64_t>(payload.size());
        return result_;
    }

    int line_;
    Reading& reading_;
    ArchiveHandle handle_;
    EntryHeader header_;
    std::string_view block_;
    std::int64_t offset_bytes_ = 0;
    int result_ = ARCHIVE_FATAL;
};

/// What the other process does first: take on its limits, and die with its parent.
void confine(pid_t parent, const Limits& limits) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(1);
    // Ctrl-C reaches the whole group; what to do then is for the parent to say.
    sigset_t signals;
    ::sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT})
        ::sigaddset(&signals, signal);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    // How it ends is told by the parent, in words; no dump, and no handler of somebody else.
    for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGXCPU})
        ::signal(signal, SIG_DFL);
    // libarchive writes there before it aborts, and a library does not talk to the terminal.
    const OpenFile nowhere(::open("/dev/null", O_WRONLY | O_CLOEXEC));
    ::dup2(nowhere.descriptor(), STDERR_FILENO);
    set_soft_limit(RLIMIT_CORE, 0);
    set_soft_limit(RLIMIT_DATA, mapped_bytes() + kMemoryInArticles * limits.article_bytes_max);
}

}  // namespace

GuardedArchive::GuardedArchive(Reading& reading, ByteSource& source, const Container& container)
    : reading_(reading), payload_(kPayloadBytesMax), consumed_before_(reading.consumed_bytes()) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw Error(
            ErrorKind::internal,
            fmt::format("cannot make a pair of sockets: {}", std::strerror(errno))
        );
    line_.emplace(ends[0]);
    const OpenFile other_end(ends[1]);
    const pid_t parent = ::getpid();
    child_ = ::fork();
    if (child_ < 0)
        throw Error(
            ErrorKind::internal, fmt::format("cannot start a process: {}", std::strerror(errno))
        );
    if (child_ > 0) return;
    ::close(ends[0]);
    try {
        confine(parent, reading.limits());
        Server(ends[1], reading, source, container).serve<Reply>();
    } catch (const std::exception&) {
        // Out of memory, most likely; the parent sees the line closed and says so.
        ::_exit(1);
    }
    ::_exit(0);
}

GuardedArchive::~GuardedArchive() {
    end(true);
}

int GuardedArchive::next_header(EntryHeader& header) {
    Reply reply;
    const int result = ask(kNextHeader, reply);
    header = {};
    if (result < ARCHIVE_WARN) return result;
    header.name.assign(payload_.data(), reply.size_bytes);
    header.is_file = reply.is_file != 0;
    header.is_encrypted = reply.is_encrypted != 0;
    return result;
}

int GuardedArchive::read_block(std::string_view& block, std::int64_t& offset_bytes) {
    Reply reply;
    const int result = ask(kReadBlock, reply);
    block = result < ARCHIVE_WARN ? std::string_view{}
                                  : std::string_view(payload_.data(), reply.size_bytes);
    offset_bytes = reply.offset_bytes;
    return result;
}

int GuardedArchive::ask(char question, Reply& reply) {
    if (child_ < 0) return ARCHIVE_FATAL;
    const bool answered = send_all(line_->descriptor(), &question, 1) &&
                          receive(&reply, sizeof reply) && reply.size_bytes <= payload_.size() &&
                          receive(payload_.data(), reply.size_bytes);
    if (!answered) {
        // A closed line means that it is ending by itself, and how it ends is of interest.
        end(reading_.ended());
        return reply.result = ARCHIVE_FATAL;
    }
    taken_bytes_ = reply.taken_bytes;
    if (reply.consumed_bytes > consumed_before_) {
        reading_.consumed(reply.consumed_bytes - consumed_before_, reply.file_bytes);
        consumed_before_ = reply.consumed_bytes;
    }
    if (reply.result < ARCHIVE_WARN) message_.assign(payload_.data(), reply.size_bytes);
    return reply.result;
}

bool GuardedArchive::receive(void* bytes, std::size_t size_bytes) {
    char* next = static_cast<char*>(bytes);
    while (size_bytes > 0 && !reading_.ended()) {
        pollfd wanted{.fd = line_->descriptor(), .events = POLLIN, .revents = 0};
        if (::poll(&wanted, 1, kStopCheckMilliseconds) <= 0) continue;
        const ssize_t count = ::recv(line_->descriptor(), next, size_bytes, 0);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        next += count;
        size_bytes -= static_cast<std::size_t>(count);
    }
    return size_bytes == 0;
}

/// Waits for the end of the other process and keeps in words how it ended.
void GuardedArchive::end(bool by_force) {
    const pid_t child = std::exchange(child_, -1);
    if (child < 0) return;
    if (by_force) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    if (by_force) return;
    if (!WIFSIGNALED(status)) {
        message_ =
            "its reader gave up, most likely for want of memory; --max-article-size allows more";
    } else if (WTERMSIG(status) == SIGXCPU) {
        message_ = "its reader made no progress and was stopped";
    } else {
        message_ = fmt::format("its reader crashed with signal {}", WTERMSIG(status));
    }
}

}  // namespace broadsheet
