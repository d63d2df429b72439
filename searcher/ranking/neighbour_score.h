#pragma once

#include <memory>
#include <string>

#include <xapian.h>

#include "searcher/ranking/word_source.h"

namespace broadsheet {

/// Two words of a query that stood side by side in it, in the forms they were typed in.
struct ScoredPair {
    std::string first;   ///< terms of the index
    std::string second;  ///< with positions
    double weight = 1;   ///< what an article with them side by side gains, beside their rarity
};

/// What an article gains where it has two words side by side: BM25 of both of them once more, as
/// the engine scores an OP_PHRASE.
class NeighbourScore {
public:
    /// `scoring` is not read before init().
    NeighbourScore(
        const Xapian::Database& index,
        const ScoredPair& pair,
        const std::shared_ptr<const WordScoring>& scoring
    );

    /// For another segment.
    [[nodiscard]] NeighbourScore clone() const;

    void init(const Xapian::Database& segment);

    /// No article of the segment gains more.
    [[nodiscard]] double most() const { return first_->get_maxweight() + second_->get_maxweight(); }

    /// What the article gains if they are side by side; 0 where it does not have both. Documents
    /// must not fall from call to call.
    double possible_at(Xapian::docid document);

    /// Whether they are, where the article has both. Reads their positions.
    [[nodiscard]] bool are_side_by_side(Xapian::docid document) const;

private:
    NeighbourScore() = default;

    ScoredPair pair_;
    std::unique_ptr<WordSource> first_;
    std::unique_ptr<WordSource> second_;
    Xapian::Database segment_;
};

}  // namespace broadsheet
