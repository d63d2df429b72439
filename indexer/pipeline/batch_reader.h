#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "indexer/bundle/bundle.h"
#include "indexer/pipeline/batch.h"

namespace broadsheet {

/// Where in a bundle reading stands: entries before `entry` are done, and of that entry the bytes
/// before `offset`.
struct BundlePosition {
    std::uint64_t entry = 0;
    std::uint64_t offset = 0;

    friend auto operator<=>(const BundlePosition&, const BundlePosition&) = default;
};

/// Cuts the entries of one bundle into batches: small entries together, long ones in pieces, so
/// that one big bundle keeps every worker busy and none is held in memory whole. Chooses each
/// entry's format by its first bytes.
class BatchReader : public BundleVisitor {
public:
    struct Settings {
        std::size_t batch_bytes = 512U << 10U;  ///< about the size of a batch
        std::uint64_t article_bytes_max = 64ULL << 20U;
        BundlePosition from = {};  ///< what is before it is passed over: it is in the index already
        std::vector<std::string> include = {};  ///< globs; when there are any, only matching names
        std::vector<std::string> exclude = {};
        std::vector<const Format*> preferred = {};  ///< tried before all other formats
    };

    /// Gets the batches in order; `sequence` and the bundle are the receiver's to fill.
    using BatchReceiver = std::function<void(Batch&& batch, BundlePosition read_to)>;
    using ProblemReceiver = std::function<void(std::uint64_t entry_number, Problem problem)>;
    using ConsumedReceiver = std::function<void(std::uint64_t bytes)>;

    BatchReader(
        std::string bundle,
        Settings settings,
        BatchReceiver batches,
        ProblemReceiver problems,
        ConsumedReceiver consumed
    );

    void entry(Entry& entry) override;
    void problem(Problem problem) override;

    void consumed(std::uint64_t bytes) override { consumed_(bytes); }

    /// Hands out what is left, and tells when none of the preferred formats fitted anything; to be
    /// called when the bundle has been read.
    void finish();

private:
    class EntryCutter;

    [[nodiscard]] bool is_chosen(const std::string& name) const;
    void report(
        ProblemKind kind, const std::string& entry, std::uint64_t position, std::string reason
    );
    void hand_out(BundlePosition read_to);

    const std::string bundle_;
    const Settings settings_;
    BatchReceiver batches_;
    ProblemReceiver problems_;
    ConsumedReceiver consumed_;
    Batch batch_;
    std::uint64_t next_entry_ = 0;  // number of the entry that comes next
    bool preferred_fits_ = false;   // one of the preferred formats read an entry
};

}  // namespace broadsheet
