#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "indexer/segment/byte_buffer.h"
#include "indexer/segment/table_writer.h"

namespace broadsheet {

/// Writes posting lists, and the list of article lengths, which has the same layout.
class PostlistWriter {
public:
    explicit PostlistWriter(TableWriter& table) : table_(table) {}

    /// User metadata comes first in the table. Entries without a value are none.
    /// @throws Error (invalid_argument) for a name that is empty or too long.
    void write_metadata(const std::map<std::string, std::string>& metadata);

    /// The lengths of articles 1, 2, 3, ...; behind the values, before the terms.
    void write_lengths(std::span<const std::uint32_t> lengths);

    /// Begins the list of a term; terms rise. Counts are of the whole list.
    void begin_term(
        std::string_view term, std::uint32_t articles, std::uint32_t collection_frequency
    );

    /// One posting of the list begun; articles rise.
    void add(std::uint32_t article, std::uint32_t frequency) {
        if (chunk_.empty()) {
            first_article_ = article;
        } else if (chunk_.size() >= kChunkBytes) {
            write_chunk('0');
            first_article_ = article;
        } else {
            chunk_.append_uint(article - last_article_ - 1);
        }
        chunk_.append_uint(frequency);
        last_article_ = article;
    }

    void end_term() { write_chunk('1'); }

private:
    static constexpr std::size_t kChunkBytes = 2000;

    void begin_list(std::uint32_t articles, std::uint32_t collection_frequency);
    void write_chunk(char is_last);

    TableWriter& table_;
    std::string first_key_;
    std::string key_;  // of later chunks, without the article
    std::uint32_t articles_ = 0;
    std::uint32_t collection_frequency_ = 0;
    std::uint32_t first_article_ = 0;
    std::uint32_t last_article_ = 0;
    bool is_first_chunk_ = true;
    ByteBuffer chunk_;
    ByteBuffer tag_;
};

}  // namespace broadsheet
