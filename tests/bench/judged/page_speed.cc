// CPU milliseconds of a page of ten hits with snippets, as a person asks for it:
//
//   page_speed INDEX TOPICS
//
// prints the median and the mean of the default, of --expand, and of the one divided by the other.

#include <cstdio>
#include <ctime>
#include <numeric>

#include <fmt/format.h>

#include "broadsheet/searcher.h"
#include "tests/bench/judged/topics.h"

namespace {

double cpu_milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::vector<double> times(broadsheet::Searcher& searcher, const char* topics, bool expand) {
    std::vector<double> out;
    for (const auto& [topic, text] : broadsheet::bench::tabbed_lines(topics)) {
        const double begin = cpu_milliseconds();
        const auto results = searcher.search({.text = text, .expand = expand});
        out.push_back(cpu_milliseconds() - begin);
        if (results.hits.empty()) out.pop_back();
    }
    return out;
}

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    broadsheet::Searcher searcher(argv[1]);
    (void)times(searcher, argv[2], true);  // what is read once for all queries
    const auto plain = times(searcher, argv[2], false);
    const auto expanded = times(searcher, argv[2], true);
    if (plain.empty()) return 1;
    const double plain_median = broadsheet::bench::median(plain);
    const double expanded_median = broadsheet::bench::median(expanded);
    fmt::print("| | median ms | mean ms |\n|---|---|---|\n");
    fmt::print("| default | {:.2f} | {:.2f} |\n", plain_median, mean(plain));
    fmt::print("| --expand | {:.2f} | {:.2f} |\n", expanded_median, mean(expanded));
    fmt::print(
        "| times | {:.1f} | {:.1f} |\n",
        expanded_median / plain_median,
        mean(expanded) / mean(plain)
    );
    return 0;
}
