#pragma once

#include <span>

#include "common/cli/option_table.h"
#include "searcher/options.h"

namespace broadsheet {

/// Options on one subject, and what they mean for a request. `read` sees the options that all
/// groups before it in the table of options.cc have read, and throws Error (invalid_argument) where
/// they make no sense.
struct OptionGroup {
    std::span<const cli::Option> rows;
    void (*read)(const cli::Options& options, SearchRequest& request);
};

extern const OptionGroup kSelectionOptions;
extern const OptionGroup kQueryOptions;
extern const OptionGroup kRankingOptions;
extern const OptionGroup kSimilarOptions;
extern const OptionGroup kDisplayOptions;
extern const OptionGroup kCountOptions;
extern const OptionGroup kBatchOptions;
extern const OptionGroup kWatchOptions;

}  // namespace broadsheet
