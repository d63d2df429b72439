// Prints how well the runs of a folder answer one collection: judged_table NAME QRELS FOLDER
// p is that of the randomisation test against the best other program, by average precision.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "searcher/ranking/evaluation.h"

namespace {

using broadsheet::Measures;

struct System {
    std::map<std::string, Measures> by_query;
    Measures mean;
    std::string milliseconds;
};

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool is_ours(const std::string& name) {
    return name.rfind("broadsheet", 0) == 0;
}

std::vector<double> precisions(const System& system) {
    std::vector<double> out;
    for (const auto& [query, measures] : system.by_query)
        out.push_back(measures.average_precision);
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) return 2;
    const auto judgments = broadsheet::parse_judgments(read(argv[2]));
    std::map<std::string, System> systems;
    for (const auto& file : std::filesystem::directory_iterator(argv[3])) {
        std::filesystem::path path = file.path();
        if (path.extension() != ".run") continue;
        System& system = systems[path.stem().string()];
        system.by_query = broadsheet::evaluate(judgments, broadsheet::parse_run(read(path)));
        system.mean = broadsheet::mean(system.by_query);
        system.milliseconds = read(path.replace_extension(".ms"));
    }
    const System* best = nullptr;
    for (const auto& [name, system] : systems) {
        if (is_ours(name)) continue;
        if (best == nullptr || system.mean.average_precision > best->mean.average_precision)
            best = &system;
    }
    fmt::print("\n| {} | MAP | nDCG@10 | P@10 | ms | p |\n|---|---|---|---|---|---|\n", argv[1]);
    for (const auto& [name, system] : systems) {
        const std::string p =
            is_ours(name) && best != nullptr
                ? fmt::format(
                      "{:.4f}",
                      broadsheet::randomisation_test(precisions(system), precisions(*best))
                  )
                : "";
        fmt::print(
            "| {} | {:.3f} | {:.3f} | {:.3f} | {:.2f} | {} |\n",
            name,
            system.mean.average_precision,
            system.mean.ndcg_10,
            system.mean.precision_10,
            system.milliseconds.empty() ? 0 : std::stod(system.milliseconds),
            p
        );
    }
    return 0;
}
