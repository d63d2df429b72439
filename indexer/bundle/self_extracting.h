#pragma once

#include <cstdint>
#include <optional>

#include "indexer/bundle/byte_source.h"
#include "indexer/bundle/peeked_source.h"

namespace broadsheet {

/// Where the archive begins behind a program that would unpack it (Windows, Linux, or a shell
/// script); nothing when the source begins with no program, or none has an archive behind it.
/// Nothing is ever started. Looks at up to 1 MiB of programs, at 4 bytes of everything else.
std::optional<std::size_t> find_packed_part(PeekedSource& source);

/// A source from some offset on.
class TailSource final : public ByteSource {
public:
    /// Reads the bytes before `offset` away.
    TailSource(PeekedSource& below, std::size_t offset);

    std::string_view read() override { return below_.read(); }

    Failure* failure() override { return below_.failure(); }

    [[nodiscard]] std::int64_t seekable_size() const override;
    void seek(std::int64_t offset_bytes) override;

private:
    PeekedSource& below_;
    std::int64_t offset_;
};

}  // namespace broadsheet
