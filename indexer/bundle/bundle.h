#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

#include "indexer/bundle/entry_facts.h"
#include "indexer/bundle/limits.h"
#include "indexer/problem.h"

namespace broadsheet {

/// One file inside a bundle, decoded as far as archives and compression go. Lives only while its
/// visitor runs.
class Entry {
public:
    virtual ~Entry() = default;

    /// Path inside the bundle, UTF-8, never empty, without leading "./" and with the compression
    /// suffix gone that was undone (`wire.jsonl` for wire.jsonl.zst). An archive inside the bundle
    /// is a folder on the way. Untrusted: for showing and telling apart, never for opening.
    [[nodiscard]] virtual const std::string& name() const = 0;

    /// What the bundle says about the entry beside its bytes; empty except for web archives.
    [[nodiscard]] virtual const EntryFacts& facts() const = 0;

    /// Up to `size_bytes` first bytes without consuming them; fewer only when the entry is shorter
    /// or breaks off. At most 64 KiB. Valid until the first read().
    virtual std::string_view head(std::size_t size_bytes) = 0;

    /// The next bytes in order, as many as come handy; empty at the end. Valid until the next call.
    /// Where the entry breaks off, or a limit ends it, the bytes so far are given, the visitor has
    /// been told the problem, and the end follows.
    virtual std::string_view read() = 0;
};

/// Who reads a bundle. Called from the thread that called read_bundle().
class BundleVisitor {
public:
    virtual ~BundleVisitor() = default;

    /// An entry, in the order of the bundle. It need not be read to its end.
    virtual void entry(Entry& entry) = 0;

    /// Something that could not be read; reading goes on with what follows, if anything can.
    virtual void problem(Problem problem) = 0;

    /// Bytes of the bundle on disk consumed so far, for progress; called now and then.
    virtual void consumed(std::uint64_t bytes) = 0;
};

/// Reads every entry of a bundle: an archive or compressed file that libarchive reads, a plain
/// file, a folder (its files in byte order of their paths, each again read as a bundle would be),
/// or "-" for standard input. Streams; nothing is unpacked to disk. Archives inside archives are
/// opened up to limits.depth_max.
///
/// Whatever is wrong inside becomes a Problem. Returns early when `stop` is requested. Several
/// threads may read bundles at once.
/// @throws Error (not_found, unreadable) when the path itself cannot be opened, and
/// (invalid_argument) when limits.containers has a name that is not in optional_containers().
void read_bundle(
    const std::filesystem::path& path,
    const Limits& limits,
    BundleVisitor& visitor,
    std::stop_token stop = {}
);

/// The names limits.containers may hold: containers that are read only when asked for, because the
/// library that reads them has a history of memory errors there.
std::span<const std::string_view> optional_containers();

}  // namespace broadsheet
