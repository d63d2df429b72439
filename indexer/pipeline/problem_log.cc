#include "indexer/pipeline/problem_log.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace broadsheet {

void ProblemLog::add(std::uint32_t bundle_number, std::uint64_t entry_number, Problem problem) {
    const std::lock_guard lock(mutex_);
    ++count_of(problem.kind);
    if (rows_.size() < problems_max_)
        rows_.push_back({bundle_number, entry_number, std::move(problem)});
}

std::uint64_t& ProblemLog::count_of(ProblemKind kind) {
    switch (kind) {
        case ProblemKind::not_article:
            return skipped_;
        case ProblemKind::not_chosen:
            return not_chosen_;
        case ProblemKind::superseded:
            return superseded_;
        default:
            return left_out_;
    }
}

std::uint64_t ProblemLog::left_out() const {
    const std::lock_guard lock(mutex_);
    return left_out_;
}

std::uint64_t ProblemLog::skipped() const {
    const std::lock_guard lock(mutex_);
    return skipped_;
}

std::uint64_t ProblemLog::not_chosen() const {
    const std::lock_guard lock(mutex_);
    return not_chosen_;
}

std::uint64_t ProblemLog::superseded() const {
    const std::lock_guard lock(mutex_);
    return superseded_;
}

std::vector<Problem> ProblemLog::take_sorted() {
    const std::lock_guard lock(mutex_);
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
        return std::tie(a.bundle_number, a.entry_number, a.problem.position) <
               std::tie(b.bundle_number, b.entry_number, b.problem.position);
    });
    std::vector<Problem> problems;
    problems.reserve(rows_.size());
    for (auto& row : rows_)
        problems.push_back(std::move(row.problem));
    rows_.clear();
    return problems;
}

}  // namespace broadsheet
