#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "indexer/bundle/bundle.h"
#include "indexer/bundle/byte_source.h"
#include "indexer/bundle/limits.h"

namespace broadsheet {

/// True when `decoded` bytes are more than a bundle of `encoded` bytes may expand to. The first
/// 64 MiB are free, since a small file of blanks is harmless.
bool expands_too_far(std::uint64_t decoded, std::uint64_t encoded, std::uint64_t expansion_max);

/// What all parts that read one bundle share: the limits and how much of them is used up, the
/// visitor, and whether to go on at all.
class Reading {
public:
    Reading(std::string bundle, const Limits& limits, BundleVisitor& visitor, std::stop_token stop);

    [[nodiscard]] const Limits& limits() const { return limits_; }

    [[nodiscard]] BundleVisitor& visitor() { return visitor_; }

    /// True when nothing more is to be read: stop was requested, or a limit of the whole bundle or
    /// of the file at hand was reached.
    [[nodiscard]] bool ended() const;

    /// Why ended() is true, else null.
    Failure* failure();

    void tell(ProblemKind kind, std::string entry, std::string reason);

    /// Tells a failure unless that has been done.
    void tell(Failure& failure, std::string entry);

    /// Counts an entry; false, with the problem told, when there are too many.
    bool admit_entry();

    /// A new file on disk begins, which has its own allowance for expansion.
    void begin_file();

    /// Bytes of the file at hand that were read: `read_bytes` more, up to the offset `end_offset`.
    void consumed(std::uint64_t read_bytes, std::uint64_t end_offset);

    [[nodiscard]] std::uint64_t consumed_bytes() const { return consumed_bytes_; }

    [[nodiscard]] std::uint64_t file_bytes() const { return file_bytes_; }

    /// Whether the file at hand can be read again from any offset, as a pipe cannot.
    [[nodiscard]] bool can_reread() const { return can_reread_; }

    void set_can_reread(bool can_reread) { can_reread_ = can_reread; }

    /// In a process split off to read an archive: the visitor is not to be called from there.
    void detach() { detached_ = true; }

    /// Bytes decoded in layer 1 (from the file on disk), 2 (from what layer 1 gave), and so on.
    /// False when the file at hand expands too far; reading has then ended for it.
    bool decoded(unsigned layer, std::uint64_t bytes);

    /// Memory for archives that can only be read by seeking, all that are open taken together.
    [[nodiscard]] std::uint64_t spool_bytes_left() const;
    void add_spooled(std::int64_t bytes);

private:
    std::string bundle_;
    const Limits& limits_;
    BundleVisitor& visitor_;
    std::stop_token stop_;
    std::uint64_t entries_ = 0;
    std::uint64_t consumed_bytes_ = 0;
    std::uint64_t file_bytes_ = 0;
    std::uint64_t spooled_bytes_ = 0;
    std::vector<std::uint64_t> decoded_bytes_;
    bool can_reread_ = false;
    bool detached_ = false;
    bool file_ended_ = false;
    bool bundle_ended_ = false;
    Failure stopped_{ProblemKind::unreadable, "stopped", true};
    Failure expanded_;
};

/// Where a stream of bytes stands in its bundle.
struct Place {
    std::string name = {};    ///< path in the bundle, compression suffix and all
    std::string entry = {};   ///< the same without the suffixes of what was decompressed on the way
    std::string inside = {};  ///< what the names of entries of this archive begin with
    std::string problem = {};  ///< how a problem of the whole stream names it; empty: the bundle
    unsigned depth = 0;        ///< archives around it
    unsigned wrappings = 0;    ///< compressions undone directly before
    unsigned layer = 0;        ///< decoders between it and the disk
};

}  // namespace broadsheet
