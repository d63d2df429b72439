#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Xapian {
class Database;
}

namespace broadsheet {

/// What a segment says of one bundle that went into it. The rows of all segments make the ledger of
/// the index, by which a repeated run skips what is in and an interrupted one goes on.
struct LedgerRow {
    std::string path = {};       ///< of the bundle, as given
    std::uint64_t bytes = 0;     ///< its size on disk
    std::string digest = {};     ///< of the file's bytes, or of a folder's names, sizes and times;
                                 ///< empty for standard input
    std::uint64_t articles = 0;  ///< from it in this segment when it was written
    bool complete = false;       ///< the bundle was read to its end when this was published
    /// Where reading goes on when it was not: entries before `next_entry` are in, and of that entry
    /// the bytes before `next_offset`.
    std::uint64_t next_entry = 0;
    std::uint64_t next_offset = 0;

    friend bool operator==(const LedgerRow&, const LedgerRow&) = default;
};

/// The rows of every bundle, over all segments.
class Ledger {
public:
    /// Adds the rows of one segment (of several databases opened as one, Xapian shows only the
    /// first one's metadata). Rows that cannot be read are passed over: the bundle is then read
    /// again, which changes nothing.
    void add_segment(const Xapian::Database& segment);

    void add(LedgerRow row);

    /// A bundle with these contents that is in to its end, under whatever path.
    [[nodiscard]] const LedgerRow* complete(std::string_view digest) const;

    /// The furthest point an interrupted run came to in the bundle with these contents at this
    /// path.
    [[nodiscard]] const LedgerRow* furthest(std::string_view path, std::string_view digest) const;

    /// True when the bundle at this path was read with other contents too.
    [[nodiscard]] bool has_other_contents(std::string_view path, std::string_view digest) const;

    /// One row a bundle (path and digest), articles summed, in order of path.
    [[nodiscard]] std::vector<LedgerRow> bundles() const;

private:
    std::vector<LedgerRow> rows_ = {};
};

/// The metadata key of a row; `segment` is the name of the segment it is first written to, which
/// keeps the keys of merged segments apart.
std::string ledger_key(const LedgerRow& row, std::string_view segment);

std::string to_json(const LedgerRow& row);

/// Nothing when the text is no such row.
std::optional<LedgerRow> parse_ledger_row(std::string_view json);

}  // namespace broadsheet
