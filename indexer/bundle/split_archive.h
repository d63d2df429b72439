#pragma once

#include <string_view>

namespace broadsheet {

/// True for names that programs give to the parts of an archive in several files: "news.7z.002",
/// "news.tar.gz.ab", "news.z01", "news.r00", "news.part2.rar".
bool is_part_of_archive(std::string_view name);

inline constexpr std::string_view kPartOfArchive =
    "is one part of an archive in several files: put them together first, all parts in their order "
    "(cat NAME.* > NAME)";

}  // namespace broadsheet
