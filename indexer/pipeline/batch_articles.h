#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "broadsheet/article.h"
#include "indexer/pipeline/batch.h"
#include "indexer/pipeline/problem_log.h"

namespace broadsheet {

/// What holds for all articles of a run.
struct ArticleRules {
    std::string language = {};  ///< ISO 639 code for articles that name none; empty: detect it
    Date now = {};  ///< reports from after it are not believed; nor, in a web archive, those from
                    ///< after they were fetched
};

/// An article as its format and the pipeline know it, its id not settled yet.
struct ParsedArticle {
    Article article;
    std::uint64_t entry_number = 0;  ///< in its bundle
    std::string withdrawn = {};  ///< why its publisher does not want it published; empty: he does
};

/// Parses and completes all articles of a batch, in order; what is wrong goes to the log.
std::vector<ParsedArticle> read_articles(
    const Batch& batch, const ArticleRules& rules, ProblemLog& problems
);

}  // namespace broadsheet
