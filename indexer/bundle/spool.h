#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/bundle/byte_source.h"
#include "indexer/bundle/reading.h"

namespace broadsheet {

/// A source held in memory as far as the allowance of the reading goes (article_bytes_max for all
/// spools open at one time), so that an archive inside another one can be read by seeking. What
/// does not fit follows as a stream that cannot seek.
class Spool final : public ByteSource {
public:
    Spool(Reading& reading, ByteSource& below);
    ~Spool() override;

    std::string_view read() override;
    Failure* failure() override;
    [[nodiscard]] std::int64_t seekable_size() const override;
    void seek(std::int64_t offset_bytes) override;

private:
    Reading& reading_;
    ByteSource& below_;
    std::string held_;
    std::string_view rest_;  ///< the part of a block that did not fit any more
    std::size_t offset_ = 0;
    bool whole_ = false;
};

}  // namespace broadsheet
