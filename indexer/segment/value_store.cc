#include "indexer/segment/value_store.h"

#include <cassert>

#include "indexer/segment/glass_keys.h"

// Source of the layout: Xapian 1.4, backends/glass/glass_values.cc.
//
// Statistics: key 00 d0, slot (uint_last); tag `uint` articles, `uint` length and lower bound, then
//             the upper bound, nothing if it equals the lower one.
// Chunk:      key 00 d8, `uint` slot, first article (sort uint); tag `uint` length and value, then
//             for each further article `uint` articles skipped, `uint` length, value.
// Slots used: a `uint` for each: slots skipped since the one before.

namespace broadsheet {

namespace {

constexpr std::string_view kStatisticsKey{"\0\xd0", 2};
constexpr std::string_view kChunkKey{"\0\xd8", 2};
constexpr std::size_t kChunkBytes = 2000;

std::string statistics_key(std::uint32_t slot) {
    std::string key(kStatisticsKey);
    append_uint_last(key, slot);
    return key;
}

std::string chunk_key(std::uint32_t slot) {
    ByteBuffer key;
    key.append(kChunkKey);
    key.append_uint(slot);
    return std::string(key.view());
}

// Slots in the order of their keys, which is not that of their numbers.
template <typename Slots, typename MakeKey>
auto by_key(const Slots& slots, const MakeKey& make_key) {
    std::map<std::string, typename Slots::const_iterator> ordered;
    for (auto slot = slots.begin(); slot != slots.end(); ++slot) {
        ordered.emplace(make_key(slot->first), slot);
    }
    return ordered;
}

}  // namespace

void ValueStore::add(std::uint32_t article, const Values& values, ByteBuffer& slots_used) {
    std::uint32_t next_slot = 0;
    for (const auto& [number, value] : values) {
        assert(number >= next_slot);
        if (value.empty()) continue;
        slots_used.append_uint(number - next_slot);
        next_slot = number + 1;
        add_value(slots_[number], article, value);
    }
}

void ValueStore::add_value(Slot& slot, std::uint32_t article, std::string_view value) {
    if (slot.articles == 0) {
        slot.lower_bound = value;
        slot.upper_bound = value;
    } else if (value < slot.lower_bound) {
        slot.lower_bound = value;
    } else if (value > slot.upper_bound) {
        slot.upper_bound = value;
    }
    if (slot.chunks.empty() || slot.bytes.size() - slot.chunks.back().begin >= kChunkBytes) {
        slot.chunks.push_back({article, slot.bytes.size()});
    } else {
        slot.bytes.append_uint(article - slot.last_article - 1);
    }
    slot.bytes.append_uint(value.size());
    slot.bytes.append(value);
    slot.last_article = article;
    ++slot.articles;
}

void ValueStore::write(TableWriter& postlist) const {
    ByteBuffer tag;
    for (const auto& [key, entry] : by_key(slots_, statistics_key)) {
        const Slot& slot = entry->second;
        tag.clear();
        tag.append_uint(slot.articles);
        tag.append_uint(slot.lower_bound.size());
        tag.append(slot.lower_bound);
        if (slot.upper_bound != slot.lower_bound) tag.append(slot.upper_bound);
        postlist.add(key, tag.view());
    }
    for (const auto& [key, entry] : by_key(slots_, chunk_key)) {
        write_chunks(postlist, entry->first, entry->second);
    }
}

void ValueStore::write_chunks(TableWriter& postlist, std::uint32_t number, const Slot& slot) {
    std::string key = chunk_key(number);
    const std::size_t prefix = key.size();
    for (std::size_t i = 0; i < slot.chunks.size(); ++i) {
        const std::size_t begin = slot.chunks[i].begin;
        const std::size_t end =
            i + 1 < slot.chunks.size() ? slot.chunks[i + 1].begin : slot.bytes.size();
        key.resize(prefix);
        append_sort_uint(key, slot.chunks[i].first_article);
        postlist.add(key, slot.bytes.view().substr(begin, end - begin));
    }
}

std::size_t ValueStore::memory_bytes() const {
    std::size_t bytes = 0;
    for (const auto& [number, slot] : slots_) {
        bytes += sizeof(Slot) + slot.bytes.capacity() + slot.chunks.capacity() * sizeof(Chunk) +
                 slot.lower_bound.capacity() + slot.upper_bound.capacity();
    }
    return bytes;
}

}  // namespace broadsheet
