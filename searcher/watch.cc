#include "searcher/watch.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "broadsheet/error.h"
#include "broadsheet/searcher.h"
#include "common/cli/number_text.h"
#include "common/cli/run_main.h"
#include "common/cli/sanitize.h"
#include "searcher/printers/printer_table.h"
#include "searcher/results/topics.h"
#include "searcher/results/watch_state.h"
#include "searcher/whole_file.h"

namespace broadsheet {

namespace {

namespace fs = std::filesystem;

std::unique_ptr<Printer> printer_for(const SearchRequest& request, const Topic& topic) {
    return make_printer(
        request.format,
        {.query = topic.text,
         .terminal = cli::look_at_terminal(STDOUT_FILENO, request.color),
         .topic = topic.id,
         .fields = request.fields}
    );
}

// The line above the hits of one query, where people read them.
std::string heading(const Topic& topic, std::size_t hits) {
    return fmt::format(
        "{}: {} ({} new)\n\n",
        cli::safe_for_terminal(topic.id),
        cli::safe_for_terminal(topic.text),
        cli::counted(hits, "article")
    );
}

struct Answer {
    std::string text;
    std::size_t hits = 0;
};

// The new hits of one query.
Answer answer(Searcher& searcher, const SearchRequest& request, const Topic& topic) {
    Query query = request.query;
    query.text = topic.text;
    const auto printer = printer_for(request, topic);
    Answer answer;
    const Results results = searcher.stream(query, [&](const Hit& hit) {
        printer->hit(hit, answer.text);
        ++answer.hits;
    });
    for (const std::string& note : results.notes)
        cli::complain(search_program(), fmt::format("query {}: {}", topic.id, note));
    if (answer.hits > 0 && request.format == "text")
        answer.text.insert(0, heading(topic, answer.hits));
    return answer;
}

// Answers all queries; says how many hits they have.
std::size_t answer_all(
    Searcher& searcher,
    const SearchRequest& request,
    const std::vector<Topic>& topics,
    cli::StandardOutput& out
) {
    std::size_t hits = 0;
    for (const Topic& topic : topics) {
        const Answer made = answer(searcher, request, topic);
        if (made.hits == 0) continue;
        std::string before = hits > 0 && request.format == "text" ? "\n" : "";
        if (hits == 0) printer_for(request, topic)->begin(before);
        out.write(before);
        out.write(made.text);
        hits += made.hits;
    }
    out.flush();
    return hits;
}

std::optional<WatchState> state_of_this_index(const fs::path& file, const fs::path& index) {
    auto state = read_watch_state(file);
    if (state && state->index != index) {
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "'{}' remembers index '{}', not this one: give each index a file of its own with "
                "--state",
                file.string(),
                state->index.string()
            )
        );
    }
    return state;
}

}  // namespace

cli::ExitCode watch(const SearchRequest& request, cli::StandardOutput& out) {
    const Topics read = read_topics(read_whole(*request.watch));
    for (const std::string& complaint : read.complaints)
        cli::complain(search_program(), fmt::format("{}: {}", *request.watch, complaint));
    const fs::path index = fs::weakly_canonical(request.index);
    const fs::path file = request.watch_state;
    const auto before = state_of_this_index(file, index);

    Searcher searcher(request.index);
    const WatchState now{index, searcher.newest_arrival()};
    std::size_t hits = 0;
    if (before) {
        SearchRequest since = request;
        since.query.arrived_after = before->seen;
        since.query.arrived_until = now.seen;
        hits = answer_all(searcher, since, read.topics, out);
    } else {
        cli::tell(fmt::format(
            "watching from now on; {} in the index already, to be searched without --watch",
            searcher.size() == 1 ? "1 article is"
                                 : cli::counted(searcher.size(), "article") + " are"
        ));
    }
    if (!before || *before != now) write_watch_state(file, now);
    if (!read.complaints.empty()) return cli::ExitCode::failed;
    return hits > 0 ? cli::ExitCode::success : cli::ExitCode::nothing_found;
}

}  // namespace broadsheet
