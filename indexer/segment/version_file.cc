#include "indexer/segment/version_file.h"

#include <algorithm>
#include <random>
#include <string_view>

#include "indexer/segment/byte_buffer.h"
#include "indexer/segment/file_writer.h"

// Source of the layout: Xapian 1.4, backends/glass/glass_version.cc. Magic, 2 bytes format version,
// 16 bytes UUID, `uint` revision, six tables, statistics. The format has had this version in every
// release from 1.4.0 on.

namespace broadsheet {

namespace {

constexpr std::string_view kMagic = "\x0f\x0dXapian Glass";
constexpr unsigned kFormatVersion = (2016U - 2014U) << 9 | 3U << 5 | 14U;
constexpr std::uint32_t kNoBlock = 0xffffffff;

void append_uuid(ByteBuffer& out) {
    std::random_device random;
    std::array<unsigned char, 16> uuid{};
    for (auto& byte : uuid)
        byte = static_cast<unsigned char>(random());
    uuid[6] = static_cast<unsigned char>((uuid[6] & 0x0fU) | 0x40U);  // RFC 4122, version 4
    uuid[8] = static_cast<unsigned char>((uuid[8] & 0x3fU) | 0x80U);
    for (const auto byte : uuid)
        out.append(static_cast<char>(byte));
}

// A free list with nothing in it: where it is read and written, twice no block.
void append_free_list(ByteBuffer& out, std::uint32_t blocks) {
    ByteBuffer list;
    list.append_uint(GlassBlock::kRevision);
    list.append_uint(blocks);
    for (int end = 0; end < 2; ++end) {
        list.append_uint(kNoBlock);
        list.append_uint(0);
    }
    out.append_uint(list.size());
    out.append(list.view());
}

void append_table(ByteBuffer& out, const TableRoot& root, std::uint32_t deflate_from) {
    constexpr unsigned kSequential = 2;
    constexpr unsigned kNoRoot = 1;
    out.append_uint(root.root_block);
    out.append_uint(
        root.levels_above_leaves << 2 | kSequential | (root.blocks == 0 ? kNoRoot : 0U)
    );
    out.append_uint(root.entries);
    out.append_uint(GlassBlock::kBytes >> 11);
    out.append_uint(deflate_from);
    if (root.blocks == 0) {
        out.append_uint(0);
    } else {
        append_free_list(out, root.blocks);
    }
}

void append_statistics(ByteBuffer& out, const SegmentStatistics& statistics) {
    out.append_uint(statistics.articles);
    out.append_uint(0);  // last document number less the count
    out.append_uint(statistics.length_min);
    out.append_uint(statistics.frequency_max);
    out.append_uint(statistics.length_max - statistics.frequency_max);
    out.append_uint(0);  // oldest changeset
    out.append_uint(statistics.total_length);
    out.append_uint(0);  // largest spelling frequency
}

}  // namespace

void SegmentStatistics::add_article(std::uint32_t length) {
    ++articles;
    if (length != 0 && (length_min == 0 || length < length_min)) length_min = length;
    length_max = std::max(length_max, length);
    total_length += length;
}

void write_version_file(
    const std::filesystem::path& directory,
    const SegmentTables& tables,
    const SegmentStatistics& statistics
) {
    ByteBuffer out;
    out.append(kMagic);
    out.append(static_cast<char>(kFormatVersion >> 8));
    out.append(static_cast<char>(kFormatVersion & 0xffU));
    append_uuid(out);
    out.append_uint(GlassBlock::kRevision);
    append_table(out, tables.postlist, 0);
    append_table(out, tables.docdata, kDeflateFromBytes);
    append_table(out, tables.termlist, kDeflateFromBytes);
    append_table(out, tables.position, 0);
    append_table(out, {}, kDeflateFromBytes);  // spelling
    append_table(out, {}, kDeflateFromBytes);  // synonyms
    append_statistics(out, statistics);

    FileWriter file(directory / "iamglass");
    file.write(out.view());
    file.finish();
}

}  // namespace broadsheet
