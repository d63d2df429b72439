#include "searcher/answers.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "common/cli/number_text.h"
#include "common/cli/pager.h"
#include "common/cli/run_main.h"
#include "searcher/printers/completion_text.h"
#include "searcher/printers/count_table.h"
#include "searcher/printers/evaluation_text.h"
#include "searcher/printers/explanation_text.h"
#include "searcher/printers/printer_table.h"
#include "searcher/whole_file.h"

namespace broadsheet {

namespace {

std::unique_ptr<Printer> printer_for(const SearchRequest& request) {
    const cli::Terminal terminal = cli::look_at_terminal(STDOUT_FILENO, request.color);
    const cli::ColorEnvironment able = {.term = std::getenv("TERM")};
    return make_printer(
        request.format,
        {.query = request.query.text,
         .terminal = terminal,
         .hyperlinks = cli::wants_color(request.hyperlinks, terminal.interactive, able),
         .fields = request.fields}
    );
}

// Only text is for reading page by page.
cli::PagedOutput paged(const SearchRequest& request, cli::StandardOutput& out) {
    const cli::Terminal terminal = cli::look_at_terminal(STDOUT_FILENO, request.color);
    const bool is_wanted = request.pager && request.format == "text";
    return {out, is_wanted ? cli::pager_command(terminal) : std::nullopt, terminal};
}

// How much there is, of which the hits from `offset` on were shown.
std::string total_text(const Results& results, std::size_t offset, std::size_t shown) {
    if (shown == 0) return results.total == 0 ? "no article matches" : "no further article matches";
    const std::size_t first = offset + 1;
    const std::size_t last = offset + shown;
    return fmt::format(
        "{} of {}{}",
        first == last ? fmt::format("{}", first) : fmt::format("{}-{}", first, last),
        results.total_is_exact ? "" : "about ",
        cli::counted(results.total, "article")
    );
}

void complain_of(const std::vector<QueryMistake>& mistakes, const std::string& query) {
    for (const QueryMistake& mistake : mistakes) {
        cli::complain_at(search_program(), mistake.sentence, query, mistake.offset, mistake.length);
    }
}

// What there is to say besides the hits that were shown.
void tell_suggestions(const std::vector<Suggestion>& suggestions) {
    for (const Suggestion& suggestion : suggestions) {
        cli::complain(
            search_program(),
            fmt::format(
                "did you mean: {} ({})", suggestion.text, cli::counted(suggestion.total, "article")
            )
        );
    }
}

cli::ExitCode tell_about(
    const Results& results,
    const SearchRequest& request,
    std::size_t shown,
    std::string_view searched_for
) {
    if (!results.added_words.empty())
        cli::tell(fmt::format("{}: {}", searched_for, fmt::join(results.added_words, ", ")));
    for (const std::string& note : results.notes)
        cli::complain(search_program(), note);
    complain_of(results.mistakes, request.query.text);
    if (request.format != "json") tell_suggestions(results.suggestions);
    if (request.format == "text") cli::tell(total_text(results, request.query.offset, shown));
    return shown == 0 ? cli::ExitCode::nothing_found : cli::ExitCode::success;
}

cli::ExitCode tell_of_no_article(std::string_view id) {
    cli::complain(search_program(), fmt::format("no article has the id '{}'", id));
    return cli::ExitCode::nothing_found;
}

// What a reader of whole texts makes of a file; its complaints name the file.
template <typename Reader>
auto parsed(const std::string& path, const Reader& reader) {
    const std::string text = read_whole(path);
    try {
        return reader(text);
    } catch (const Error& error) {
        throw Error(error.kind(), fmt::format("{}: {}", path, error.what()));
    }
}

cli::ExitCode print_explained(
    Searcher& searcher, const SearchRequest& request, cli::StandardOutput& out
) {
    const Results results = searcher.search(request.query);
    out.write(explanation_text(*results.explanation) + '\n');
    const auto printer = printer_for(request);
    std::string text;
    printer->begin(text);
    for (const Hit& hit : results.hits) {
        printer->hit(hit, text);
        text += contributions_text(hit, *results.explanation);
    }
    printer->end(results, text);
    out.write(text);
    out.flush();
    return tell_about(results, request, results.hits.size(), "also searched for");
}

}  // namespace

bool is_refused(const SearchRequest& request) {
    if (!request.query.strict) return false;
    const auto mistakes = query_mistakes(request.query.text);
    complain_of(mistakes, request.query.text);
    return !mistakes.empty();
}

cli::ExitCode show_article(
    Searcher& searcher, const SearchRequest& request, cli::StandardOutput& out
) {
    const auto article = searcher.article(*request.show, request.query);
    if (!article) {
        return tell_of_no_article(*request.show);
    }
    std::string text;
    printer_for(request)->article(*article, text);
    cli::PagedOutput pages = paged(request, out);
    pages.write(text);
    pages.finish();
    return cli::ExitCode::success;
}

cli::ExitCode print_completions(
    Searcher& searcher, const SearchRequest& request, cli::StandardOutput& out
) {
    constexpr std::size_t kMost = 1000;
    const Completions found =
        searcher.complete(*request.beginning, std::min(request.query.limit, kMost));
    out.write(
        request.format == "json" ? completions_as_json(*request.beginning, found)
                                 : completions_as_text(found)
    );
    const bool any = !found.words.empty() || !found.headlines.empty();
    return any ? cli::ExitCode::success : cli::ExitCode::nothing_found;
}

cli::ExitCode print_count(
    Searcher& searcher, const SearchRequest& request, cli::StandardOutput& out
) {
    const std::size_t count = searcher.count(request.query);
    out.write(fmt::format("{}\n", count));
    return count > 0 ? cli::ExitCode::success : cli::ExitCode::nothing_found;
}

cli::ExitCode print_counts(
    Searcher& searcher, const SearchRequest& request, cli::StandardOutput& out
) {
    std::vector<CountTable> tables;
    for (const FacetRequest& facet : request.facets)
        tables.push_back(count_table(searcher.facet(request.query, facet.field, facet.values)));
    if (request.timeline)
        tables.push_back(count_table(searcher.timeline(request.query, *request.timeline)));

    const cli::Terminal terminal = cli::look_at_terminal(STDOUT_FILENO, request.color);
    std::string text;
    if (request.format == "json") {
        out.write(counts_as_json(request.query.text, tables));
        return tables.front().total > 0 ? cli::ExitCode::success : cli::ExitCode::nothing_found;
    }
    for (const CountTable& table : tables) {
        const bool is_first = &table == &tables.front();
        if (request.format == "jsonl") {
            append_counts_as_json_lines(text, table);
        } else if (request.format == "csv") {
            append_counts_as_csv(text, table, is_first);
        } else if (request.format == "tsv") {
            append_counts_as_tsv(text, table, is_first);
        } else {
            if (!is_first) text += '\n';
            append_counts_as_text(text, table, terminal);
        }
    }
    cli::PagedOutput pages = paged(request, out);
    pages.write(text);
    pages.finish();
    return tables.front().total > 0 ? cli::ExitCode::success : cli::ExitCode::nothing_found;
}

cli::ExitCode print_hits(
    Searcher& searcher, const SearchRequest& request, cli::StandardOutput& out
) {
    if (request.query.explain && request.format == "text")
        return print_explained(searcher, request, out);
    const auto printer = printer_for(request);
    cli::PagedOutput pages = paged(request, out);
    std::string text;
    printer->begin(text);
    std::size_t shown = 0;
    const Results results = searcher.stream(request.query, [&](const Hit& hit) {
        printer->hit(hit, text);
        pages.write(text);
        text.clear();
        ++shown;
    });
    printer->end(results, text);
    pages.write(text);
    pages.finish();
    return tell_about(results, request, shown, "also searched for");
}

cli::ExitCode print_similar(
    Searcher& searcher, const SearchRequest& request, cli::StandardOutput& out
) {
    std::optional<Results> results;
    if (request.similar) {
        results = searcher.similar(*request.similar, request.query, request.likeness);
        if (!results) return tell_of_no_article(*request.similar);
    } else {
        const std::string text = read_whole(*request.similar_text);
        results = searcher.similar_to_text(text, request.query, request.likeness);
    }
    const auto printer = printer_for(request);
    std::string text;
    printer->begin(text);
    for (const Hit& hit : results->hits)
        printer->hit(hit, text);
    printer->end(*results, text);
    cli::PagedOutput pages = paged(request, out);
    pages.write(text);
    pages.finish();
    return tell_about(*results, request, results->hits.size(), "searched for");
}

cli::ExitCode print_evaluation(const SearchRequest& request, cli::StandardOutput& out) {
    const Judgments judgments =
        parsed(*request.evaluate, [](std::string_view text) { return parse_judgments(text); });
    std::vector<NamedRun> runs;
    for (const std::string& name : request.runs)
        runs.push_back({name, parsed(name, [](std::string_view text) { return parse_run(text); })});
    for (const NamedRun& run : runs)
        out.write(evaluation_text(judgments, run) + '\n');
    if (runs.size() == 2) out.write(comparison_text(judgments, runs.front(), runs.back()));
    return judgments.queries().empty() ? cli::ExitCode::nothing_found : cli::ExitCode::success;
}

}  // namespace broadsheet
