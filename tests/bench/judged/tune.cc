// Chooses parameters of ranking by judged collections:
//
//   tune COLLECTIONS INDEXES NAME... < SETTINGS
//
// Each line of SETTINGS is a set of parameters to try, `few-k1=0.9 few-b=0.3`; "expand" in it turns
// feedback on, and an empty line is what is built in. For each line: mean average precision /
// nDCG@10 / P@10 of each collection, their means, CPU milliseconds of a query. Then what is chosen
// for each group of collections by the mean of all other groups, and how well it does there; NAME
// up to the first '-' is its group, for collections with the same articles.

#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/index/snapshot.h"
#include "common/text/analyzer.h"
#include "searcher/query/index_facts.h"
#include "searcher/query/parser.h"
#include "searcher/query/query_builder.h"
#include "searcher/ranking/evaluation.h"
#include "searcher/ranking/improvement.h"
#include "searcher/ranking/ranked_page.h"
#include "searcher/results/stored_articles.h"
#include "tests/bench/judged/setting_names.h"
#include "tests/bench/judged/topics.h"

namespace broadsheet::bench {
namespace {

struct Collection {
    std::string name;
    std::string group;
    Snapshot snapshot;
    IndexFacts facts;
    std::vector<std::pair<std::string, std::string>> topics;
    Judgments judgments;
};

struct Trial {
    std::string line;
    RankingSettings settings = {};
    bool expand = false;
    std::map<std::string, Measures> by_collection = {};
};

std::string read(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

Collection load(const std::string& collections, const std::string& indexes, std::string name) {
    const std::string folder = collections + "/" + name;
    Collection collection = {
        .name = name,
        .group = name.substr(0, name.find('-')),
        .snapshot = open_snapshot(indexes + "/" + name),
        .facts = {},
        .topics = tabbed_lines(folder + "/topics.tsv"),
        .judgments = parse_judgments(read(folder + "/qrels.txt"))};
    collection.facts = read_index_facts(collection.snapshot.database);
    return collection;
}

bool parse(const std::string& line, Trial& trial) {
    trial.line = line;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
        if (word == "expand") {
            trial.expand = true;
            continue;
        }
        const std::size_t equals = std::min(word.find('='), word.size());
        bool known = false;
        for (const auto& [name, set] : kSettingNames) {
            if (word.substr(0, equals) != name || equals == word.size()) continue;
            set(trial.settings, std::stod(word.substr(equals + 1)));
            known = true;
        }
        if (!known) {
            fmt::print(stderr, "unknown setting: {}\n", word);
            return false;
        }
    }
    return true;
}

std::vector<std::string> answer(
    const Collection& collection, const std::string& text, const Trial& trial, Analyzer& analyzer
) {
    const Xapian::Database& index = collection.snapshot.database;
    const ParsedQuery parsed = parse_query(text);
    const BuiltQuery built =
        build_query(parsed.root, index, collection.facts, analyzer, trial.settings.evidence);
    const ImprovedQuery better = improved(index, built, {.expand = trial.expand}, trial.settings);
    const RankedPage page = rank(
        index,
        better.query,
        {.limit = kHitsWanted, .words = built.targets.words.size(), .settings = trial.settings}
    );
    std::vector<std::string> ids;
    for (const auto& article : page.articles)
        ids.push_back(stored_id(index, article.document));
    return ids;
}

// Prints a line and notes the means in the trial.
void attempt(const std::vector<Collection>& collections, Trial& trial, Analyzer& analyzer) {
    fmt::print("{:50}", trial.line.empty() ? "(built in)" : trial.line);
    std::map<std::string, Measures> all;
    std::size_t queries = 0;
    const std::clock_t begin = std::clock();
    for (const auto& collection : collections) {
        Run run;
        for (const auto& [topic, text] : collection.topics)
            run[topic] = answer(collection, text, trial, analyzer);
        queries += collection.topics.size();
        const Measures found = mean(evaluate(collection.judgments, run));
        trial.by_collection[collection.name] = all[collection.name] = found;
        fmt::print(
            " | {:.3f} / {:.3f} / {:.3f}",
            found.average_precision,
            found.ndcg_10,
            found.precision_10
        );
    }
    const Measures means = mean(all);
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    fmt::print(
        " | {:.4f} / {:.4f} / {:.4f} | {:.1f}\n",
        means.average_precision,
        means.ndcg_10,
        means.precision_10,
        seconds * 1000 / static_cast<double>(queries)
    );
    std::fflush(stdout);
}

// The mean average precision over the collections of other groups.
double elsewhere(
    const Trial& trial, const std::vector<Collection>& collections, const std::string& group
) {
    double sum = 0;
    std::size_t count = 0;
    for (const auto& collection : collections) {
        if (collection.group == group) continue;
        sum += trial.by_collection.at(collection.name).average_precision;
        ++count;
    }
    return count == 0 ? 0 : sum / static_cast<double>(count);
}

void print_held_out(const std::vector<Collection>& collections, const std::vector<Trial>& trials) {
    std::map<std::string, Measures> all;
    fmt::print("\nleft out | chosen by the others | MAP / nDCG@10 / P@10 there\n");
    for (const auto& collection : collections) {
        const Trial* best = &trials.front();
        for (const auto& trial : trials) {
            if (elsewhere(trial, collections, collection.group) >
                elsewhere(*best, collections, collection.group))
                best = &trial;
        }
        const Measures& found = all[collection.name] = best->by_collection.at(collection.name);
        fmt::print(
            "{} | {} | {:.3f} / {:.3f} / {:.3f}\n",
            collection.name,
            best->line.empty() ? "(built in)" : best->line,
            found.average_precision,
            found.ndcg_10,
            found.precision_10
        );
    }
    const Measures means = mean(all);
    fmt::print(
        "mean | | {:.3f} / {:.3f} / {:.3f}\n",
        means.average_precision,
        means.ndcg_10,
        means.precision_10
    );
}

int tune(int argc, char** argv) {
    if (argc < 4) return 2;
    std::vector<Collection> collections;
    for (int i = 3; i < argc; ++i)
        collections.push_back(load(argv[1], argv[2], argv[i]));
    std::vector<Trial> trials;
    for (std::string line; std::getline(std::cin, line);) {
        if (!parse(line, trials.emplace_back())) return 2;
    }
    if (trials.empty()) return 2;
    Analyzer analyzer;
    for (auto& trial : trials)
        attempt(collections, trial, analyzer);
    print_held_out(collections, trials);
    return 0;
}

}  // namespace
}  // namespace broadsheet::bench

int main(int argc, char** argv) {
    return broadsheet::bench::tune(argc, argv);
}
