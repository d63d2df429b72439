#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/segment/glass_keys.h"
#include "indexer/segment/table_writer.h"

namespace broadsheet {

/// Writes the position table: key the term (sort string) and the article (sort uint), tag as
/// position_code.h says. There is an entry for every word of every article, far more than of
/// anything else.
class PositionWriter {
public:
    explicit PositionWriter(TableWriter& table) : table_(table) {}

    /// Begins the entries of a term; terms rise.
    void begin_term(std::string_view term) {
        key_.clear();
        append_sort_string(key_, term);
        term_bytes_ = key_.size();
    }

    /// One entry of the term begun; articles rise.
    void add(std::uint32_t article, std::string_view positions) {
        key_.resize(term_bytes_);
        append_sort_uint(key_, article);
        table_.add(key_, positions);
    }

private:
    TableWriter& table_;
    std::string key_;
    std::size_t term_bytes_ = 0;
};

}  // namespace broadsheet
