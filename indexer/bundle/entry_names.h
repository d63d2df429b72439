#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// A path as an archive states it, made fit for showing: repaired to UTF-8, without leading "./"
/// and "/". Empty when nothing is left.
std::string clean_name(std::string_view stored);

/// The name of what a compressed file holds: wire.jsonl for wire.jsonl.gz, dump.tar for dump.tgz.
std::string without_compression_suffix(std::string_view name);

/// Why the entry is left out for its name alone, or empty: files that only the system of whoever
/// packed the bundle cares about (Apple's resource forks, .DS_Store), and other hidden ones.
std::string_view reason_to_skip(std::string_view name);

}  // namespace broadsheet
