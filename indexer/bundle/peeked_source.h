#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/bundle/byte_source.h"

namespace broadsheet {

/// A source whose first bytes can be looked at before they are read.
class PeekedSource final : public ByteSource {
public:
    explicit PeekedSource(ByteSource& below) : below_(below) {}

    /// Up to `size_bytes` next bytes without consuming them; fewer only at the end. Valid until the
    /// next call of anything here.
    std::string_view head(std::size_t size_bytes);

    std::string_view read() override;

    /// Like read(), but no more than `size_bytes_max`.
    std::string_view read_some(std::uint64_t size_bytes_max);

    Failure* failure() override { return below_.failure(); }

    [[nodiscard]] std::int64_t seekable_size() const override { return below_.seekable_size(); }

    void seek(std::int64_t offset_bytes) override;

private:
    ByteSource& below_;
    std::string_view block_;  ///< what was taken from below and not yet given
    std::string gathered_;    ///< holds block_ when it was put together from several
    bool ended_ = false;
};

}  // namespace broadsheet
