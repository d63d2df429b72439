#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/bundle/bundle.h"
#include "indexer/bundle/peeked_source.h"
#include "indexer/bundle/reading.h"

namespace broadsheet {

/// A stream as its visitor sees it: named, and no longer than an entry may be.
class StreamEntry final : public Entry {
public:
    StreamEntry(Reading& reading, PeekedSource& source, std::string name, EntryFacts facts = {});

    [[nodiscard]] const std::string& name() const override { return name_; }

    [[nodiscard]] const EntryFacts& facts() const override { return facts_; }

    std::string_view head(std::size_t size_bytes) override;
    std::string_view read() override;

private:
    void tell_end();

    Reading& reading_;
    PeekedSource& source_;
    std::string name_;
    EntryFacts facts_;
    std::uint64_t given_bytes_ = 0;
    bool ended_ = false;
};

}  // namespace broadsheet
