#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::cli {

/// 21578 -> "21,578".
std::string with_commas(std::uint64_t number);

/// "1 article", "21,578 articles". Without `plural` an s is added.
std::string counted(std::uint64_t number, std::string_view noun, std::string_view plural = {});

/// The number written in decimal digits and nothing else; commas between groups of three are
/// allowed ("21,578"). Nothing for anything else, or for what does not fit.
std::optional<std::uint64_t> parse_count(std::string_view text);

/// A size in bytes from "64M", "4 GiB", "512k", "1.5g", "4096": the units k, m, g and t are powers
/// of 1024, with or without "b" or "ib" behind, in either letter case. Nothing for anything else.
std::optional<std::uint64_t> parse_size(std::string_view text);

/// A size for people: "512 bytes", "1.5 KiB", "64 MiB"; at most one digit behind the point.
std::string size_text(std::uint64_t size_bytes);

}  // namespace broadsheet::cli
