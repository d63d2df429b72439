#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/ranking/word_source.h"

namespace broadsheet {

/// The words a pattern stands for, all counting as one.
struct AnyWord {
    std::vector<std::string> terms;
    Xapian::doccount found_in = 0;  ///< how many articles of the index have any, as estimated
};

/// Offers the articles that have any of many words, with BM25 of all of them together. The engine's
/// SYNONYM looks each word up three times in each segment and walks a tree for each article; this
/// reads the lists one after the other.
class AnyWordSource final : public Xapian::PostingSource {
public:
    /// `scoring` is not read before the engine begins to match.
    AnyWordSource(
        const Xapian::Database& index,
        std::shared_ptr<const AnyWord> word,
        std::shared_ptr<const WordScoring> scoring
    );

    Xapian::doccount get_termfreq_min() const override { return found(); }

    Xapian::doccount get_termfreq_est() const override { return found(); }

    Xapian::doccount get_termfreq_max() const override { return found(); }

    double get_weight() const override { return scores_[at_]; }

    Xapian::docid get_docid() const override { return documents_[at_]; }

    bool at_end() const override { return at_ >= documents_.size(); }

    // What cannot reach the page is offered too: to pass over it would save nothing.
    void next(double least) override;
    void skip_to(Xapian::docid document, double least) override;
    AnyWordSource* clone() const override;
    void init(const Xapian::Database& segment) override;

private:
    AnyWordSource() = default;

    [[nodiscard]] Xapian::doccount found() const {
        return static_cast<Xapian::doccount>(documents_.size());
    }

    std::shared_ptr<const AnyWord> word_;
    std::shared_ptr<const WordScoring> scoring_;
    double factor_ = 0;  ///< rarity
    double mean_length_ = 1;

    std::vector<Xapian::docid> documents_;  ///< of the segment, ascending
    std::vector<double> scores_;            ///< theirs
    std::size_t at_ = 0;
    bool begun_ = false;
};

}  // namespace broadsheet
