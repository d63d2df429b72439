#include "broadsheet/searcher.h"
#include "common/cli/run_main.h"
#include "searcher/answers.h"
#include "searcher/batch.h"
#include "searcher/options.h"
#include "searcher/watch.h"

namespace broadsheet {

namespace {

cli::ExitCode search(const cli::Options& options, cli::StandardOutput& out) {
    const SearchRequest request = read_request(options);
    if (request.evaluate) return print_evaluation(request, out);
    if (request.batch) return answer_batch(request, out);
    if (is_refused(request)) return cli::ExitCode::failed;
    if (request.watch) return watch(request, out);
    Searcher searcher(request.index);
    if (request.beginning) return print_completions(searcher, request, out);
    if (request.show) return show_article(searcher, request, out);
    if (request.count_only) return print_count(searcher, request, out);
    if (!request.facets.empty() || request.timeline) return print_counts(searcher, request, out);
    if (request.similar || request.similar_text) return print_similar(searcher, request, out);
    return print_hits(searcher, request, out);
}

}  // namespace

}  // namespace broadsheet

int main(int argc, char** argv) {
    return broadsheet::cli::run_main(broadsheet::search_program(), argc, argv, broadsheet::search);
}
