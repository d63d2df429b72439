#pragma once

#include <memory>
#include <vector>

#include "common/text/analyzer.h"
#include "indexer/pipeline/batch_articles.h"
#include "indexer/pipeline/settle_batch.h"
#include "indexer/pipeline/terms_of_article.h"
#include "indexer/pipeline/worker_pool.h"
#include "indexer/segment/segment_builder.h"

namespace broadsheet {

/// One thread's chain from batch to segment.
class Worker {
public:
    explicit Worker(WorkContext& context);

    /// Parses, claims, analyses and inverts the articles of a batch; writes a segment when the
    /// worker's share of memory is used up.
    /// @return false when the run was abandoned by another worker.
    bool process(const Batch& batch);

    /// Writes what is left. The result belongs to the caller.
    PoolResult finish();

private:
    bool settle_ids(const Batch& batch, std::vector<ParsedArticle>& articles);
    void count(const BatchOutcome& outcome, std::uint32_t bundle_number);
    void add(const Batch& batch, const ParsedArticle& parsed);
    void write_segment();

    WorkContext& context_;
    Analyzer analyzer_;
    ArticleTermsMaker terms_maker_;
    ArticleTerms terms_;
    std::unique_ptr<SegmentBuilder> builder_;
    std::vector<std::uint64_t> sequences_;
    PoolResult result_;
};

}  // namespace broadsheet
