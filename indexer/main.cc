#include <iostream>

#include "common/cli/run_main.h"
#include "common/cli/terminal.h"
#include "indexer/interruption.h"
#include "indexer/options.h"
#include "indexer/pipeline/index_run.h"
#include "indexer/progress_view.h"
#include "indexer/report.h"

namespace {

using broadsheet::cli::ExitCode;

ExitCode exit_code(const broadsheet::IndexReport& report) {
    if (report.interrupted) return ExitCode::interrupted;
    return report.left_out == 0 ? ExitCode::success : ExitCode::something_left_out;
}

ExitCode index(const broadsheet::cli::Options& options, broadsheet::cli::StandardOutput& /*out*/) {
    const broadsheet::IndexCall call = broadsheet::read_call(options);
    const broadsheet::Interruption interruption;
    broadsheet::IndexReport report;
    {
        auto terminal = broadsheet::cli::look_at_terminal(2, broadsheet::cli::ColorChoice::never);
        terminal.interactive = terminal.interactive && !call.quiet;
        broadsheet::ProgressView view(std::cerr, terminal);
        report = broadsheet::index_bundles(call.settings, view, interruption.token());
    }
    if (call.report_file) broadsheet::write_report(*call.report_file, report);
    if (!call.quiet) std::cerr << broadsheet::summary(report, call);
    return exit_code(report);
}

}  // namespace

int main(int argc, char** argv) {
    return broadsheet::cli::run_main(broadsheet::index_program(), argc, argv, index);
}
