#pragma once

#include <optional>
#include <string_view>

#include "indexer/bundle/archive_data.h"
#include "indexer/bundle/archive_handle.h"
#include "indexer/bundle/byte_source.h"
#include "indexer/bundle/containers.h"
#include "indexer/bundle/reading.h"

namespace broadsheet {

/// What a compressed file holds, by one of libarchive's filters; all frames or members in a row.
class FilterSource final : public ByteSource {
public:
    /// `layer` as in Reading::decoded().
    FilterSource(
        Reading& reading, ByteSource& below, const Compression& compression, unsigned layer
    );

    std::string_view read() override;
    Failure* failure() override;

private:
    void open();

    Reading& reading_;
    ByteSource& below_;
    unsigned layer_;
    ArchiveHandle handle_;
    std::optional<ArchiveData> data_;
    std::optional<Failure> failure_;
    bool opened_ = false;
};

}  // namespace broadsheet
