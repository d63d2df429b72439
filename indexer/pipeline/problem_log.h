#pragma once

#include <cstdint>
#include <mutex>
#include <vector>

#include "indexer/problem.h"

namespace broadsheet {

/// Collects the problems of a run from all threads and gives them back in the order of the bundles.
class ProblemLog {
public:
    /// Keeps at most `problems_max` problems; all are counted. Any thread.
    explicit ProblemLog(std::size_t problems_max) : problems_max_(problems_max) {}

    void add(std::uint32_t bundle_number, std::uint64_t entry_number, Problem problem);

    /// Problems by which something was lost.
    [[nodiscard]] std::uint64_t left_out() const;
    /// Problems of kind not_article.
    [[nodiscard]] std::uint64_t skipped() const;
    /// Problems of kind not_chosen.
    [[nodiscard]] std::uint64_t not_chosen() const;
    /// Problems of kind superseded.
    [[nodiscard]] std::uint64_t superseded() const;

    /// The problems kept, by bundle, entry and position. Empties the log of them.
    std::vector<Problem> take_sorted();

private:
    struct Row {
        std::uint32_t bundle_number;
        std::uint64_t entry_number;
        Problem problem;
    };

    std::uint64_t& count_of(ProblemKind kind);

    const std::size_t problems_max_;
    mutable std::mutex mutex_;
    std::vector<Row> rows_;
    std::uint64_t left_out_ = 0;
    std::uint64_t skipped_ = 0;
    std::uint64_t not_chosen_ = 0;
    std::uint64_t superseded_ = 0;
};

}  // namespace broadsheet
