#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/ranking/index_statistics.h"
#include "searcher/ranking/settings.h"

namespace broadsheet {

/// What all words of one query are scored by. Filled in while the query is made, then read only.
struct WordScoring {
    Bm25Settings bm25 = {};
    std::shared_ptr<IndexStatistics> statistics = std::make_shared<IndexStatistics>();
};

/// A term that counts only where one of some others is too: a stem in its languages.
struct LimitedTerm {
    std::string term;
    std::vector<std::string> limits;
};

/// A word of a query with all that counts as it.
struct ScoredWord {
    std::vector<std::string> terms;  ///< every article with any of them matches; in the index
    double weight = 1;               ///< beside its rarity
    std::string typed = {};   ///< a form that counts beside the word where both are; else empty
    double typed_weight = 0;  ///< of that form, beside its rarity
    std::vector<LimitedTerm> limited = {};  ///< every article with any of these matches, too
};

/// Offers the articles that have a word, with BM25 of the word and of its typed form. The engine
/// does the same by (SYNONYM of the terms AND_MAYBE typed), but walks a tree for each article,
/// reads the list of the typed form twice where it is one of the terms, and finds the length of an
/// article in its list again and again; this keeps lengths from query to query.
class WordSource final : public Xapian::PostingSource {
public:
    /// `scoring` is not read before the engine begins to match.
    WordSource(
        const Xapian::Database& index,
        const ScoredWord& word,
        std::shared_ptr<const WordScoring> scoring
    );

    Xapian::doccount get_termfreq_min() const override { return found_min_; }

    Xapian::doccount get_termfreq_est() const override { return found_estimated_; }

    Xapian::doccount get_termfreq_max() const override { return found_max_; }

    double get_weight() const override { return score(); }

    Xapian::docid get_docid() const override { return at_; }

    bool at_end() const override { return at_ == kEnd; }

    void next(double least) override;
    void skip_to(Xapian::docid document, double least) override;
    WordSource* clone() const override;
    void init(const Xapian::Database& segment) override;

private:
    static constexpr Xapian::docid kEnd = UINT32_MAX;

    /// What a list says of an article.
    struct Posting {
        Xapian::docid document = 0;
        double times = 0;
        double length = 0;
    };

    /// A term's list in the segment; behind its last article at kEnd. One with limits is read
    /// whole, for it is short.
    struct List {
        std::string term;
        std::vector<std::string> limits = {};
        bool matches = true;  ///< its articles are offered
        std::vector<Posting> limited = {};
        std::size_t at_limited = 0;
        Xapian::PostingIterator posting = {};
        Xapian::PostingIterator end = {};
        Xapian::docid at = kEnd;

        void begin(const Xapian::Database& segment);
        void next();
        void skip_to(Xapian::docid document);
        [[nodiscard]] double times() const;
        [[nodiscard]] double length() const;

    private:
        void settle();
    };

    WordSource() = default;

    [[nodiscard]] double saturated(double times, double length) const;
    void estimate_matches(const Xapian::Database& segment);
    void bound_scores(const Xapian::Database& segment);
    [[nodiscard]] double score() const;
    void find_first();

    double factor_ = 0;        ///< weight, rarity and what BM25 multiplies by
    double typed_factor_ = 0;  ///< likewise
    double mean_length_ = 1;
    std::shared_ptr<const WordScoring> scoring_;
    mutable std::vector<List> lists_;  ///< that of the typed form is moved when it is asked for
    std::size_t typed_ = SIZE_MAX;     ///< which of them is of the typed form, if any

    Xapian::doccount found_min_ = 0;
    Xapian::doccount found_estimated_ = 0;
    Xapian::doccount found_max_ = 0;
    const std::vector<float>* lengths_ = nullptr;
    Xapian::docid at_ = 0;
    mutable Xapian::docid scored_ = 0;  ///< the article whose score is
    mutable double score_ = 0;
    double fixed_ = 0;      ///< what BM25 adds to the frequency of a term, and
    double by_length_ = 0;  ///< what more for each word of the article
};

}  // namespace broadsheet
