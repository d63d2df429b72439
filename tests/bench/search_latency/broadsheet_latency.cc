// Ten hits with headline and highlighted snippet through libbroadsheet.
//
//   broadsheet_latency INDEX QUERIES ROUNDS [bare]
//
// Prints the CPU microseconds of each query, the best of ROUNDS behind one that warms up. With
// "bare" without snippets.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

#include "broadsheet/searcher.h"

namespace {

using broadsheet::Query;

double cpu_microseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

std::vector<std::string> read_queries(const char* path) {
    std::vector<std::string> queries;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string kind;
        words >> kind;
        std::string query;
        for (std::string word; words >> word;) {
            const bool first = query.empty();
            if (!first) query += ' ';
            if (kind == "all") query += '+';
            if (kind == "not" && !first) query += '-';
            query += word;
        }
        queries.push_back(kind == "phrase" ? '"' + query + '"' : query);
    }
    return queries;
}

void measure(const char* index, const char* file, int rounds, bool bare) {
    broadsheet::Searcher searcher(index);
    const auto queries = read_queries(file);
    std::vector<double> best(queries.size(), std::numeric_limits<double>::max());
    std::size_t shown = 0;
    for (int round = 0; round <= rounds; ++round) {
        for (std::size_t i = 0; i < queries.size(); ++i) {
            Query query{.text = queries[i]};
            if (bare) query.snippets = 0;
            const double begin = cpu_microseconds();
            const auto results = searcher.search(query);
            const double took = cpu_microseconds() - begin;
            shown += results.hits.size();
            if (round > 0) best[i] = std::min(best[i], took);
        }
    }
    for (const double took : best)
        std::printf("%.1f\n", took);
    std::fprintf(stderr, "%zu hits\n", shown);
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) return 2;
    try {
        measure(arguments[1], arguments[2], std::atoi(arguments[3]), count > 4);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
