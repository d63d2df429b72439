#pragma once

#include <functional>
#include <stop_token>

#include "broadsheet/article.h"
#include "indexer/pipeline/index_run.h"

namespace broadsheet {

/// Gets the articles one after another, in the order of the bundles; called from one thread at a
/// time. What it throws ends the run and comes out of extract_bundles().
using ArticleReceiver = std::function<void(const Article&)>;

/// Reads bundles as index_bundles() does, and hands out what it would put into an empty index, with
/// the ids it would give. Where a later bundle repeats an id both versions come, in their order:
/// the last one is the one an index would keep. Articles with a version come at the end of their
/// bundle, as only then it is known which of them is the last. `settings.index` and
/// `checkpoint_bytes` do not matter. The report counts the articles in `added` and `replaced`.
/// @throws Error (invalid_argument) for too little memory.
IndexReport extract_bundles(
    const IndexSettings& settings,
    const ArticleReceiver& receive,
    IndexListener& listener,
    std::stop_token stop = {}
);

}  // namespace broadsheet
