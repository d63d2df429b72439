#pragma once

#include <filesystem>
#include <string>

#include "indexer/options.h"
#include "indexer/pipeline/index_run.h"

namespace broadsheet {

/// The name of a kind of problem in a report: "over-limit".
std::string_view problem_kind_name(ProblemKind kind);

/// What happened and what to do next, in a few lines.
std::string summary(const IndexReport& report, const IndexCall& call);

/// Writes every problem as one JSON object a line: kind, bundle, entry, position, reason.
/// @throws Error: unwritable.
void write_report(const std::filesystem::path& file, const IndexReport& report);

}  // namespace broadsheet
