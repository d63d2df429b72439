#pragma once

#include "common/cli/exit_code.h"
#include "common/cli/standard_output.h"
#include "searcher/options.h"

namespace broadsheet {

/// Answers saved queries from what came into the index since the last call, and remembers how far
/// that is once all was printed: a call that fails or is killed is made up for by the next one. The
/// first call only remembers. Nothing found when nothing new matches; what cannot be read of the
/// file is complained of and left out, and the exit code is then `failed`.
cli::ExitCode watch(const SearchRequest& request, cli::StandardOutput& out);

}  // namespace broadsheet
