#include "indexer/pipeline/extract_run.h"

#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "broadsheet/error.h"
#include "indexer/bundle/bundle.h"
#include "indexer/pipeline/batch_articles.h"
#include "indexer/pipeline/batch_reader.h"
#include "indexer/pipeline/bounded_queue.h"
#include "indexer/pipeline/complete_article.h"
#include "indexer/pipeline/held_articles.h"
#include "indexer/pipeline/id_registry.h"
#include "indexer/pipeline/memory_plan.h"
#include "indexer/pipeline/problem_log.h"
#include "indexer/pipeline/run_settings.h"
#include "indexer/pipeline/settle_batch.h"

namespace broadsheet {

namespace {

// Threads that parse batches and hand out the articles in the order of the batches.
class ExtractPool {
public:
    ExtractPool(
        const MemoryPlan& plan,
        ArticleRules rules,
        ProblemLog& problems,
        const ArticleReceiver& receive
    )
        : rules_(std::move(rules)),
          problems_(problems),
          receive_(receive),
          queue_(plan.queue_capacity) {
        for (unsigned i = 0; i < plan.jobs; ++i)
            threads_.emplace_back([this] { work(); });
    }

    ~ExtractPool() {
        if (threads_.empty()) return;
        ids_.abandon();
        join();
    }

    ExtractPool(const ExtractPool&) = delete;
    ExtractPool& operator=(const ExtractPool&) = delete;

    void push(Batch batch) {
        if (!queue_.push(std::move(batch))) rethrow();
    }

    void finish() {
        join();
        rethrow();
        held_.release(receive_);
    }

    std::atomic<std::uint64_t> added = 0;
    std::atomic<std::uint64_t> replaced = 0;
    std::atomic<std::uint64_t> bytes = 0;

private:
    void work() {
        try {
            while (const auto batch = queue_.pop()) {
                auto articles = read_articles(*batch, rules_, problems_);
                if (!ids_.in_turn(batch->sequence, [&] { hand_out(*batch, articles); })) return;
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!error_) error_ = std::current_exception();
            ids_.abandon();
            queue_.close();
        }
    }

    void hand_out(const Batch& batch, std::vector<ParsedArticle>& articles) {
        if (batch.bundle_number != bundle_number_) held_.release(receive_);
        bundle_number_ = batch.bundle_number;
        const BatchOutcome outcome = settle_batch(batch, articles, ids_, problems_);
        // Sums of unsigned numbers come out right below zero, too.
        added += static_cast<std::uint64_t>(outcome.added);
        replaced += static_cast<std::uint64_t>(outcome.replaced);
        for (const std::string& id : outcome.overtaken_ids)
            held_.drop(id);
        for (const ParsedArticle& parsed : articles) {
            bytes += text_bytes(parsed.article);
            if (parsed.article.version > 0) {
                held_.put(parsed.article);
            } else {
                receive_(parsed.article);
            }
        }
    }

    void join() {
        queue_.close();
        for (auto& thread : threads_)
            thread.join();
        threads_.clear();
    }

    void rethrow() {
        const std::lock_guard lock(mutex_);
        if (error_) std::rethrow_exception(error_);
    }

    const ArticleRules rules_;
    ProblemLog& problems_;
    const ArticleReceiver& receive_;
    IdRegistry ids_;
    HeldArticles held_;  // of the bundle that is being handed out
    std::uint32_t bundle_number_ = 0;
    BoundedQueue<Batch> queue_;
    std::mutex mutex_;
    std::exception_ptr error_;
    std::vector<std::thread> threads_;
};

// One run from the first bundle to the last article.
class ExtractRun {
public:
    ExtractRun(
        const IndexSettings& settings,
        const ArticleReceiver& receive,
        IndexListener& listener,
        std::stop_token stop
    )
        : settings_(settings),
          listener_(listener),
          stop_(std::move(stop)),
          plan_(plan_memory(settings)),
          problems_(IndexReport::kProblemsMax),
          pool_(plan_, article_rules(settings), problems_, receive) {}

    IndexReport run() {
        progress_.bundle_count = settings_.bundles.size();
        for (const auto& bundle : settings_.bundles) {
            if (stop_.stop_requested()) break;
            read(bundle);
        }
        pool_.finish();
        IndexReport report;
        report.added = pool_.added;
        report.replaced = pool_.replaced;
        report.text_bytes = pool_.bytes;
        report.bundles_read = progress_.bundle_number;
        report.left_out = problems_.left_out();
        report.skipped = problems_.skipped();
        report.not_chosen = problems_.not_chosen();
        report.superseded = problems_.superseded();
        report.problems = problems_.take_sorted();
        report.interrupted = stop_.stop_requested();
        return report;
    }

private:
    void read(const std::filesystem::path& path) {
        const auto number = static_cast<std::uint32_t>(++progress_.bundle_number);
        progress_.bundle = path.string();
        const auto name = std::make_shared<const std::string>(path.string());
        BatchReader reader(
            path.string(),
            batch_reader_settings(settings_, plan_),
            [&](Batch&& batch, BundlePosition) { take(std::move(batch), number, name); },
            [&](std::uint64_t entry, Problem problem) {
                problems_.add(number, entry, std::move(problem));
            },
            [&](std::uint64_t bytes) { show_progress(bytes); }
        );
        try {
            read_bundle(path, settings_.limits, reader, stop_);
            if (!stop_.stop_requested()) reader.finish();
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::not_found && error.kind() != ErrorKind::unreadable)
                throw;
            problems_.add(number, 0, {ProblemKind::unreadable, path.string(), "", 0, error.what()});
        }
    }

    void take(Batch&& batch, std::uint32_t number, const std::shared_ptr<const std::string>& name) {
        batch.sequence = next_sequence_++;
        batch.bundle_number = number;
        batch.bundle = name;
        pool_.push(std::move(batch));
    }

    void show_progress(std::uint64_t bundle_bytes_read) {
        progress_.bundle_bytes_read = bundle_bytes_read;
        progress_.articles = pool_.added + pool_.replaced;
        progress_.text_bytes = pool_.bytes;
        listener_.progress(progress_);
    }

    const IndexSettings& settings_;
    IndexListener& listener_;
    const std::stop_token stop_;
    const MemoryPlan plan_;
    ProblemLog problems_;
    ExtractPool pool_;
    std::uint64_t next_sequence_ = 0;
    IndexProgress progress_;
};

}  // namespace

IndexReport extract_bundles(
    const IndexSettings& settings,
    const ArticleReceiver& receive,
    IndexListener& listener,
    std::stop_token stop
) {
    return ExtractRun(settings, receive, listener, std::move(stop)).run();
}

}  // namespace broadsheet
