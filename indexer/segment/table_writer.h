#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/segment/file_writer.h"
#include "indexer/segment/glass_block.h"

namespace broadsheet {

/// Where the version file finds a table.
struct TableRoot {
    std::uint32_t root_block = 0;
    std::uint32_t levels_above_leaves = 0;
    std::uint64_t entries = 0;
    std::uint32_t blocks = 0;  ///< none: there is no file
};

/// What the bytes of a tag are.
enum class TagForm : std::uint8_t { plain, deflated };

/// Whether a table without entries gets a file: the engine insists on some.
enum class EmptyTable : std::uint8_t { no_file, empty_file };

/// Writes one table of a segment, a B-tree, from its first key to its last. Blocks are written as
/// they fill: leaves in key order, branches between them, the root last.
class TableWriter {
public:
    TableWriter(std::filesystem::path path, EmptyTable when_empty);

    /// Adds an entry; keys must rise. A tag that does not fit into what is left of the block is
    /// cut, which keeps the blocks full.
    /// @throws Error (unwritable); Error (invalid_argument) for a key or tag beyond the format.
    void add(std::string_view key, std::string_view tag, TagForm form = TagForm::plain) {
        ++root_.entries;
        const std::size_t size = kItemHeaderBytes + key.size() + tag.size();
        if (!leaf_.empty() && size <= leaf_.room() && size <= GlassBlock::kItemBytesMax) {
            put_item({key, 1}, tag, form, Last::yes);
        } else {
            add_in_pieces(key, tag, form);
        }
    }

    /// Writes what is left and syncs the file.
    /// @throws Error (unwritable).
    TableRoot finish();

    static constexpr std::size_t kItemHeaderBytes = 3;
    static constexpr std::size_t kComponentBytes = 2;
    static constexpr std::size_t kKeyBytesMax = 252;

private:
    enum class Last : std::uint8_t { no, yes };

    /// What an item is found by: a tag in several pieces has an item for each.
    struct ItemKey {
        std::string_view key;
        unsigned component;  // from 1
    };

    struct Level {
        GlassBlock block;
        std::string first_key;  // of the subtree: the separator its parent will get
        unsigned first_component = 0;
    };

    void begin();
    void add_in_pieces(std::string_view key, std::string_view tag, TagForm form);
    void put_item(ItemKey at, std::string_view tag, TagForm form, Last last);
    void begin_leaf(ItemKey first);
    std::uint32_t write_block(GlassBlock& block, unsigned level);
    void flush_leaf();
    void add_branch(
        std::size_t level, std::string_view key, unsigned component, std::uint32_t child
    );
    void flush_branch(std::size_t level);

    std::filesystem::path path_;
    EmptyTable when_empty_;
    std::optional<FileWriter> file_;
    GlassBlock leaf_;
    std::string last_key_;  // of the leaf written before
    std::string leaf_separator_;
    unsigned leaf_component_ = 0;
    std::string_view newest_key_;                   // in leaf_
    std::vector<std::unique_ptr<Level>> branches_;  // level 1 first
    TableRoot root_;
};

}  // namespace broadsheet
