#include "indexer/pipeline/worker.h"

#include <algorithm>
#include <utility>

#include "broadsheet/error.h"
#include "common/fields.h"
#include "common/index/layout.h"
#include "common/index/snapshot.h"
#include "indexer/pipeline/complete_article.h"

namespace broadsheet {

Worker::Worker(WorkContext& context)
    : context_(context), terms_maker_(analyzer_), builder_(make_bulk_builder()) {}

bool Worker::process(const Batch& batch) {
    std::vector<ParsedArticle> articles = read_articles(batch, context_.rules, context_.problems);
    if (!settle_ids(batch, articles)) return false;
    for (const auto& parsed : articles)
        add(batch, parsed);
    return true;
}

// Gives every article its final id and drops those that do not stay.
bool Worker::settle_ids(const Batch& batch, std::vector<ParsedArticle>& articles) {
    return context_.ids.in_turn(batch.sequence, [&] {
        count(settle_batch(batch, articles, context_.ids, context_.problems), batch.bundle_number);
    });
}

void Worker::count(const BatchOutcome& outcome, std::uint32_t bundle_number) {
    // Below zero where an article of an earlier batch goes: unsigned sums come out right all the
    // same.
    context_.counts.added += static_cast<std::uint64_t>(outcome.added);
    context_.counts.replaced += static_cast<std::uint64_t>(outcome.replaced);
    context_.counts.unchanged += static_cast<std::uint64_t>(outcome.unchanged);
    if (!outcome.overtaken_ids.empty())
        result_.articles_by_bundle[bundle_number] -=
            static_cast<std::int64_t>(outcome.overtaken_ids.size());
}

void Worker::add(const Batch& batch, const ParsedArticle& parsed) {
    terms_maker_.make(parsed.article, terms_);
    terms_.values.emplace_back(
        static_cast<std::uint32_t>(Slot::arrival), arrival_value(context_.arrival)
    );
    if (!parsed.article.authors.empty())
        terms_.values.emplace_back(
            static_cast<std::uint32_t>(Slot::authors), authors_value(parsed.article.authors)
        );
    try {
        builder_->add(terms_);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::invalid_argument) throw;
        const Origin& origin = parsed.article.origin;
        context_.problems.add(
            batch.bundle_number,
            parsed.entry_number,
            {ProblemKind::over_limit, origin.bundle, origin.entry, origin.position, error.what()}
        );
        return;
    }
    sequences_.push_back(batch.sequence);
    ++result_.articles_by_bundle[batch.bundle_number];
    context_.counts.text_bytes += text_bytes(parsed.article);
    if (builder_->is_full() ||
        builder_->memory_bytes() + analyzer_.memory_bytes() > context_.segment_memory_bytes) {
        write_segment();
    }
}

void Worker::write_segment() {
    if (builder_->article_count() == 0) return;
    NewSegment segment{context_.new_segment_name(), std::exchange(sequences_, {})};
    builder_->finish(segment_path(context_.index, segment.name), version_metadata());
    analyzer_.forget_words();
    result_.segments.push_back(std::move(segment));
    ++context_.counts.segments;
}

PoolResult Worker::finish() {
    write_segment();
    return std::exchange(result_, {});
}

}  // namespace broadsheet
