#pragma once

#include <cstdint>
#include <ctime>
#include <string>
#include <vector>

#include "broadsheet/article.h"
#include "tests/bench/extraction/bag_of_words.h"
#include "tests/bench/extraction/truth.h"

namespace broadsheet::bench {

/// Right answers among those a truth exists for.
struct Tally {
    int right = 0;
    int known = 0;

    bool add(bool is_right);
    [[nodiscard]] std::string text() const;
};

/// Precision, recall and F1 of pages.
class Scores {
public:
    void add(const Overlap& overlap) { overlaps_.push_back(overlap); }

    /// Mean and median of each.
    [[nodiscard]] std::string text() const;

private:
    std::vector<Overlap> overlaps_;
};

/// What is to be printed beside the figures.
struct Options {
    bool list_misses = false;  ///< each title, byline, language and date that differs
    bool json = false;         ///< what was found, a line of JSON a page, and no figures
    std::size_t worst = 15;    ///< pages listed from the worst on
    std::string only;          ///< print what was found on this page
};

/// Reads labelled pages as the indexer would and compares what it finds with the truth.
class Evaluation {
public:
    explicit Evaluation(const Options& options) : options_(options) {}

    void add(const LabelledPage& page);
    /// Prints the figures to the standard output.
    void print();

private:
    struct PageResult {
        std::string name;
        Overlap overlap;
        std::string reason;  ///< why the page was taken for no article
    };

    void compare_text(const LabelledPage& page, const Article& article, const std::string& reason);
    void compare_metadata(const LabelledPage& page, const Article& article);
    void miss(
        const char* what,
        const LabelledPage& page,
        const std::string& found,
        const std::string& expected
    ) const;

    const Options& options_;
    Scores text_;
    Scores with_captions_;
    Scores baseline_;
    Tally titles_;
    Tally bylines_;
    Tally languages_;
    Tally dates_;
    int refused_ = 0;
    std::vector<PageResult> results_;
    std::uint64_t bytes_ = 0;
    std::clock_t clock_ = 0;
};

}  // namespace broadsheet::bench
