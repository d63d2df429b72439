#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/problem.h"

namespace broadsheet {

/// Why a source ended before its end. It passes upwards through everything that reads from the
/// source, and whoever knows the best name for what was lost tells it, once.
struct Failure {
    ProblemKind kind = ProblemKind::unreadable;
    std::string reason = {};
    bool told = false;
};

/// Bytes in order: a file, an entry of an archive, what a decompressor makes of another source.
class ByteSource {
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// The next bytes, as many as come handy; empty at the end, and ever after. Valid until the
    /// next call.
    virtual std::string_view read() = 0;

    /// After an empty read(): why the source ended early, or null when that was its proper end.
    virtual Failure* failure() = 0;

    /// Length in bytes where the source can seek, else -1.
    [[nodiscard]] virtual std::int64_t seekable_size() const { return -1; }

    /// Goes to an offset from 0 to seekable_size(); only where that is not -1.
    virtual void seek(std::int64_t /*offset_bytes*/) {}
};

}  // namespace broadsheet
