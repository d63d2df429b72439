#pragma once

#include <chrono>
#include <ostream>
#include <string>

#include "common/cli/progress_line.h"
#include "indexer/pipeline/index_run.h"

namespace broadsheet {

/// Shows a run on one line of a terminal.
class ProgressView : public IndexListener {
public:
    ProgressView(std::ostream& out, const cli::Terminal& terminal);

    void progress(const IndexProgress& progress) override;

private:
    cli::ProgressLine line_;
    std::chrono::steady_clock::time_point started_;
};

/// The line: bundle, how much of it is read, articles, text, rate, segments, and an estimate of
/// when the bundle ends where its size is known. `elapsed` is since the run began.
std::string progress_text(const IndexProgress& progress, std::chrono::duration<double> elapsed);

}  // namespace broadsheet
