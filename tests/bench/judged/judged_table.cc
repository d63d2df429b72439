// Prints how well the runs of several programs answer judged collections:
//
//   judged_table COLLECTIONS RUNS NAME...
//
// RUNS/NAME holds a PROGRAM.run for each program, and in PROGRAM.ms its milliseconds a query. A
// table for each collection and one for all: the means over the collections, and the randomisation
// test over all queries together. p: how likely a difference in average precision as large is by
// chance, between this program and Broadsheet's default, and its --expand.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "searcher/ranking/evaluation.h"

namespace broadsheet::bench {
namespace {

constexpr const char* kDefault = "broadsheet";
constexpr const char* kExpand = "broadsheet_expand";

struct System {
    std::map<std::string, Measures> by_query;  ///< of several collections, with their names before
    std::map<std::string, Measures> by_collection;
    std::string milliseconds;
};

using Systems = std::map<std::string, System>;

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

Systems systems_of(const std::filesystem::path& folder, const std::string& judgments_path) {
    const Judgments judgments = parse_judgments(read(judgments_path));
    Systems systems;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::filesystem::path path = file.path();
        if (path.extension() != ".run") continue;
        System& system = systems[path.stem().string()];
        system.by_query = evaluate(judgments, parse_run(read(path)));
        system.by_collection["one"] = mean(system.by_query);
        system.milliseconds = read(path.replace_extension(".ms"));
    }
    return systems;
}

void add(const Systems& found, const std::string& collection, Systems& all) {
    for (const auto& [name, system] : found) {
        for (const auto& [query, measures] : system.by_query)
            all[name].by_query[collection + ' ' + query] = measures;
        all[name].by_collection[collection] = mean(system.by_query);
    }
}

std::vector<double> precisions(const System& system) {
    std::vector<double> out;
    for (const auto& [query, measures] : system.by_query)
        out.push_back(measures.average_precision);
    return out;
}

std::string chance(const Systems& systems, const std::string& name, const char* ours) {
    const auto found = systems.find(ours);
    if (found == systems.end() || name == ours) return "";
    return fmt::format(
        "{:.4f}", randomisation_test(precisions(systems.at(name)), precisions(found->second))
    );
}

void print(const std::string& title, const Systems& systems) {
    fmt::print(
        "\n| {} | MAP | nDCG@10 | P@10 | ms | p, default | p, --expand |\n"
        "|---|---|---|---|---|---|---|\n",
        title
    );
    for (const auto& [name, system] : systems) {
        const Measures means = mean(system.by_collection);
        fmt::print(
            "| {} | {:.3f} | {:.3f} | {:.3f} | {} | {} | {} |\n",
            name,
            means.average_precision,
            means.ndcg_10,
            means.precision_10,
            system.milliseconds.empty() ? ""
                                        : fmt::format("{:.2f}", std::stod(system.milliseconds)),
            chance(systems, name, kDefault),
            chance(systems, name, kExpand)
        );
    }
}

}  // namespace
}  // namespace broadsheet::bench

int main(int argc, char** argv) {
    if (argc < 4) return 2;
    broadsheet::bench::Systems all;
    for (int i = 3; i < argc; ++i) {
        const std::string name = argv[i];
        const auto found = broadsheet::bench::systems_of(
            std::filesystem::path(argv[2]) / name, std::string(argv[1]) + '/' + name + "/qrels.txt"
        );
        broadsheet::bench::print(name, found);
        broadsheet::bench::add(found, name, all);
    }
    broadsheet::bench::print("all", all);
    return 0;
}
