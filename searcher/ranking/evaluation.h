#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// What people judged: how relevant an article is to a query; 0 and below is not.
class Judgments {
public:
    void add(std::string query, std::string article, int relevance);

    /// 0 for what nobody judged.
    [[nodiscard]] int relevance(const std::string& query, const std::string& article) const;

    /// The relevances above 0 of a query, falling.
    [[nodiscard]] std::vector<int> relevant(const std::string& query) const;

    /// The queries that have a relevant article, in order of name.
    [[nodiscard]] std::vector<std::string> queries() const;

private:
    std::map<std::string, std::map<std::string, int>> by_query_;
};

/// The articles a system gave for each query, best first.
using Run = std::map<std::string, std::vector<std::string>>;

/// Reads judgments as TREC writes them: `query 0 article relevance` on each line.
/// @throws Error (invalid_argument) naming the line that is none.
Judgments parse_judgments(std::string_view text);

/// Reads a run as TREC writes them: `query Q0 article rank score name` on each line. The order is
/// that of falling score, and of falling name of the article where scores are equal, as trec_eval
/// has it; ranks are not looked at.
/// @throws Error (invalid_argument) naming the line that is none.
Run parse_run(std::string_view text);

/// How well one query was answered, by the definitions of trec_eval.
struct Measures {
    double average_precision = 0;
    double precision_5 = 0;
    double precision_10 = 0;
    double precision_30 = 0;
    double ndcg_10 = 0;
    double recall_100 = 0;
    double recall_1000 = 0;
    double reciprocal_rank = 0;
};

Measures evaluate_query(
    const Judgments& judgments, const std::string& query, const std::vector<std::string>& articles
);

/// The measures of every judged query; a query the run does not answer has zeros.
std::map<std::string, Measures> evaluate(const Judgments& judgments, const Run& run);

Measures mean(const std::map<std::string, Measures>& by_query);

/// How likely a mean difference at least this large is when the two systems are the same: the
/// paired randomisation test (Fisher; Smucker, Allan, Carterette: A comparison of statistical
/// significance tests for information retrieval evaluation, CIKM 2007), two-sided, by a fixed
/// sequence of random numbers. Both lists hold one figure for each query, in the same order.
double randomisation_test(
    const std::vector<double>& a, const std::vector<double>& b, std::size_t rounds = 10'000
);

}  // namespace broadsheet
