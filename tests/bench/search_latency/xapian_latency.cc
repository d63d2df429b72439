// Ten hits with title and MSet::snippet() of what peers/xapian_index wrote.
//
//   xapian_latency INDEX QUERIES ROUNDS

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

#include <xapian.h>

namespace {

double cpu_microseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

struct Asked {
    std::string kind;
    std::vector<std::string> words;
};

std::vector<Asked> read_queries(const char* path) {
    std::vector<Asked> queries;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        Asked& asked = queries.emplace_back();
        words >> asked.kind;
        for (std::string word; words >> word;)
            asked.words.push_back(word);
    }
    return queries;
}

Xapian::Query query_of(const Asked& asked, const Xapian::Stem& stem) {
    if (asked.kind == "phrase")
        return {Xapian::Query::OP_PHRASE, asked.words.begin(), asked.words.end()};
    std::vector<Xapian::Query> parts;
    for (const std::string& word : asked.words)
        parts.emplace_back("Z" + stem(word));
    if (asked.kind == "not") return {Xapian::Query::OP_AND_NOT, parts.front(), parts.back()};
    const auto op = asked.kind == "all" ? Xapian::Query::OP_AND : Xapian::Query::OP_OR;
    return {op, parts.begin(), parts.end()};
}

std::size_t answer(const Xapian::Database& index, const Asked& asked, const Xapian::Stem& stem) {
    Xapian::Enquire enquire(index);
    enquire.set_query(query_of(asked, stem));
    const Xapian::MSet hits = enquire.get_mset(0, 10);
    std::size_t bytes = 0;
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
        const std::string data = hit.get_document().get_data();
        const std::size_t id_end = data.find('\n');
        const std::size_t title_end = data.find('\n', id_end + 1);
        const std::string title = data.substr(id_end + 1, title_end - id_end - 1);
        bytes += hits.snippet(title, 240, stem).size();
        bytes += hits.snippet(data.substr(title_end + 1), 240, stem).size();
    }
    return bytes;
}

void measure(const char* path, const char* file, int rounds) {
    const Xapian::Database index(path);
    const Xapian::Stem stem("en");
    const auto queries = read_queries(file);
    std::vector<double> best(queries.size(), std::numeric_limits<double>::max());
    std::size_t bytes = 0;
    for (int round = 0; round <= rounds; ++round) {
        for (std::size_t i = 0; i < queries.size(); ++i) {
            const double begin = cpu_microseconds();
            bytes += answer(index, queries[i], stem);
            const double took = cpu_microseconds() - begin;
            if (round > 0) best[i] = std::min(best[i], took);
        }
    }
    for (const double took : best)
        std::printf("%.1f\n", took);
    std::fprintf(stderr, "%zu bytes of snippets\n", bytes);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) return 2;
    try {
        measure(arguments[1], arguments[2], std::atoi(arguments[3]));
    } catch (const Xapian::Error& error) {
        std::fprintf(stderr, "%s\n", error.get_description().c_str());
        return 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
