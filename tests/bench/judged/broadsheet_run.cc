// Answers topics with the library: broadsheet_run INDEX TOPICS [--expand]

#include <cstdio>
#include <string_view>

#include <fmt/format.h>

#include "broadsheet/searcher.h"
#include "tests/bench/judged/topics.h"

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    broadsheet::Query query = {.limit = broadsheet::bench::kHitsWanted, .ids_only = true};
    query.expand = argc > 3 && std::string_view(argv[3]) == "--expand";
    broadsheet::Searcher searcher(argv[1]);
    std::vector<double> times;
    for (const auto& [topic, text] : broadsheet::bench::tabbed_lines(argv[2])) {
        query.text = text;
        broadsheet::Results results;
        times.push_back(broadsheet::bench::milliseconds([&] { results = searcher.search(query); }));
        for (const auto& hit : results.hits)
            fmt::print("{} Q0 {} {} {} broadsheet\n", topic, hit.article.id, hit.rank, hit.score);
    }
    fmt::print(stderr, "{}\n", broadsheet::bench::median(std::move(times)));
    return 0;
}
