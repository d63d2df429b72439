#include "searcher/ranking/evaluation.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <random>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "broadsheet/error.h"

namespace broadsheet {

namespace {

std::vector<std::string_view> split(std::string_view line) {
    std::vector<std::string_view> parts;
    std::size_t begin = line.find_first_not_of(" \t\r");
    while (begin != std::string_view::npos) {
        const std::size_t end = std::min(line.find_first_of(" \t\r", begin), line.size());
        parts.push_back(line.substr(begin, end - begin));
        begin = line.find_first_not_of(" \t\r", end);
    }
    return parts;
}

template <typename Number>
bool read(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

// Calls `take` with the columns of each line that has any; it says whether they were understood.
void each_line(
    std::string_view text,
    std::string_view what,
    const std::function<bool(const std::vector<std::string_view>&)>& take
) {
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        ++number;
        const auto columns = split(text.substr(begin, end - begin));
        if (!columns.empty() && !take(columns)) {
            throw Error(
                ErrorKind::invalid_argument, fmt::format("line {} is no line of {}", number, what)
            );
        }
        begin = end + 1;
    }
}

double discount(std::size_t rank) {
    return 1 / std::log2(static_cast<double>(rank) + 1);
}

double ideal_gain(const std::vector<int>& relevant, std::size_t depth) {
    double gain = 0;
    for (std::size_t i = 0; i < std::min(depth, relevant.size()); ++i)
        gain += relevant[i] * discount(i + 1);
    return gain;
}

}  // namespace

void Judgments::add(std::string query, std::string article, int relevance) {
    by_query_[std::move(query)][std::move(article)] = relevance;
}

int Judgments::relevance(const std::string& query, const std::string& article) const {
    const auto articles = by_query_.find(query);
    if (articles == by_query_.end()) return 0;
    const auto judged = articles->second.find(article);
    return judged == articles->second.end() ? 0 : judged->second;
}

std::vector<int> Judgments::relevant(const std::string& query) const {
    std::vector<int> relevances;
    const auto articles = by_query_.find(query);
    if (articles == by_query_.end()) return relevances;
    for (const auto& [article, relevance] : articles->second) {
        if (relevance > 0) relevances.push_back(relevance);
    }
    std::sort(relevances.rbegin(), relevances.rend());
    return relevances;
}

std::vector<std::string> Judgments::queries() const {
    std::vector<std::string> names;
    for (const auto& [query, articles] : by_query_) {
        if (!relevant(query).empty()) names.push_back(query);
    }
    return names;
}

Judgments parse_judgments(std::string_view text) {
    Judgments judgments;
    each_line(text, "judgments", [&](const std::vector<std::string_view>& columns) {
        int relevance = 0;
        if (columns.size() != 4 || !read(columns[3], relevance)) return false;
        judgments.add(std::string(columns[0]), std::string(columns[2]), relevance);
        return true;
    });
    return judgments;
}

Run parse_run(std::string_view text) {
    std::map<std::string, std::vector<std::pair<double, std::string>>> scored;
    each_line(text, "a run", [&](const std::vector<std::string_view>& columns) {
        double score = 0;
        if (columns.size() != 6 || !read(columns[4], score)) return false;
        scored[std::string(columns[0])].emplace_back(score, columns[2]);
        return true;
    });
    Run run;
    for (auto& [query, articles] : scored) {
        std::sort(articles.rbegin(), articles.rend());
        auto& names = run[query];
        for (auto& [score, name] : articles)
            names.push_back(std::move(name));
    }
    return run;
}

Measures evaluate_query(
    const Judgments& judgments, const std::string& query, const std::vector<std::string>& articles
) {
    const std::vector<int> relevant = judgments.relevant(query);
    Measures measures;
    if (relevant.empty()) return measures;

    const auto count = static_cast<double>(relevant.size());
    double found = 0;
    double precisions = 0;
    double gain = 0;
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const std::size_t rank = i + 1;
        const int relevance =
            seen.insert(articles[i]).second ? judgments.relevance(query, articles[i]) : 0;
        if (relevance <= 0) continue;
        found += 1;
        precisions += found / static_cast<double>(rank);
        if (found == 1) measures.reciprocal_rank = 1 / static_cast<double>(rank);
        if (rank <= 5) measures.precision_5 += 1.0 / 5;
        if (rank <= 10) measures.precision_10 += 1.0 / 10;
        if (rank <= 30) measures.precision_30 += 1.0 / 30;
        if (rank <= 10) gain += relevance * discount(rank);
        if (rank <= 100) measures.recall_100 += 1 / count;
        if (rank <= 1000) measures.recall_1000 += 1 / count;
    }
    measures.average_precision = precisions / count;
    measures.ndcg_10 = gain / ideal_gain(relevant, 10);
    return measures;
}

std::map<std::string, Measures> evaluate(const Judgments& judgments, const Run& run) {
    std::map<std::string, Measures> by_query;
    for (const auto& query : judgments.queries()) {
        const auto answer = run.find(query);
        by_query[query] =
            answer == run.end() ? Measures{} : evaluate_query(judgments, query, answer->second);
    }
    return by_query;
}

Measures mean(const std::map<std::string, Measures>& by_query) {
    constexpr double Measures::*kAll[] = {
        &Measures::average_precision,
        &Measures::precision_5,
        &Measures::precision_10,
        &Measures::precision_30,
        &Measures::ndcg_10,
        &Measures::recall_100,
        &Measures::recall_1000,
        &Measures::reciprocal_rank,
    };
    Measures result;
    if (by_query.empty()) return result;
    for (const auto measure : kAll) {
        for (const auto& [query, measures] : by_query)
            result.*measure += measures.*measure;
        result.*measure /= static_cast<double>(by_query.size());
    }
    return result;
}

double randomisation_test(
    const std::vector<double>& a, const std::vector<double>& b, std::size_t rounds
) {
    const std::size_t count = std::min(a.size(), b.size());
    double observed = 0;
    for (std::size_t i = 0; i < count; ++i)
        observed += a[i] - b[i];
    observed = std::abs(observed);

    constexpr std::mt19937_64::result_type kSeed = 1987;
    constexpr double kRounding = 1e-12;
    std::mt19937_64 random(kSeed);
    std::size_t as_large = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
        double difference = 0;
        for (std::size_t i = 0; i < count; ++i)
            difference += (random() & 1) != 0 ? a[i] - b[i] : b[i] - a[i];
        if (std::abs(difference) >= observed - kRounding) ++as_large;
    }
    return (static_cast<double>(as_large) + 1) / (static_cast<double>(rounds) + 1);
}

}  // namespace broadsheet
