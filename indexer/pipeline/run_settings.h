#pragma once

#include "indexer/pipeline/batch_articles.h"
#include "indexer/pipeline/batch_reader.h"
#include "indexer/pipeline/index_run.h"
#include "indexer/pipeline/memory_plan.h"

namespace broadsheet {

/// What a run's settings mean for reading one bundle from its beginning.
BatchReader::Settings batch_reader_settings(const IndexSettings& settings, const MemoryPlan& plan);

/// What they mean for every article.
ArticleRules article_rules(const IndexSettings& settings);

}  // namespace broadsheet
