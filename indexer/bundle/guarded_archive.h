#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

#include "indexer/bundle/archive_cursor.h"
#include "indexer/bundle/byte_source.h"
#include "indexer/bundle/containers.h"
#include "indexer/bundle/file_source.h"
#include "indexer/bundle/reading.h"

namespace broadsheet {

/// Reads an archive in a process split off for it, with little memory and time for each step.
///
/// The formats that are off by default are so because libarchive's readers of them have crashed,
/// gone round in circles and eaten all memory on damaged files, within one call, where no count of
/// ours can stop them. There the process ends, and the archive with it, not the run.
class GuardedArchive final : public ArchiveCursor {
public:
    /// `source` must be in memory or come from a file that can be read again: the other process
    /// reads from a copy of it, and this one stays where it is.
    GuardedArchive(Reading& reading, ByteSource& source, const Container& container);
    ~GuardedArchive() override;

    int next_header(EntryHeader& header) override;
    int read_block(std::string_view& block, std::int64_t& offset_bytes) override;

    [[nodiscard]] std::uint64_t taken_bytes() const override { return taken_bytes_; }

    [[nodiscard]] std::string_view message() const override { return message_; }

private:
    struct Reply;

    int ask(char question, Reply& reply);
    bool receive(void* bytes, std::size_t size_bytes);
    void end(bool by_force);

    Reading& reading_;
    pid_t child_ = -1;
    std::optional<OpenFile> line_;
    std::vector<char> payload_;
    std::uint64_t taken_bytes_ = 0;
    std::uint64_t consumed_before_;
    std::string message_;
};

}  // namespace broadsheet
