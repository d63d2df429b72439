#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "indexer/options.h"
#include "indexer/pipeline/index_run.h"

namespace broadsheet {

/// The name of a kind of problem in a report: "over-limit".
std::string_view problem_kind_name(ProblemKind kind);

/// What happened and what to do next, in a few lines.
std::string summary(const IndexReport& report, const IndexCall& call);

/// The file of --report. Made before the run, which may take hours, so that a name that cannot be
/// written is told before anything is read.
class ReportFile {
public:
    /// @throws Error: unwritable.
    explicit ReportFile(std::filesystem::path path);

    /// Writes every problem as one JSON object a line: kind, bundle, entry, position, reason.
    /// @throws Error: unwritable.
    void write(const IndexReport& report);

private:
    void check() const;

    std::filesystem::path path_;
    std::ofstream out_;
};

}  // namespace broadsheet
