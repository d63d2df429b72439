#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "common/cli/program.h"
#include "indexer/pipeline/index_run.h"

namespace broadsheet {

/// The program as data: its options, examples and help.
const cli::Program& index_program();

/// What a call of broadsheet-index asks for.
struct IndexCall {
    IndexSettings settings;
    std::optional<std::filesystem::path> report_file;  ///< --report
    bool extract = false;                              ///< --extract: only print the articles
    bool info = false;                                 ///< --info: only look at the index
    bool check = false;                                ///< --check: only look for damage
    std::optional<std::string> vocabulary;             ///< --vocabulary: list words that begin so
    bool quiet = false;                                ///< --quiet
};

/// @throws Error: invalid_argument, naming the option or argument.
IndexCall read_call(const cli::Options& options);

}  // namespace broadsheet
