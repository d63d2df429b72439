#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include <xapian.h>

#include "searcher/ranking/neighbour_score.h"
#include "searcher/ranking/word_source.h"

namespace broadsheet {

/// A row of words, any of which an article may have.
struct WordRow {
    std::vector<ScoredWord> words;
    std::vector<ScoredPair> pairs;  ///< of these words
};

/// Offers the articles that have any of several things, with the sum of their weights: the words of
/// a query and what was added to them. Passes over articles that cannot reach the page by MaxScore
/// (Turtle, Flood: Query evaluation: strategies and optimizations, 1995): where the parts with the
/// smallest bounds cannot do it together, the others lead.
///
/// The engine's OR does likewise, but in libxapian 1.4 it turns by and by into an AND_MAYBE and an
/// AND, and on the second turn loses the article that one side waits at
/// (AndMaybePostList::next).
class RowSource final : public Xapian::PostingSource {
public:
    /// `scoring` is not read before the engine begins to match.
    RowSource(
        const Xapian::Database& index,
        const WordRow& row,
        const std::shared_ptr<const WordScoring>& scoring
    );

    /// One more thing that an article may have. To be called before the engine has the source.
    void add(std::unique_ptr<Xapian::PostingSource> part);

    Xapian::doccount get_termfreq_min() const override { return found_min_; }

    Xapian::doccount get_termfreq_est() const override { return found_estimated_; }

    Xapian::doccount get_termfreq_max() const override { return found_max_; }

    double get_weight() const override { return score_; }

    Xapian::docid get_docid() const override { return at_; }

    bool at_end() const override { return at_ == kEnd; }

    void next(double least) override;
    void skip_to(Xapian::docid document, double least) override;
    RowSource* clone() const override;
    void init(const Xapian::Database& segment) override;

private:
    static constexpr Xapian::docid kEnd = UINT32_MAX;

    struct Part {
        std::unique_ptr<Xapian::PostingSource> source;
        Xapian::docid at = 0;    ///< kEnd behind its last article
        double most = 0;         ///< no article has more of it
        double most_so_far = 0;  ///< no article has more of it and the parts before it

        void skip_to(Xapian::docid document);
    };

    RowSource() = default;

    void estimate_matches(Xapian::doccount articles);
    void choose_leaders(double enough);
    void find(Xapian::docid from, double least);
    bool scores(Xapian::docid document, double enough);
    bool adds_pairs(Xapian::docid document, double enough);

    std::vector<Part> parts_;  ///< those with the smallest bounds first
    std::vector<NeighbourScore> pairs_;
    std::vector<double> possible_;  ///< what each pair could give to the article at hand
    double pairs_most_ = 0;
    std::size_t first_leader_ = 0;  ///< an article without this part or one behind it is too bad

    Xapian::doccount found_min_ = 0;
    Xapian::doccount found_estimated_ = 0;
    Xapian::doccount found_max_ = 0;
    Xapian::docid at_ = 0;
    double score_ = 0;
};

}  // namespace broadsheet
