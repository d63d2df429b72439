#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/pipeline/batch.h"
#include "indexer/pipeline/batch_articles.h"
#include "indexer/pipeline/id_registry.h"
#include "indexer/pipeline/problem_log.h"

namespace broadsheet {

/// How the counts of a run change with a batch. They go down where an article of an earlier batch
/// was counted and has to go.
struct BatchOutcome {
    std::int64_t added = 0;
    std::int64_t replaced = 0;
    std::int64_t unchanged = 0;
    /// Ids of articles that earlier batches of the bundle brought and that this one overtakes.
    std::vector<std::string> overtaken_ids = {};
};

/// Gives the articles of a batch their final ids and takes those out that do not stay: what is in
/// already, earlier versions, withdrawn items. The latter two go to the log of problems, earlier
/// versions of earlier batches too. Only inside IdRegistry::in_turn().
BatchOutcome settle_batch(
    const Batch& batch, std::vector<ParsedArticle>& articles, IdRegistry& ids, ProblemLog& problems
);

}  // namespace broadsheet
