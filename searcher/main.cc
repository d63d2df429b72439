#include <iostream>
#include <memory>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

#include "broadsheet/searcher.h"
#include "common/cli/number_text.h"
#include "common/cli/run_main.h"
#include "searcher/options.h"
#include "searcher/printers/printer_table.h"

namespace broadsheet {

namespace {

using cli::ExitCode;
using cli::StandardOutput;

std::unique_ptr<Printer> printer_for(const SearchRequest& request) {
    const cli::Terminal terminal = cli::look_at_terminal(STDOUT_FILENO, request.color);
    return make_printer(request.format, {.query = request.query.text, .terminal = terminal});
}

ExitCode show_article(Searcher& searcher, const SearchRequest& request, StandardOutput& out) {
    const auto article = searcher.article(*request.show, request.query);
    if (!article) {
        cli::complain(search_program(), fmt::format("no article has the id '{}'", *request.show));
        return ExitCode::nothing_found;
    }
    std::string text;
    printer_for(request)->article(*article, text);
    out.write(text);
    return ExitCode::success;
}

ExitCode print_count(Searcher& searcher, const SearchRequest& request, StandardOutput& out) {
    const std::size_t count = searcher.count(request.query);
    out.write(fmt::format("{}\n", count));
    return count > 0 ? ExitCode::success : ExitCode::nothing_found;
}

// A person at a terminal is told how much there is; stdout holds results only.
void tell_total(const Results& results, const SearchRequest& request) {
    const bool told =
        request.format == "text" && cli::look_at_terminal(STDERR_FILENO, request.color).interactive;
    if (!told) return;
    if (results.hits.empty()) {
        std::cerr << (results.total == 0 ? "no article matches\n" : "no further article matches\n");
        return;
    }
    std::cerr << fmt::format(
        "{}-{} of {}{}\n",
        results.hits.front().rank,
        results.hits.back().rank,
        results.total_is_exact ? "" : "about ",
        cli::counted(results.total, "article")
    );
}

ExitCode print_hits(Searcher& searcher, const SearchRequest& request, StandardOutput& out) {
    const Results results = searcher.search(request.query);
    for (const std::string& note : results.notes)
        cli::complain(search_program(), note);
    const auto printer = printer_for(request);
    std::string text;
    printer->begin(text);
    for (const Hit& hit : results.hits)
        printer->hit(hit, text);
    printer->end(text);
    out.write(text);
    out.flush();
    tell_total(results, request);
    return results.hits.empty() ? ExitCode::nothing_found : ExitCode::success;
}

ExitCode search(const cli::Options& options, StandardOutput& out) {
    const SearchRequest request = read_request(options);
    Searcher searcher(request.index);
    if (request.show) return show_article(searcher, request, out);
    if (request.count_only) return print_count(searcher, request, out);
    return print_hits(searcher, request, out);
}

}  // namespace

}  // namespace broadsheet

int main(int argc, char** argv) {
    return broadsheet::cli::run_main(broadsheet::search_program(), argc, argv, broadsheet::search);
}
