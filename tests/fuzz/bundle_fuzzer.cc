// A bundle made of anything, read as a file and as a pipe: it ends, names are UTF-8, limits hold,
// and everything that is told has words. Containers that are off by default are left off: their
// readers are known to be faulty, which is why they run in a process of their own.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <sys/mman.h>
#include <unistd.h>

#include "common/utf8.h"
#include "indexer/bundle/bundle.h"

namespace {

const broadsheet::Limits kLimits{
    .entry_bytes_max = 100'000,
    .article_bytes_max = 50'000,
    .expansion_max = 20,
    .depth_max = 3,
    .entries_max = 200,
};

void require(bool holds) {
    if (!holds) std::abort();
}

class CheckingVisitor final : public broadsheet::BundleVisitor {
public:
    void entry(broadsheet::Entry& entry) override {
        require(++entries_ <= kLimits.entries_max);
        require(!entry.name().empty() && broadsheet::is_utf8(entry.name()));
        require(broadsheet::is_utf8(entry.facts().url));
        require(broadsheet::is_utf8(entry.facts().fetched));
        const std::string head(entry.head(1000));
        require(head.size() <= 1000);
        // Every third is left half read, as a format may do.
        std::string read;
        for (std::string_view block = entry.read(); !block.empty(); block = entry.read()) {
            if (read.size() < head.size()) read.append(block);
            bytes_ += block.size();
            if (entries_ % 3 == 0) return;
        }
        require(read.starts_with(head));
    }

    void problem(broadsheet::Problem problem) override {
        require(!problem.reason.empty());
        require(broadsheet::is_utf8(problem.reason) && broadsheet::is_utf8(problem.entry));
    }

    void consumed(std::uint64_t bytes) override {
        require(bytes >= consumed_bytes_);
        consumed_bytes_ = bytes;
    }

    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

private:
    std::uint64_t entries_ = 0;
    std::uint64_t bytes_ = 0;
    std::uint64_t consumed_bytes_ = 0;
};

void read_as_file(std::string_view bytes) {
    const int file = memfd_create("bundle", MFD_CLOEXEC);
    require(file >= 0);
    require(write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    CheckingVisitor visitor;
    broadsheet::read_bundle("/proc/self/fd/" + std::to_string(file), kLimits, visitor);
    require(visitor.bytes() <= kLimits.entries_max * kLimits.entry_bytes_max);
    close(file);
}

/// As standard input. It must fit into a pipe, so that no second thread is needed to fill it.
void read_as_pipe(std::string_view bytes) {
    constexpr std::size_t kPipeBytes = 60'000;
    if (bytes.size() > kPipeBytes) return;
    int ends[2] = {-1, -1};
    require(pipe(ends) == 0);
    require(write(ends[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    require(dup2(ends[0], STDIN_FILENO) == STDIN_FILENO);
    close(ends[0]);
    close(ends[1]);
    CheckingVisitor visitor;
    broadsheet::read_bundle("-", kLimits, visitor);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    read_as_file(bytes);
    if (size % 4 == 0) read_as_pipe(bytes);
    return 0;
}
