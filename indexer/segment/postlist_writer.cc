#include "indexer/segment/postlist_writer.h"

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "indexer/segment/glass_keys.h"

// Source of the layout: Xapian 1.4, backends/glass/glass_postlist.cc.
//
// Metadata: key 00 c0 and the name; tag the value.
// Lists:    first chunk, key the term (sort string); tag `uint` articles, `uint` collection
//           frequency, `uint` (first article - 1), then as every chunk: '1' for the last or '0',
//           `uint` (last article - first article of the chunk), `uint` frequency of the first
//           posting, and for each further one `uint` articles skipped, `uint` frequency.
//           Later chunks, key the term terminated and the first article (sort uint).
// Lengths:  the list of a term named 00 e0 whose counts are 0.

namespace broadsheet {

namespace {

constexpr std::string_view kMetadataKey{"\0\xc0", 2};
constexpr std::string_view kLengthsKey{"\0\xe0", 2};

}  // namespace

void PostlistWriter::write_metadata(const std::map<std::string, std::string>& metadata) {
    for (const auto& [name, value] : metadata) {
        const std::string key = std::string(kMetadataKey).append(name);
        if (name.empty() || key.size() > TableWriter::kKeyBytesMax) {
            throw Error(
                ErrorKind::invalid_argument,
                fmt::format("cannot store metadata under a name of {} bytes", name.size())
            );
        }
        if (!value.empty()) table_.add(key, value);
    }
}

void PostlistWriter::write_lengths(std::span<const std::uint32_t> lengths) {
    if (lengths.empty()) return;
    first_key_ = kLengthsKey;
    key_ = kLengthsKey;
    begin_list(0, 0);
    std::uint32_t article = 0;
    for (const auto length : lengths)
        add(++article, length);
    write_chunk('1');
}

void PostlistWriter::begin_term(
    std::string_view term, std::uint32_t articles, std::uint32_t collection_frequency
) {
    first_key_.clear();
    append_sort_string_last(first_key_, term);
    key_.assign(first_key_).push_back('\0');
    begin_list(articles, collection_frequency);
}

void PostlistWriter::begin_list(std::uint32_t articles, std::uint32_t collection_frequency) {
    articles_ = articles;
    collection_frequency_ = collection_frequency;
    is_first_chunk_ = true;
    chunk_.clear();
}

void PostlistWriter::write_chunk(char is_last) {
    tag_.clear();
    if (is_first_chunk_) {
        tag_.append_uint(articles_);
        tag_.append_uint(collection_frequency_);
        tag_.append_uint(first_article_ - 1);
    }
    tag_.append(is_last);
    tag_.append_uint(last_article_ - first_article_);
    tag_.append(chunk_.view());
    if (is_first_chunk_) {
        table_.add(first_key_, tag_.view());
    } else {
        const std::size_t prefix = key_.size();
        append_sort_uint(key_, first_article_);
        table_.add(key_, tag_.view());
        key_.resize(prefix);
    }
    is_first_chunk_ = false;
    chunk_.clear();
}

}  // namespace broadsheet
