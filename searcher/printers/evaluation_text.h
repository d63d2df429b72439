#pragma once

#include <string>
#include <string_view>

#include "searcher/ranking/evaluation.h"

namespace broadsheet {

/// A run and where it came from.
struct NamedRun {
    std::string name;
    Run run;
};

/// A table of the measures of a run: a line for each judged query and one for their mean, columns
/// parted by blanks.
std::string evaluation_text(const Judgments& judgments, const NamedRun& run);

/// How two runs differ: for each measure both means, the difference, and how likely one as large
/// is by chance; then the queries that gained and lost most by average precision.
std::string comparison_text(const Judgments& judgments, const NamedRun& a, const NamedRun& b);

}  // namespace broadsheet
