#include "searcher/batch.h"

#include <algorithm>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "broadsheet/searcher.h"
#include "common/cli/run_main.h"
#include "searcher/ordered_work.h"
#include "searcher/printers/printer_table.h"
#include "searcher/results/topics.h"
#include "searcher/whole_file.h"

namespace broadsheet {

namespace {

struct Answer {
    std::string text;
    std::vector<std::string> notes;
    std::size_t hits = 0;
};

using AnswerWork = OrderedWork<Answer>;

/// Answers a query is ahead of the slowest at most, for each worker.
constexpr std::size_t kAhead = 16;

std::unique_ptr<Printer> printer_for(const SearchRequest& request, const Topic& topic) {
    return make_printer(
        request.format,
        {.query = topic.text,
         .terminal = cli::look_at_terminal(STDOUT_FILENO, request.color),
         .topic = topic.id,
         .fields = request.fields}
    );
}

Answer answer(Searcher& searcher, const SearchRequest& request, const Topic& topic) {
    Answer answer;
    Query query = request.query;
    query.text = topic.text;
    const auto printer = printer_for(request, topic);
    Results results = searcher.stream(query, [&](const Hit& hit) {
        printer->hit(hit, answer.text);
        ++answer.hits;
    });
    answer.notes = std::move(results.notes);
    return answer;
}

// A searcher belongs to one thread, so each worker opens its own.
void answer_some(const SearchRequest& request, const std::vector<Topic>& topics, AnswerWork& work) {
    try {
        Searcher searcher(request.index);
        while (const auto number = work.take())
            work.put(*number, answer(searcher, request, topics[*number]));
    } catch (...) {
        work.fail(std::current_exception());
    }
}

/// Workers that go when this goes, however it goes.
class Workers {
public:
    Workers(
        std::size_t count,
        const SearchRequest& request,
        const std::vector<Topic>& topics,
        AnswerWork& work
    )
        : work_(work) {
        try {
            for (std::size_t i = 0; i < count; ++i)
                threads_.emplace_back([&] { answer_some(request, topics, work); });
        } catch (...) {  // no more threads are to be had: those there are must not wait
            work_.end();
            throw;
        }
    }

    ~Workers() { work_.end(); }

    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

private:
    AnswerWork& work_;
    std::vector<std::jthread> threads_;
};

}  // namespace

cli::ExitCode answer_batch(const SearchRequest& request, cli::StandardOutput& out) {
    const Topics read = read_topics(read_whole(*request.batch));
    for (const std::string& complaint : read.complaints)
        cli::complain(search_program(), fmt::format("{}: {}", *request.batch, complaint));
    const std::vector<Topic>& topics = read.topics;
    std::size_t hits = 0;
    if (!topics.empty()) {
        std::string header;
        printer_for(request, topics.front())->begin(header);
        const std::size_t jobs = std::min<std::size_t>(request.jobs, topics.size());
        AnswerWork work(topics.size(), jobs * kAhead);
        const Workers workers(jobs, request, topics, work);
        for (std::size_t i = 0; auto made = work.next(); ++i) {
            out.write(std::exchange(header, {}));
            out.write(made->text);
            hits += made->hits;
            for (const std::string& note : made->notes)
                cli::complain(search_program(), fmt::format("query {}: {}", topics[i].id, note));
        }
    }
    if (!read.complaints.empty()) return cli::ExitCode::failed;
    return hits > 0 ? cli::ExitCode::success : cli::ExitCode::nothing_found;
}

}  // namespace broadsheet
