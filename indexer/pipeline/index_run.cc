#include "indexer/pipeline/index_run.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "broadsheet/error.h"
#include "common/index/layout.h"
#include "common/index/ledger.h"
#include "common/index/snapshot.h"
#include "common/index/stub.h"
#include "common/xapian_errors.h"
#include "indexer/bundle/bundle.h"
#include "indexer/pipeline/batch_reader.h"
#include "indexer/pipeline/bundle_identity.h"
#include "indexer/pipeline/memory_plan.h"
#include "indexer/pipeline/publication.h"
#include "indexer/pipeline/run_settings.h"
#include "indexer/pipeline/worker_pool.h"
#include "indexer/pipeline/writer_lock.h"

namespace broadsheet {

namespace {

namespace fs = std::filesystem;

// Makes the folder of an index, or refuses one that holds something else.
void prepare_folder(const fs::path& index) {
    std::error_code error;
    const bool is_new = !fs::exists(index, error);
    if (!is_new && !fs::is_directory(index, error)) {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "'{}' is a file, not an index; the index comes first, then the bundles",
                index.string()
            )
        );
    }
    const bool is_ours = is_index(index) || fs::exists(lock_path(index), error);
    if (!is_new && !is_ours && !fs::is_empty(index, error)) {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "folder '{}' holds other things than an index; choose another name for the index",
                index.string()
            )
        );
    }
    fs::create_directories(segments_path(index), error);
    if (error) {
        throw Error(
            ErrorKind::unwritable,
            fmt::format("cannot make the index '{}': {}", index.string(), error.message())
        );
    }
}

Ledger read_ledger(const fs::path& index, const std::vector<std::string>& segments) {
    Ledger ledger;
    with_xapian("read the ledger", [&] {
        for (const auto& segment : segments)
            ledger.add_segment(open_segment(segment_path(index, segment)));
    });
    return ledger;
}

// A bundle of the run and how far it is in.
struct BundleState {
    LedgerRow row;  // what the ledger will say of it
    std::uint32_t number = 0;
    bool in_ledger = false;  // something of it is worth a row in the next publication
};

// One run from the first bundle to the last publication.
class IndexRun {
public:
    IndexRun(const IndexSettings& settings, IndexListener& listener, std::stop_token stop)
        : settings_(settings),
          listener_(listener),
          stop_(std::move(stop)),
          plan_(plan_memory(settings)),
          lock_((prepare_folder(settings.index), settings.index)),
          problems_(IndexReport::kProblemsMax),
          context_{
              settings.index,
              article_rules(settings),
              plan_.segment_bytes,
              [this] { return names_.next(); },
              next_arrival(0),
              ids_,
              problems_,
              counts_} {}

    IndexReport run() {
        try {
            return read_all();
        } catch (const Error& error) {
            clean_up();
            if (error.kind() != ErrorKind::unwritable) throw;
            throw Error(
                ErrorKind::unwritable,
                fmt::format(
                    "{}; the index is as it was last published: free some space, then give the "
                    "same command again",
                    error.what()
                )
            );
        } catch (...) {
            clean_up();
            throw;
        }
    }

private:
    IndexReport read_all() {
        remove_garbage(settings_.index);
        if (is_index(settings_.index)) look_at_published();
        progress_.bundle_count = settings_.bundles.size();
        for (const auto& bundle : settings_.bundles) {
            if (stop_.stop_requested()) break;
            read(bundle);
        }
        publish_all();
        return report();
    }

    void clean_up() {
        pool_.reset();
        remove_garbage(settings_.index);
    }

    void look_at_published() {
        Snapshot snapshot = open_snapshot(settings_.index);
        ledger_ = read_ledger(settings_.index, snapshot.segments);
        const bool is_empty = with_xapian("open the index", [&] {
            context_.arrival = next_arrival(newest_arrival(snapshot.database));
            return snapshot.database.get_doccount() == 0;
        });
        ids_.publication(is_empty ? std::nullopt : std::optional(std::move(snapshot)));
    }

    void read(const fs::path& path) {
        const std::uint32_t number = static_cast<std::uint32_t>(++progress_.bundle_number);
        progress_.bundle = path.string();
        progress_.bundle_bytes_read = 0;
        try {
            const BundleIdentity identity = identify_bundle(path, stop_);
            progress_.bundle_bytes = identity.bytes;
            if (is_known(identity)) {
                ++report_.bundles_known;
                return;
            }
            read_new(path, number, identity);
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::not_found && error.kind() != ErrorKind::unreadable)
                throw;
            problems_.add(number, 0, {ProblemKind::unreadable, path.string(), "", 0, error.what()});
        }
    }

    [[nodiscard]] bool is_known(const BundleIdentity& identity) const {
        return ledger_.complete(identity.digest) != nullptr;
    }

    void read_new(const fs::path& path, std::uint32_t number, const BundleIdentity& identity) {
        BundleState& state = bundles_.emplace_back();
        state.number = number;
        state.row = {.path = path.string(), .bytes = identity.bytes, .digest = identity.digest};
        const auto name = std::make_shared<const std::string>(path.string());
        BatchReader reader(
            path.string(),
            reader_settings(state),
            [&](Batch&& batch, BundlePosition read_to) { take(std::move(batch), name, read_to); },
            [&](std::uint64_t entry, Problem problem) {
                problems_.add(number, entry, std::move(problem));
            },
            [&](std::uint64_t bytes) { show_progress(bytes); }
        );
        read_bundle(path, settings_.limits, reader, stop_);
        // A bundle that was left early is not handed out to its end: its last entry may be cut
        // short.
        if (stop_.stop_requested()) return;
        reader.finish();
        state.row.complete = true;
        state.in_ledger = true;
        ++report_.bundles_read;
    }

    BatchReader::Settings reader_settings(const BundleState& state) {
        BatchReader::Settings settings = batch_reader_settings(settings_, plan_);
        const LedgerRow* row = ledger_.furthest(state.row.path, state.row.digest);
        // Where the path had other contents before, its published articles are not all of this
        // bundle; it is then read from the beginning, and what is unchanged stays.
        if (row != nullptr && !ledger_.has_other_contents(state.row.path, state.row.digest)) {
            settings.from = {row->next_entry, row->next_offset};
            ids_.resume(state.number, state.row.path);
        }
        return settings;
    }

    void take(
        Batch&& batch, const std::shared_ptr<const std::string>& name, BundlePosition read_to
    ) {
        batch.sequence = next_sequence_++;
        batch.bundle_number = bundles_.back().number;
        batch.bundle = name;
        unpublished_bytes_ += batch.bytes.size();
        if (!pool_)
            pool_ = std::make_unique<WorkerPool>(context_, plan_.jobs, plan_.queue_capacity);
        pool_->push(std::move(batch));
        BundleState& state = bundles_.back();
        state.row.next_entry = read_to.entry;
        state.row.next_offset = read_to.offset;
        state.in_ledger = true;
        if (unpublished_bytes_ >= settings_.checkpoint_bytes) checkpoint();
    }

    // Publishes what was read so far; the bundle being read goes on behind it.
    void checkpoint() {
        publish_all();
        look_at_published();
    }

    void publish_all() {
        progress_.publishing = true;
        listener_.progress(progress_);
        PoolResult result;
        if (pool_) result = pool_->finish();
        pool_.reset();
        publish(
            settings_.index,
            std::move(result.segments),
            ids_.take_superseded(),
            rows(result),
            names_
        );
        unpublished_bytes_ = 0;
        forget_published_bundles();
        progress_.publishing = false;
    }

    [[nodiscard]] std::vector<LedgerRow> rows(const PoolResult& result) const {
        std::vector<LedgerRow> rows;
        for (const auto& bundle : bundles_) {
            if (!bundle.in_ledger) continue;
            rows.push_back(bundle.row);
            const auto articles = result.articles_by_bundle.find(bundle.number);
            rows.back().articles =
                articles == result.articles_by_bundle.end()
                    ? 0
                    : static_cast<std::uint64_t>(std::max<std::int64_t>(articles->second, 0));
        }
        return rows;
    }

    void forget_published_bundles() {
        if (bundles_.size() > 1) bundles_.erase(bundles_.begin(), bundles_.end() - 1);
        if (!bundles_.empty()) bundles_.back().in_ledger = false;
    }

    void show_progress(std::uint64_t bundle_bytes_read) {
        progress_.bundle_bytes_read = bundle_bytes_read;
        progress_.articles = counts_.added + counts_.replaced + counts_.unchanged;
        progress_.text_bytes = counts_.text_bytes;
        progress_.segments = counts_.segments;
        listener_.progress(progress_);
    }

    IndexReport report() {
        report_.added = counts_.added;
        report_.replaced = counts_.replaced;
        report_.unchanged = counts_.unchanged;
        report_.text_bytes = counts_.text_bytes;
        report_.left_out = problems_.left_out();
        report_.skipped = problems_.skipped();
        report_.not_chosen = problems_.not_chosen();
        report_.superseded = problems_.superseded();
        report_.problems = problems_.take_sorted();
        report_.interrupted = stop_.stop_requested();
        const Snapshot snapshot = open_snapshot(settings_.index);
        report_.index_segments = snapshot.segments.size();
        report_.index_articles =
            with_xapian("open the index", [&] { return snapshot.database.get_doccount(); });
        return std::move(report_);
    }

    const IndexSettings& settings_;
    IndexListener& listener_;
    const std::stop_token stop_;
    const MemoryPlan plan_;
    const WriterLock lock_;
    SegmentNames names_;
    IdRegistry ids_;
    ProblemLog problems_;
    WorkCounts counts_;
    WorkContext context_;
    Ledger ledger_;
    std::vector<BundleState>
        bundles_;  // read since the last publication; the last one is being read
    std::unique_ptr<WorkerPool> pool_;
    std::uint64_t next_sequence_ = 0;
    std::uint64_t unpublished_bytes_ = 0;
    IndexProgress progress_;
    IndexReport report_;
};

}  // namespace

IndexReport index_bundles(
    const IndexSettings& settings, IndexListener& listener, std::stop_token stop
) {
    return IndexRun(settings, listener, std::move(stop)).run();
}

}  // namespace broadsheet
