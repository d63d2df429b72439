#include "searcher/ranking/neighbour_score.h"

namespace broadsheet {

NeighbourScore::NeighbourScore(
    const Xapian::Database& index,
    const ScoredPair& pair,
    const std::shared_ptr<const WordScoring>& scoring
)
    : pair_(pair),
      first_(std::make_unique<WordSource>(
          index, ScoredWord{.terms = {pair.first}, .weight = pair.weight}, scoring
      )),
      second_(std::make_unique<WordSource>(
          index, ScoredWord{.terms = {pair.second}, .weight = pair.weight}, scoring
      )) {}

NeighbourScore NeighbourScore::clone() const {
    NeighbourScore copy;
    copy.pair_ = pair_;
    copy.first_.reset(first_->clone());
    copy.second_.reset(second_->clone());
    return copy;
}

void NeighbourScore::init(const Xapian::Database& segment) {
    first_->init(segment);
    second_->init(segment);
    segment_ = segment;
}

double NeighbourScore::possible_at(Xapian::docid document) {
    for (WordSource* word : {first_.get(), second_.get()}) {
        word->skip_to(document, 0);
        if (word->at_end() || word->get_docid() != document) return 0;
    }
    return first_->get_weight() + second_->get_weight();
}

bool NeighbourScore::are_side_by_side(Xapian::docid document) const {
    auto before = segment_.positionlist_begin(document, pair_.first);
    auto behind = segment_.positionlist_begin(document, pair_.second);
    const auto before_end = segment_.positionlist_end(document, pair_.first);
    const auto behind_end = segment_.positionlist_end(document, pair_.second);
    while (before != before_end && behind != behind_end) {
        const Xapian::termpos wanted = *before + 1;
        if (*behind < wanted) {
            behind.skip_to(wanted);
        } else if (*behind == wanted) {
            return true;
        } else {
            before.skip_to(*behind - 1);
        }
    }
    return false;
}

}  // namespace broadsheet
