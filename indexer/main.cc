#include <iostream>
#include <optional>
#include <string>

#include "common/cli/run_main.h"
#include "common/cli/sanitize.h"
#include "common/cli/terminal.h"
#include "common/stored_article.h"
#include "indexer/info.h"
#include "indexer/interruption.h"
#include "indexer/options.h"
#include "indexer/pipeline/extract_run.h"
#include "indexer/pipeline/index_run.h"
#include "indexer/progress_view.h"
#include "indexer/report.h"
#include "indexer/vocabulary.h"

namespace {

using broadsheet::cli::ExitCode;

ExitCode exit_code(const broadsheet::IndexReport& report) {
    if (report.interrupted) return ExitCode::interrupted;
    return report.left_out == 0 ? ExitCode::success : ExitCode::something_left_out;
}

ExitCode list_vocabulary(const broadsheet::IndexCall& call, broadsheet::cli::StandardOutput& out) {
    bool any = false;
    broadsheet::visit_vocabulary(
        call.settings.index,
        *call.vocabulary,
        [&](const broadsheet::VocabularyEntry& entry) {
            out.write(broadsheet::vocabulary_line(entry));
            any = true;
        }
    );
    return any ? ExitCode::success : ExitCode::nothing_found;
}

// Shows what the index holds, what is damaged, or both.
ExitCode look_at(const broadsheet::IndexCall& call, broadsheet::cli::StandardOutput& out) {
    if (call.info) out.write(broadsheet::info_text(broadsheet::read_info(call.settings.index)));
    if (!call.check) return ExitCode::success;
    const auto damaged = broadsheet::check_index(call.settings.index);
    for (const auto& sentence : damaged) {
        broadsheet::cli::complain(broadsheet::index_program(), sentence);
    }
    if (damaged.empty()) out.write("no damage found\n");
    return damaged.empty() ? ExitCode::success : ExitCode::failed;
}

// The article as searcher/OUTPUT.md describes it, on a line.
void print_article(const broadsheet::Article& article, broadsheet::cli::StandardOutput& out) {
    std::string line;
    broadsheet::append_article_json(line, article);
    out.write(broadsheet::cli::safe_json(line) + '\n');
}

ExitCode index(const broadsheet::cli::Options& options, broadsheet::cli::StandardOutput& out) {
    const broadsheet::IndexCall call = broadsheet::read_call(options);
    if (call.vocabulary) return list_vocabulary(call, out);
    if (call.info || call.check) return look_at(call, out);
    std::optional<broadsheet::ReportFile> report_file;
    if (call.report_file) report_file.emplace(*call.report_file);
    const broadsheet::Interruption interruption;
    broadsheet::IndexReport report;
    {
        auto terminal = broadsheet::cli::look_at_terminal(2, broadsheet::cli::ColorChoice::never);
        terminal.interactive = terminal.interactive && !call.quiet;
        broadsheet::ProgressView view(std::cerr, terminal);
        report = call.extract
                     ? broadsheet::extract_bundles(
                           call.settings,
                           [&](const broadsheet::Article& article) { print_article(article, out); },
                           view,
                           interruption.token()
                       )
                     : broadsheet::index_bundles(call.settings, view, interruption.token());
    }
    if (report_file) report_file->write(report);
    if (!call.quiet) std::cerr << broadsheet::summary(report, call);
    return exit_code(report);
}

}  // namespace

int main(int argc, char** argv) {
    return broadsheet::cli::run_main(broadsheet::index_program(), argc, argv, index);
}
