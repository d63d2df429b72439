#pragma once

#include "common/cli/exit_code.h"
#include "common/cli/standard_output.h"
#include "searcher/options.h"

namespace broadsheet {

/// Answers all queries of a file, each as one call of its own would, in the order of the file
/// whatever the number of workers. What cannot be read of the file is complained of and left out;
/// the exit code is then `failed`, although all the others were answered.
cli::ExitCode answer_batch(const SearchRequest& request, cli::StandardOutput& out);

}  // namespace broadsheet
