#include "indexer/report.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/cli/number_text.h"
#include "common/cli/sanitize.h"
#include "common/json_writer.h"

namespace broadsheet {

namespace {

constexpr std::size_t kProblemsShown = 10;

std::string articles_sentence(const IndexReport& report) {
    std::string text = cli::counted(report.added, "article") + " indexed";
    if (report.replaced > 0)
        text += fmt::format(", {} replaced", cli::with_commas(report.replaced));
    if (report.unchanged > 0)
        text += fmt::format(", {} were in already", cli::with_commas(report.unchanged));
    if (report.bundles_known > 0) {
        text += fmt::format(
            ", {} passed over (in already)", cli::counted(report.bundles_known, "bundle")
        );
    }
    return fmt::format(
        "{}; the index holds {} in {}.\n",
        text,
        cli::counted(report.index_articles, "article"),
        cli::counted(report.index_segments, "segment")
    );
}

std::string problem_line(const Problem& problem) {
    std::string place = problem.bundle;
    // A lone file is a bundle with one entry of its name.
    const bool lone = place == problem.entry || place.ends_with('/' + problem.entry);
    if (!problem.entry.empty() && !lone) place += ": " + problem.entry;
    if (problem.position > 0) place += fmt::format(" (byte {})", problem.position);
    return fmt::format(
        "  {}: {}\n", cli::safe_for_terminal(place), cli::safe_for_terminal(problem.reason)
    );
}

bool is_loss(ProblemKind kind) {
    return kind != ProblemKind::not_article && kind != ProblemKind::not_chosen &&
           kind != ProblemKind::superseded;
}

// The first problems of some kinds, of which there are `count`.
template <typename Wanted>
std::string problem_lines(const IndexReport& report, std::uint64_t count, Wanted wanted) {
    std::string text;
    std::size_t shown = 0;
    for (const auto& problem : report.problems) {
        if (!wanted(problem.kind) || shown == kProblemsShown) continue;
        text += problem_line(problem);
        ++shown;
    }
    if (count > shown) text += fmt::format("  and {} more\n", cli::with_commas(count - shown));
    return text;
}

std::string problems_text(const IndexReport& report, bool listed_elsewhere) {
    std::string text;
    if (report.left_out > 0) {
        text += fmt::format(
            "{} left out:\n", cli::counted(report.left_out, "thing was", "things were")
        );
        text += problem_lines(report, report.left_out, is_loss);
    }
    if (report.skipped > 0) {
        // Where there is nothing else to show for it, a person wants to know why.
        const bool nothing_came = report.added + report.replaced + report.unchanged == 0;
        text += fmt::format(
            "{} no article and {} skipped{}\n",
            cli::counted(report.skipped, "entry holds", "entries hold"),
            report.skipped == 1 ? "was" : "were",
            nothing_came ? ":" : "."
        );
        if (nothing_came)
            text += problem_lines(report, report.skipped, [](ProblemKind kind) {
                return kind == ProblemKind::not_article;
            });
    }
    if (report.not_chosen > 0) {
        text += fmt::format(
            "{} not chosen by --include and --exclude.\n",
            cli::counted(report.not_chosen, "entry was", "entries were")
        );
    }
    if (report.superseded > 0) {
        text += fmt::format(
            "{} passed over for a later one.\n",
            cli::counted(report.superseded, "earlier version was", "earlier versions were")
        );
    }
    if (!text.empty() && !listed_elsewhere) text += "See them all with --report FILE.\n";
    return text;
}

}  // namespace

std::string_view problem_kind_name(ProblemKind kind) {
    switch (kind) {
        case ProblemKind::unreadable:
            return "unreadable";
        case ProblemKind::over_limit:
            return "over-limit";
        case ProblemKind::not_enabled:
            return "not-enabled";
        case ProblemKind::not_article:
            return "not-article";
        case ProblemKind::not_chosen:
            return "not-chosen";
        case ProblemKind::malformed:
            return "malformed";
        case ProblemKind::superseded:
            return "superseded";
    }
    return "unknown";
}

std::string summary(const IndexReport& report, const IndexCall& call) {
    std::string text = problems_text(report, call.report_file.has_value());
    if (call.extract) {
        text += cli::counted(report.added + report.replaced, "article") + " extracted.\n";
        return report.interrupted ? text + "Interrupted.\n" : text;
    }
    text += articles_sentence(report);
    const std::string index = cli::safe_for_terminal(call.settings.index.string());
    if (report.interrupted) {
        return text +
               "Interrupted. What was read is searchable; give the same command again to go on.\n";
    }
    return text + fmt::format("Search with: broadsheet-search {} QUERY\n", index);
}

ReportFile::ReportFile(std::filesystem::path path)
    : path_(std::move(path)), out_(path_, std::ios::binary) {
    check();
}

void ReportFile::write(const IndexReport& report) {
    for (const auto& problem : report.problems) {
        std::string line;
        JsonWriter json(line);
        json.begin_object();
        json.member("kind", problem_kind_name(problem.kind));
        json.member("bundle", problem.bundle);
        json.member_if("entry", problem.entry);
        json.member("position", problem.position);
        json.member("reason", problem.reason);
        json.end_object();
        out_ << line << '\n';
    }
    out_.flush();
    check();
}

void ReportFile::check() const {
    if (out_) return;
    throw Error(ErrorKind::unwritable, fmt::format("cannot write the report '{}'", path_.string()));
}

}  // namespace broadsheet
