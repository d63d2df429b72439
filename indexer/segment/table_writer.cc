#include "indexer/segment/table_writer.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "indexer/segment/byte_buffer.h"

// The layout of items (source: Xapian 1.4, backends/glass/glass_table.h and glass_table.cc).
//
// Leaf item:   2 bytes (size - 3) with flags in the top bits, 1 byte key length, the key, for all
//              pieces of a tag but the first a 2-byte component number, the tag.
// Branch item: 4-byte number of the child block, 1 byte key length, the key, 2-byte component. The
//              first item of a branch block has an empty key and component 0. A separator is the
//              shortest prefix of the right block's first key that differs from the last key left
//              of it; where both are pieces of one tag, it is the whole key and the component.
// The first item of the leftmost leaf is a null item, which stands below every key.

namespace broadsheet {

namespace {

constexpr unsigned kDeflated = 0x8000;
constexpr unsigned kLastPiece = 0x4000;
constexpr unsigned kFirstPiece = 0x2000;

constexpr std::size_t kBranchHeaderBytes = 5;

// A shorter piece is not worth the key it has to repeat.
constexpr std::size_t kPieceBytesMin = 48;

std::string_view shortest_separator(std::string_view left, std::string_view right) {
    const auto [l, r] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    return right.substr(0, static_cast<std::size_t>(r - right.begin()) + 1);
}

}  // namespace

TableWriter::TableWriter(std::filesystem::path path, EmptyTable when_empty)
    : path_(std::move(path)), when_empty_(when_empty) {}

void TableWriter::begin() {
    file_.emplace(path_);
    leaf_.clear();
    unsigned char* null_item = leaf_.add_item(kItemHeaderBytes);
    GlassBlock::put16(null_item, kFirstPiece | kLastPiece);
    null_item[2] = 0;
}

void TableWriter::add_in_pieces(std::string_view key, std::string_view tag, TagForm form) {
    if (key.empty() || key.size() > kKeyBytesMax) {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format("cannot store a key of {} bytes: the limit is {}", key.size(), kKeyBytesMax)
        );
    }
    if (!file_) begin();
    for (unsigned component = 1; component == 1 || !tag.empty(); ++component) {
        const std::size_t header =
            kItemHeaderBytes + key.size() + (component > 1 ? kComponentBytes : 0);
        const std::size_t wanted = std::min(tag.size(), kPieceBytesMin);
        if (leaf_.room() < header + wanted) {
            flush_leaf();
            begin_leaf({key, component});
        }
        if (component > std::numeric_limits<std::uint16_t>::max()) {
            throw Error(
                ErrorKind::invalid_argument,
                fmt::format("cannot store an entry of so many bytes in '{}'", path_.string())
            );
        }
        const std::size_t room = std::min(leaf_.room(), GlassBlock::kItemBytesMax) - header;
        const std::size_t size = std::min(tag.size(), room);
        put_item(
            {key, component}, tag.substr(0, size), form, size == tag.size() ? Last::yes : Last::no
        );
        tag.remove_prefix(size);
    }
}

void TableWriter::put_item(ItemKey at, std::string_view tag, TagForm form, Last last) {
    const bool first = at.component == 1;
    const std::size_t size =
        kItemHeaderBytes + at.key.size() + (first ? 0 : kComponentBytes) + tag.size();
    unsigned char* item = leaf_.add_item(size);
    GlassBlock::put16(
        item,
        static_cast<unsigned>(size - kItemHeaderBytes) |
            (form == TagForm::deflated ? kDeflated : 0U) | (last == Last::yes ? kLastPiece : 0U) |
            (first ? kFirstPiece : 0U)
    );
    item[2] = static_cast<unsigned char>(at.key.size());
    item += kItemHeaderBytes;
    copy_short(reinterpret_cast<char*>(item), at.key.data(), at.key.size());
    newest_key_ = {reinterpret_cast<const char*>(item), at.key.size()};
    item += at.key.size();
    if (!first) {
        GlassBlock::put16(item, at.component);
        item += kComponentBytes;
    }
    copy_short(reinterpret_cast<char*>(item), tag.data(), tag.size());
}

void TableWriter::begin_leaf(ItemKey first) {
    leaf_component_ = first.component;
    leaf_separator_ = first.component > 1 ? first.key : shortest_separator(last_key_, first.key);
}

std::uint32_t TableWriter::write_block(GlassBlock& block, unsigned level) {
    file_->write(block.finish(level));
    block.clear();
    return root_.blocks++;
}

void TableWriter::flush_leaf() {
    last_key_ = newest_key_;
    const std::uint32_t number = write_block(leaf_, 0);
    add_branch(1, leaf_separator_, leaf_component_, number);
}

void TableWriter::add_branch(
    std::size_t level, std::string_view key, unsigned component, std::uint32_t child
) {
    if (branches_.size() < level) branches_.push_back(std::make_unique<Level>());
    Level* branch = branches_[level - 1].get();
    const std::size_t size = kBranchHeaderBytes + key.size() + kComponentBytes;
    if (branch->block.room() < size) flush_branch(level);

    branch = branches_[level - 1].get();
    if (branch->block.empty()) {
        branch->first_key = key;
        branch->first_component = component;
        key = {};
        component = 0;
    }
    unsigned char* item = branch->block.add_item(kBranchHeaderBytes + key.size() + kComponentBytes);
    GlassBlock::put32(item, child);
    item[4] = static_cast<unsigned char>(key.size());
    item += kBranchHeaderBytes;
    if (!key.empty()) std::memcpy(item, key.data(), key.size());
    GlassBlock::put16(item + key.size(), component);
}

void TableWriter::flush_branch(std::size_t level) {
    Level& branch = *branches_[level - 1];
    const std::uint32_t number = write_block(branch.block, static_cast<unsigned>(level));
    const std::string key = std::move(branch.first_key);
    add_branch(level + 1, key, branch.first_component, number);
}

TableRoot TableWriter::finish() {
    if (!file_) {
        if (when_empty_ == EmptyTable::no_file) return root_;
        begin();
    }
    std::uint32_t number = 0;
    if (branches_.empty()) {
        number = write_block(leaf_, 0);
    } else {
        flush_leaf();
        // A level that never got a parent is the root; the levels below it end in it.
        for (std::size_t level = 1; level < branches_.size(); ++level)
            flush_branch(level);
        number = write_block(branches_.back()->block, static_cast<unsigned>(branches_.size()));
    }
    root_.root_block = number;
    root_.levels_above_leaves = static_cast<std::uint32_t>(branches_.size());
    file_->finish();
    return root_;
}

}  // namespace broadsheet
